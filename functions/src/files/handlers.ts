import { createHash } from 'node:crypto';
import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { FileId } from '@shanhai/shared/contract/files.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { objectFolders } from '../table/layout.ts';
import { type FinishedFile, finishFile, isFinished, type KeptFile, refOf, requireFileSight, requireOwner, startFile } from './rules.ts';

const uploadSeconds = 600;
const lookSeconds = 300;
/** WeChat fetches a picture within half an hour, or not at all. */
const checkSeconds = 1800;
const incomingKey = (fileId: FileId): string => `${objectFolders.incoming}${fileId}`;
/** Other bytes have another place: what was looked at is never written over. */
const fileKey = (fileId: FileId, bytes: Uint8Array): string =>
  `${objectFolders.files}${fileId}/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;

/** Takes exactly the bytes that were looked at out of the reach of the upload link. */
async function takeIn(file: KeptFile, { files, objects, now }: Deps): Promise<FinishedFile> {
  const found = await objects.get(incomingKey(file.fileId));
  if (!found || found === 'unchanged') return afterAnother(await files.get(file.fileId));
  const { bytes } = found;
  try {
    const finished = finishFile(file, bytes, fileKey(file.fileId, bytes), now());
    await objects.put(finished.objectKey, bytes, file.contentType);
    return await files.finish(finished);
  } finally {
    await objects.remove(incomingKey(file.fileId));
  }
}

/** Has WeChat look at the picture. Where it cannot be asked, an officer looks without it. */
async function haveChecked(file: FinishedFile, { files, objects, content, now }: Deps): Promise<void> {
  if (file.pictureCheck !== 'checking') return;
  const traceId = await content.askAboutPicture(file.ownerId, await objects.downloadLink(file.objectKey, checkSeconds));
  if (traceId) await files.awaitVerdict(traceId, file.fileId, now());
  else await files.sayCheck(file.fileId, 'unchecked');
}

/** Nothing came in, or another request has taken it in meanwhile. */
function afterAnother(file: KeptFile): FinishedFile {
  if (!isFinished(file)) throw new Problem('file_not_here', { fileId: file.fileId });
  return file;
}

/** Whose identity card was looked at reads it under 谁看过我. */
async function recordLook({ ownerId, purpose }: KeptFile, by: Caller, { workers, now, newId }: Deps): Promise<void> {
  if (by.role !== 'officer' || purpose !== 'agent_id') return;
  const byName = `${regionName(by.scope ?? '')}人社局`;
  await workers.recordView(ownerId, { at: now(), role: by.role, byName, what: 'agent_id' }, newId(6));
}

export const filesHandlers: HandlersOf<'files'> = {
  async 'files.start'({ input, caller }, { files, objects, newId, now }) {
    await files.countStart(caller.workerId, chinaDay(now()), now());
    const file = startFile(input, newId(16) as FileId, caller.workerId, now());
    await files.start(file);
    const link = await objects.uploadLink({ key: incomingKey(file.fileId), contentType: file.contentType, bytes: file.size }, uploadSeconds);
    return { fileId: file.fileId, ...link };
  },

  async 'files.finish'({ input, caller }, deps) {
    const file = await deps.files.get(input.fileId);
    requireOwner(file, caller);
    if (isFinished(file)) return refOf(file);
    const finished = await takeIn(file, deps);
    await haveChecked(finished, deps);
    return refOf(finished);
  },

  async 'files.link'({ input, caller }, deps) {
    const file = await deps.files.get(input.fileId);
    const employer = file.employerId && caller.role === 'officer' ? await deps.employers.get(file.employerId) : undefined;
    const { contentType, objectKey } = requireFileSight(file, employer, caller);
    await recordLook(file, caller, deps);
    const untilAt = new Date(Date.parse(deps.now()) + lookSeconds * 1000).toISOString();
    return { url: await deps.objects.downloadLink(objectKey, lookSeconds), contentType, untilAt };
  },
};
