import { EmployerId, FairId, JobId, type WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import { keys } from '../table/keys.ts';
import { itemOf } from '../table/stream-item.ts';
import type { Refusals, Table, Write } from '../table/table.ts';

const Opening = z.object({ jobId: JobId, employerId: EmployerId, headcount: z.number(), filled: z.number().default(0), status: z.string() });
const Booth = z.object({ fairId: FairId, openings: z.array(z.object({ jobId: JobId })) });

/** The two writes that take or free a place are always two, in this order. */
const writesPerPlace = 2;

/**
 * Places of openings. A place is taken in the transaction of the acceptance, on the condition that one is free, and with a
 * row of its own, so that one person takes one place of an opening however often they say yes.
 */
export function placeStore(table: Table) {
  const take = (workerId: WorkerId, jobId: JobId, at: string): Write[] => [
    table.write.change(keys.job(jobId), {
      add: { filled: 1 },
      condition: '#status = :open AND #headcount > :none AND (attribute_not_exists(#filled) OR #filled < #headcount)',
      names: { '#status': 'status', '#filled': 'filled', '#headcount': 'headcount' },
      values: { ':open': 'open', ':none': 0 },
    }),
    table.write.insert(keys.place(workerId, jobId), { jobId, takenAt: at }),
  ];

  const free = (workerId: WorkerId, jobId: JobId): Write[] => [
    table.write.change(keys.job(jobId), { add: { filled: -1 } }),
    table.write.remove(keys.place(workerId, jobId), 'attribute_exists(pk)'),
  ];

  const openings = async (jobIds: readonly JobId[]) => (await table.findMany([...new Set(jobIds)].map(keys.job))).map((item) => Opening.parse(item));

  async function openFairs(fairIds: FairId[]): Promise<FairId[]> {
    const fairs = await table.findMany([...new Set(fairIds)].map(keys.fair));
    return fairs.filter((f) => f.status !== 'closed').map((f) => FairId.parse(f.fairId));
  }

  return {
    /** What moves with a change of an acceptance: the place it held, if it stands written, and the place it holds now. */
    async moved(workerId: WorkerId, before: JobId | undefined, after: JobId | undefined, at: string): Promise<Write[]> {
      if (before === after) return [];
      const held = before && (await table.find(keys.place(workerId, before), { strongly: true }));
      return [...(held ? free(workerId, before) : []), ...(after ? take(workerId, after, at) : [])];
    },

    /** A place that somebody already holds: for moving a world in, where the opening has it counted. */
    hold: (workerId: WorkerId, jobId: JobId, at: string) => table.put(keys.place(workerId, jobId), { jobId, takenAt: at }),

    /** Why the places of a transaction were refused; undefined when they were not. `reasons` are those of `moved`'s writes. */
    refusalOf(reasons: Refusals, jobId: JobId | undefined): Problem | undefined {
      const [opening, row] = reasons.slice(-writesPerPlace);
      if (opening?.Code === 'ConditionalCheckFailed') {
        const standing = Opening.partial().safeParse(opening.Item ? itemOf(opening.Item) : {}).data;
        const isOpen = standing?.status === 'open';
        return new Problem(isOpen ? 'opening_full' : 'opening_not_offered', { jobId });
      }
      return row?.Code === 'ConditionalCheckFailed' ? new Problem('place_held', { jobId }) : undefined;
    },

    /** Shows everywhere what became of these openings. */
    async tellBooths(jobIds: readonly JobId[]): Promise<void> {
      for (const { jobId, employerId, headcount, filled } of await openings(jobIds)) {
        const booths = (await table.queryAll({ pk: `BE#${employerId}`, index: 'gsi1' })).map((item) => Booth.parse(item));
        const here = booths.filter((b) => b.openings.some((o) => o.jobId === jobId)).map((b) => b.fairId);
        for (const fairId of await openFairs(here)) await table.put(keys.taken(fairId, jobId), { jobId, headcount, filled });
      }
    },

    /** Shows at a booth what is left of what was just brought there; a row of an earlier time goes. */
    async tellBooth(fairId: FairId, jobIds: readonly JobId[]): Promise<void> {
      for (const { jobId, headcount, filled } of await openings(jobIds)) {
        const key = keys.taken(fairId, jobId);
        await (filled > 0 ? table.put(key, { jobId, headcount, filled }) : table.remove(key));
      }
    },
  };
}
