import { FairId, JobId } from '@shanhai/shared/contract/basics.ts';
import * as z from 'zod';

interface Change {
  before?: Record<string, unknown> | undefined;
  after?: Record<string, unknown> | undefined;
}

const Brought = z.object({ fairId: FairId, openings: z.array(z.object({ jobId: JobId })) });
const broughtBy = (item: Change['after']): JobId[] => (item ? Brought.parse(item).openings.map((o) => o.jobId) : []);

/** Openings of which more or less is left than before. */
export function leftChangedOf({ before, after }: Change): JobId[] {
  if (!String(after?.pk).startsWith('J#') || !before) return [];
  return before.filled === after?.filled && before.headcount === after?.headcount ? [] : [JobId.parse(after?.jobId)];
}

/** Openings that a booth has just been given. */
export function broughtOf({ before, after }: Change): { fairId: FairId; jobIds: JobId[] }[] {
  if (!String(after?.pk).startsWith('F#') || !String(after?.sk).startsWith('B#')) return [];
  const had = new Set(broughtBy(before));
  const jobIds = broughtBy(after).filter((jobId) => !had.has(jobId));
  return jobIds.length ? [{ fairId: FairId.parse(after?.fairId), jobIds }] : [];
}
