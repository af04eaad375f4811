import * as z from 'zod';
import { filePurposes, largestFileBytes, pictureTypes, smallestFileBytes } from '../rules/files.ts';
import { Instant } from './basics.ts';

export const FileId = z
  .string()
  .regex(/^[\w-]{16}$/)
  .brand('FileId');
export type FileId = z.infer<typeof FileId>;

/** A file that was looked at: a picture of the kind and size it says. */
export const FileRef = z.object({
  fileId: FileId,
  purpose: z.enum(filePurposes),
  contentType: z.enum(pictureTypes),
  size: z.number().int(),
  finishedAt: Instant,
});
export type FileRef = z.infer<typeof FileRef>;

export const filesContract = {
  /** A place for one file of exactly this size and type; the bytes go to `url` with these headers and nothing else. */
  'files.start': {
    by: ['worker', 'recruiter'],
    input: z.object({
      purpose: z.enum(filePurposes),
      contentType: z.enum(pictureTypes),
      size: z.number().int().min(smallestFileBytes).max(largestFileBytes),
    }),
    output: z.object({ fileId: FileId, url: z.string(), method: z.literal('PUT'), headers: z.object({ 'content-type': z.string() }) }),
  },
  /** Looks at what came in. The same answer however often it is asked. */
  'files.finish': { by: ['worker', 'recruiter'], input: z.object({ fileId: FileId }), output: FileRef },
  /** A link of some minutes, for its owner, the employer's people and the officers of its region. */
  'files.link': {
    by: ['worker', 'recruiter', 'officer'],
    input: z.object({ fileId: FileId }),
    output: z.object({ url: z.string(), contentType: z.enum(pictureTypes), untilAt: Instant }),
  },
} as const;
