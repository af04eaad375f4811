import { type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { afterDays, afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { erasureDays } from '@shanhai/shared/rules/rights.ts';
import * as z from 'zod';
import { indexed, keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';

/** What was on its way when the first sweep went by is found by the second. */
const sweepAgainMinutes = 60;
const dueKind = 'erasure';

const Request = z.object({ workerId: WorkerIdShape, askedAt: z.string(), dueAt: z.string(), state: z.enum(['asked', 'sweeping', 'swept']) });
export type ErasureRequest = z.infer<typeof Request>;

/** Who asked to be erased, and when it is due. */
export function erasureStore(table: Table) {
  const dueAt = (workerId: WorkerId, at: string) => indexed.due(dueKind, at, workerId);

  async function find(workerId: WorkerId): Promise<ErasureRequest | undefined> {
    const item = await table.find(keys.erasure(workerId), { strongly: true });
    return item && Request.parse(item);
  }

  return {
    find,

    /** Asked once; asking again does not move the day. */
    async ask(workerId: WorkerId, askedAt: string): Promise<void> {
      const due = afterDays(askedAt, erasureDays);
      await table.insert(keys.erasure(workerId), { workerId, askedAt, dueAt: due, state: 'asked', ...dueAt(workerId, due) });
    },

    /** Erased by the clock at once: a registration by others that has ended. */
    async askNow(workerId: WorkerId, at: string): Promise<void> {
      await table.insert(keys.erasure(workerId), { workerId, askedAt: at, dueAt: at, state: 'asked', ...dueAt(workerId, at) });
    },

    /** Only while it has not begun. */
    cancel: async (workerId: WorkerId): Promise<boolean> =>
      !(await table.transact([
        table.write.remove(keys.erasure(workerId), 'attribute_not_exists(pk) OR #state = :asked', { ':asked': 'asked' }, { '#state': 'state' }),
      ])),

    async due(now: string, limit: number): Promise<ErasureRequest[]> {
      const { items } = await table.query({ pk: indexed.due(dueKind, '', '').gsi2pk, index: 'gsi2', between: ['0', `${now}~`], limit });
      return items.map((item) => Request.parse(item));
    },

    /** From here on it is not taken back. False when it was just cancelled. */
    async begin(workerId: WorkerId): Promise<boolean> {
      const outcome = await table.change(keys.erasure(workerId), { set: { state: 'sweeping' }, condition: 'attribute_exists(pk)' });
      return 'item' in outcome;
    },

    /** Swept once: again in an hour. Swept twice: done. */
    async swept({ workerId, state }: ErasureRequest, now: string): Promise<void> {
      if (state === 'swept') await table.remove(keys.erasure(workerId));
      else
        await table.change(keys.erasure(workerId), {
          set: { state: 'swept', ...dueAt(workerId, afterMinutes(now, sweepAgainMinutes)) },
          condition: 'attribute_exists(pk)',
        });
    },
  };
}
