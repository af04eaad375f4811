import type { Home, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { View, Wish, Worker } from '@shanhai/shared/contract/workers.ts';
import { keys, prefixes } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';

export const Profile = Worker.omit({ code: true, workerId: true }).extend({ wish: Wish.default({ trades: [] }) });
export interface ProfileChange {
  name?: string | undefined;
  phone?: string | undefined;
  home?: Home | undefined;
  wish?: Wish | undefined;
}

/** Views are kept as long as the service ledger. 〔人力资源市场暂行条例 §33〕 */
const viewDays = 730;

export function workerStore(table: Table) {
  return {
    /** A person's profile; an empty one for somebody who has told nothing yet. */
    async get(workerId: WorkerId) {
      return Profile.parse((await table.find(keys.worker(workerId))) ?? {});
    },

    /** Changes what is given and keeps the rest. */
    async change(workerId: WorkerId, change: ProfileChange) {
      const given = Object.fromEntries(Object.entries(change).filter(([, v]) => v !== undefined));
      if (!Object.keys(given).length) return this.get(workerId);
      const outcome = await table.change(keys.worker(workerId), { set: given });
      return Profile.parse('item' in outcome ? outcome.item : {});
    },

    /** The part of a registration that makes the person. */
    newWorker: (workerId: WorkerId, profile: object): Write => table.write.insert(keys.worker(workerId), { ...profile }),

    /** Records that staff looked at a person's data. */
    recordView: (workerId: WorkerId, view: View, id: string) =>
      table.put(keys.view(workerId, view.at, id), { ...view, ttl: Math.floor(Date.parse(view.at) / 1000) + viewDays * 86_400 }),

    async views(workerId: WorkerId): Promise<View[]> {
      const { items } = await table.query({ pk: keys.worker(workerId).pk, prefix: prefixes.view, newestFirst: true, limit: 100 });
      return items.map((item) => View.parse(item));
    },
  };
}
