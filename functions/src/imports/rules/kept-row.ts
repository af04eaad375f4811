import { JobForm } from '@shanhai/shared/contract/jobs.ts';
import { rowOutcomes } from '@shanhai/shared/rules/imports.ts';
import * as z from 'zod';
import { SurveyedPerson } from './person.ts';

/** A checked row as it waits: a good one with what it becomes, a bad one with its cells as they came. */
export const KeptRow = z.object({
  row: z.number().int(),
  about: z.string(),
  /** What makes it the same thing when it comes again. */
  key: z.string(),
  opening: JobForm.optional(),
  person: SurveyedPerson.optional(),
  findings: z.array(z.object({ what: z.string(), article: z.string() })),
  problems: z.array(z.object({ where: z.string(), what: z.string() })),
  cells: z.array(z.string()).optional(),
  outcome: z.enum(rowOutcomes).optional(),
});
export type KeptRow = z.infer<typeof KeptRow>;
