import type { Import } from '@shanhai/shared/contract/imports.ts';
import type { JobForm } from '@shanhai/shared/contract/jobs.ts';
import { type ImportStatus, rowOutcomes } from '@shanhai/shared/rules/imports.ts';
import type { KeptRow } from './kept-row.ts';

interface Going {
  good: number;
  added: number;
  standing: number;
  differs: number;
  next: number;
  parts: number;
}

/** Is the row one that somebody has to look at? */
export const isTelling = (row: KeptRow): boolean => row.problems.length > 0 || row.findings.length > 0 || row.outcome === 'differs';

/** How many of the rows came to what, together with those before. */
export function counted(before: Going, rows: readonly KeptRow[]): Pick<Import, 'added' | 'standing' | 'differs' | 'status'> {
  const [added, standing, differs] = rowOutcomes.map((outcome) => before[outcome] + rows.filter((r) => r.outcome === outcome).length) as [
    number,
    number,
    number,
  ];
  const status: ImportStatus = before.next + 1 >= before.parts ? 'done' : 'running';
  return { added, standing, differs, status };
}

export const leftOf = ({ good, added, standing, differs }: Going): number => good - added - standing - differs;

/** Does the opening that stands there say the same? Only what a list can say is compared. */
export function isSameOpening(standing: JobForm, form: JobForm): boolean {
  return (Object.keys(form) as (keyof JobForm)[]).every((field) => JSON.stringify(standing[field]) === JSON.stringify(form[field]));
}
