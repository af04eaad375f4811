import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { View } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import type { Seal } from '../sealing/seal.ts';
import { indexed, keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { NewPerson, type OnBehalf, Profile, type ProfileChange } from './profile.ts';
import { regionStore } from './region-store.ts';
import { youngUntil } from './rules.ts';
import { sealedStore } from './sealed-store.ts';

/** Views are kept as long as the service ledger. 〔人力资源市场暂行条例 §33〕 */
const viewDays = 730;

/** A profile as it is stored: found by its home as well. */
function indexedProfile(workerId: WorkerId, { home, ...rest }: Item & Pick<ProfileChange, 'home'>): Item {
  return { ...rest, ...(home ? { home, ...indexed.workerOfCounty(home.regionCode, home.town ?? '', workerId) } : {}) };
}

export function workerStore(table: Table, seal: Seal, now: () => string) {
  const sealed = sealedStore(table, seal);

  return {
    ...regionStore(table),
    ...sealed,

    /** A person's profile; an empty one for somebody who has told nothing yet. */
    async get(workerId: WorkerId) {
      return Profile.parse((await table.find(keys.worker(workerId))) ?? {});
    },

    /** Changes what is given and keeps the rest. */
    async change(workerId: WorkerId, change: ProfileChange) {
      const given = Object.fromEntries(Object.entries(change).filter(([, v]) => v !== undefined));
      if (!Object.keys(given).length) return this.get(workerId);
      const outcome = await table.change(keys.worker(workerId), { set: indexedProfile(workerId, given), add: { rev: 1 } });
      return Profile.parse('item' in outcome ? outcome.item : {});
    },

    /** The part of a registration that makes the person. */
    newWorker: (workerId: WorkerId, profile: Item & Pick<ProfileChange, 'home'>): Write =>
      table.write.insert(keys.worker(workerId), indexedProfile(workerId, profile)),

    /**
     * Registers somebody on behalf of whom another answers: 代办, or a row of a village survey. The id is handed in, so
     * that the same row sent again meets itself (`worker_exists`). Under 16 is refused before anything is written.
     */
    async createFor(workerId: WorkerId, person: NewPerson, onBehalf: OnBehalf): Promise<void> {
      const { residentId, ...profile } = NewPerson.parse(person);
      const youngUntilOn = residentId && youngUntil(residentId, chinaDay(now()));
      const registered = { ...onBehalf, at: now(), agreed: true };
      const writes = [this.newWorker(workerId, { ...profile, ...(youngUntilOn ? { youngUntilOn } : {}), registered })];
      if (residentId) writes.push(sealed.newSealed(workerId, residentId));
      if (onBehalf.via === 'proxy') {
        writes.push(table.write.insert(keys.actsFor(onBehalf.by, workerId), { workerId, relation: onBehalf.relation, since: now() }));
      }
      if (await table.transact(writes)) throw new Problem('worker_exists');
    },

    /** Records that staff looked at a person's data. */
    recordView: (workerId: WorkerId, view: View, id: string) =>
      table.put(keys.view(workerId, view.at, id), { ...view, ttl: Math.floor(Date.parse(view.at) / 1000) + viewDays * 86_400 }),

    async views(workerId: WorkerId): Promise<View[]> {
      const { items } = await table.query({ pk: keys.worker(workerId).pk, prefix: prefixes.view, newestFirst: true, limit: 100 });
      return items.map((item) => View.parse(item));
    },
  };
}
