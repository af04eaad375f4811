import * as z from 'zod';
import { importKinds, importStatuses, largestImport, personFields, rowOutcomes } from '../rules/imports.ts';
import { Cursor, Instant, text, wholeNumber } from './basics.ts';

export const ImportId = z.string().regex(/^[\w-]{12}$/);
const count = z.number().int();
const Kind = z.enum(importKinds);
const Sheet = z.object({ fileName: z.string(), xlsxBase64: z.string() });

/** One file and how far it has come. */
export const Import = z.object({
  importId: ImportId,
  kind: Kind,
  fileName: z.string(),
  createdAt: Instant,
  status: z.enum(importStatuses),
  /** Rows of the file that say something, and what the check found. */
  rows: count,
  good: count,
  bad: count,
  /** Good rows of which the law will ask something before they can be published. */
  warned: count,
  /** Rows that say once more what another row of the file says. */
  repeated: count,
  /** What became of the good rows so far. */
  added: count,
  standing: count,
  differs: count,
  left: count,
  /** What was read otherwise than somebody might think. */
  notes: z.array(z.string()),
});
export type Import = z.infer<typeof Import>;

/** A row to look at: `7`, `电工 · 月浦镇`, and what is to be done about it. */
export const ImportedRow = z.object({
  row: count,
  about: z.string(),
  problems: z.array(z.object({ where: z.string(), what: z.string() })),
  findings: z.array(z.object({ what: z.string(), article: z.string() })),
  outcome: z.enum(rowOutcomes).optional(),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

/** 530324.worker000001.aB3dE6gH: the county, the person, and what was said. */
export const ConflictId = z.string().regex(/^\d{6}\.[\w-]{12}\.[\w-]{8}$/);
const Side = z.enum(['standing', 'said']);
const Take = z.object({ field: z.enum(personFields), side: Side });

/** A person in two versions, or one that somebody settled; the name is masked. */
export const Conflict = z.object({
  conflictId: ConflictId,
  about: z.string(),
  foundAt: Instant,
  fileName: z.string(),
  settled: z.object({ at: Instant, byName: z.string(), takes: z.array(Take) }).optional(),
});
export type Conflict = z.infer<typeof Conflict>;

const one = z.object({ importId: ImportId });
const staff = ['recruiter', 'officer'] as const;

/** Recruiters bring openings of their employer, officers people of their county; each sees only the own imports. */
export const importsContract = {
  'imports.template': { by: staff, input: z.object({ kind: Kind }), output: Sheet },
  /** Reads and checks; nothing of it is written but the checked rows themselves. */
  'imports.read': {
    by: staff,
    input: z.object({ kind: Kind, fileName: text(120), fileBase64: z.base64().max(Math.ceil(largestImport / 3) * 4) }),
    output: Import,
  },
  'imports.list': { by: staff, input: z.object({ kind: Kind }), output: z.object({ items: z.array(Import) }) },
  'imports.get': { by: staff, input: one, output: Import },
  /** Rows that somebody has to look at, a part of the file at a time. */
  'imports.rows': {
    by: staff,
    input: one.extend({ part: wholeNumber(0, 999).optional() }),
    output: z.object({ items: z.array(ImportedRow), nextPart: count.optional() }),
  },
  /** Brings the next rows in; asked again until none is left. The same step asked twice does no harm. */
  'imports.step': { by: staff, input: one, output: Import },
  /** People in two versions, oldest first; or what was settled, newest first. */
  'imports.conflicts': {
    by: ['officer'],
    input: z.object({ state: z.enum(['open', 'settled']).default('open'), cursor: Cursor.optional() }),
    output: z.object({ items: z.array(Conflict), cursor: Cursor.optional() }),
  },
  /** Both versions side by side, field by field, as words; looking is recorded with the person. `rev` is what was seen. */
  'imports.conflict': {
    by: ['officer'],
    input: z.object({ conflictId: ConflictId }),
    output: Conflict.extend({
      rev: z.number().int().optional(),
      fields: z.array(z.object({ field: z.enum(personFields), standing: z.string(), said: z.string() })),
    }),
  },
  /** A human takes one side of each field that differs; nothing is taken by itself. */
  'imports.settle': {
    by: ['officer'],
    input: z.object({ conflictId: ConflictId, rev: z.number().int().optional(), takes: z.array(Take).max(personFields.length) }),
    output: Conflict,
  },
  /** The rows that stayed out, as they came, each with what is wrong with it. */
  'imports.badRows': { by: staff, input: one, output: Sheet },
} as const;
