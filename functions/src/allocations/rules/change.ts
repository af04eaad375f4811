import type { AllocatedOpening } from '@shanhai/shared/contract/allocations.ts';
import type { JobId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { KeptRow } from './propose.ts';

/** The same openings with one more or one less at this one. */
const moved = (openings: readonly AllocatedOpening[], jobId: JobId | undefined, by: 1 | -1): AllocatedOpening[] =>
  openings.map((o) => (o.jobId === jobId ? { ...o, placed: o.placed + by } : o));

/** An opening that an officer may put this person on: one of the allocation with a place left. @throws opening_not_here, opening_full */
export function requirePlace(row: KeptRow, openings: readonly AllocatedOpening[], jobId: JobId): void {
  const wanted = openings.find((o) => o.jobId === jobId);
  if (!wanted) throw new Problem('opening_not_here', { jobId });
  if (jobId !== row.jobId && wanted.placed >= wanted.places) throw new Problem('opening_full', { jobId });
}

/** An officer decides otherwise, and says why. */
export function changeRow(row: KeptRow, openings: readonly AllocatedOpening[], to: Pick<KeptRow, 'jobId' | 'fit' | 'reasons'>, changedWhy: string) {
  return {
    row: { ...row, ...to, changedWhy },
    openings: moved(moved(openings, row.jobId, -1), to.jobId, 1),
  };
}
