import * as z from 'zod';
import { exportKinds, exportPurposes } from '../rules/exports.ts';
import { Cursor, Instant, Nothing } from './basics.ts';

const count = z.number().int();
const Sheet = z.object({ fileName: z.string(), xlsxBase64: z.string(), rows: count });

/** One list that was taken: by whom, for what, with which columns. It holds no row of the list. */
export const Export = z.object({
  exportId: z.string(),
  at: Instant,
  kind: z.enum(exportKinds),
  /** For lists of people. */
  purpose: z.enum(exportPurposes).optional(),
  byName: z.string(),
  role: z.string(),
  /** Whose people or openings, in words. */
  scopeName: z.string(),
  columns: z.array(z.string()),
  rows: count,
  /** Holds names or phones. */
  isPersonal: z.boolean(),
});
export type Export = z.infer<typeof Export>;

export const exportsContract = {
  /** 岗位供给清单: a recruiter’s own openings; for a bureau the open ones on both sides of its pairings. */
  'exports.openings': { by: ['recruiter', 'organizer', 'officer'], input: Nothing, output: Sheet },
  /** 劳动力供给清单: the own county’s people, for the other side of a pairing without phones. Each is recorded. */
  'exports.people': { by: ['officer'], input: z.object({ purpose: z.enum(exportPurposes) }), output: Sheet },
  /** Which lists of the own region were taken, newest first. */
  'exports.list': { by: ['officer'], input: z.object({ cursor: Cursor.optional() }), output: z.object({ items: z.array(Export), cursor: Cursor.optional() }) },
} as const;
