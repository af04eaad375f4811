import { type Caller, EmployerId, Instant, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import type { Input } from '@shanhai/shared/contract/contract.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import { FileId, type FileRef } from '@shanhai/shared/contract/files.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { filePurposes, isShownToWechat, pictureChecks, pictureTypeOf, pictureTypes } from '@shanhai/shared/rules/files.ts';
import { isOfficerOf } from '@shanhai/shared/rules/scopes.ts';
import * as z from 'zod';

/** A file as it is kept: who brought it, for what, and whether it was looked at. */
export const KeptFile = z.object({
  fileId: FileId,
  ownerId: WorkerIdShape,
  purpose: z.enum(filePurposes),
  contentType: z.enum(pictureTypes),
  size: z.number().int(),
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** Where the bytes that were looked at lie; nothing is ever written over them. */
  objectKey: z.string().optional(),
  /** What WeChat thinks of it; absent where it is not asked. */
  pictureCheck: z.enum(pictureChecks).optional(),
  /** Once it belongs to an employer's papers. */
  employerId: EmployerId.optional(),
});
export type KeptFile = z.infer<typeof KeptFile>;
export type FinishedFile = KeptFile & { finishedAt: string; objectKey: string };

export const isFinished = (file: KeptFile): file is FinishedFile => file.finishedAt !== undefined && file.objectKey !== undefined;

/** A file that somebody begins to send: what it will be, before a byte has come. */
export function startFile({ purpose, contentType, size }: Input<'files.start'>, fileId: FileId, ownerId: WorkerId, startedAt: string): KeptFile {
  return { fileId, ownerId, purpose, contentType, size, startedAt };
}

/** Only who began to send a file goes on with it; to others it is not there. */
export function requireOwner(file: KeptFile, by: Caller): void {
  if (file.ownerId !== by.workerId) throw new Problem('not_found', { fileId: file.fileId });
}

/** What came in must be what was said: that many bytes, of a picture of that kind. */
export function finishFile(file: KeptFile, bytes: Uint8Array, objectKey: string, finishedAt: string): FinishedFile {
  if (bytes.length !== file.size || pictureTypeOf(bytes) !== file.contentType) throw new Problem('file_not_a_picture', { fileId: file.fileId });
  return { ...file, finishedAt, objectKey, ...(isShownToWechat(file.purpose) ? { pictureCheck: 'checking' } : {}) };
}

export const refOf = ({ fileId, purpose, contentType, size, finishedAt }: FinishedFile): FileRef => ({ fileId, purpose, contentType, size, finishedAt });

/**
 * Who took it, until it is handed in; from then on whoever works for the employer it belongs to, and the officers of that employer's
 * region. To others, a colleague who has left among them, it is not there. 〔个人信息保护法 §6〕
 */
export function requireFileSight(file: KeptFile, employer: Employer | undefined, by: Caller): FinishedFile {
  const isOwn = file.ownerId === by.workerId && by.role !== 'officer' && file.employerId === undefined;
  const isColleague = by.role === 'recruiter' && file.employerId !== undefined && by.scope === file.employerId;
  const isOfficer = employer !== undefined && isOfficerOf(employer.regionCode, by);
  if (!isFinished(file) || !(isOwn || isColleague || isOfficer)) throw new Problem('not_found', { fileId: file.fileId });
  return file;
}
