import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { type HeldCategory, View } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { Seal } from '../sealing/seal.ts';
import { indexed, keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { learnStore } from './learn-store.ts';
import { mergeStore } from './merge-store.ts';
import { NewPerson, type OnBehalf, Profile, type ProfileChange } from './profile.ts';
import { proxyStore } from './proxy-store.ts';
import { regionStore } from './region-store.ts';
import { sayCategory } from './rules/categories.ts';
import { personFor } from './rules/on-behalf.ts';
import { sealedStore } from './sealed-store.ts';
import { skilledStore } from './skilled-store.ts';
import { lookingItem, profileItem, stillLooking } from './stored-profile.ts';
import { surveyStore } from './survey-store.ts';

/** Views are kept as long as the service ledger. 〔人力资源市场暂行条例 §33〕 */
const viewDays = 730;

interface Around {
  seal: Seal;
  now: () => string;
  /** Who looks at somebody leaves it in the audit too. */
  seen: (workerId: string, reason?: string) => void;
}

export function workerStore(table: Table, { seal, now, seen }: Around) {
  const sealed = sealedStore(table, seal);

  async function get(workerId: WorkerId): Promise<Profile> {
    return Profile.parse((await table.find(keys.worker(workerId))) ?? {});
  }

  async function write(workerId: WorkerId, set: Item, remove: string[] = []): Promise<Profile> {
    const outcome = await table.change(keys.worker(workerId), { set, ...(remove.length ? { remove } : {}), add: { rev: 1 } });
    return Profile.parse('item' in outcome ? outcome.item : {});
  }

  /** The part of a registration that makes the person. */
  const newWorker = (workerId: WorkerId, profile: Item & Pick<ProfileChange, 'home'>): Write =>
    table.write.insert(keys.worker(workerId), profileItem(workerId, profile));

  return {
    ...regionStore(table),
    ...sealed,
    ...proxyStore(table, seal, now),
    ...mergeStore(table, sealed, now),
    ...learnStore(table, seal, now),
    ...skilledStore(table, now),
    ...surveyStore(table, seal),
    newWorker,

    /** A person's profile; an empty one for somebody who has told nothing yet. */
    get,

    /** Profiles of many, by id; those who have told nothing yet are left out. */
    async getMany(workerIds: readonly WorkerId[], read?: { strongly: boolean }): Promise<Map<WorkerId, Profile>> {
      const items = await table.findMany([...new Set(workerIds)].map(keys.worker), read);
      return new Map(items.map((item) => [String(item.pk).slice(2) as WorkerId, Profile.parse(item)]));
    },

    /** Changes what is given and keeps the rest. Who says a wish looks for work. */
    async change(workerId: WorkerId, change: ProfileChange): Promise<Profile> {
      const given = Object.fromEntries(Object.entries(change).filter(([, v]) => v !== undefined));
      if (!Object.keys(given).length) return get(workerId);
      return write(workerId, profileItem(workerId, { ...given, ...(change.wish ? { looking: { is: true, saidAt: now() } } : {}) }));
    },

    /** The phone that WeChat confirmed to be this person's. */
    confirmPhone: (workerId: WorkerId, phone: string): Promise<Profile> => write(workerId, { phone, confirmedPhone: seal.blind('phone', phone) }),
    isConfirmed: ({ phone, confirmedPhone }: Profile): boolean => !!phone && confirmedPhone === seal.blind('phone', phone),

    /** Somebody is held to be something of the papers, or no longer, on somebody's word. */
    sayCategory: (workerId: WorkerId, said: HeldCategory, holds: boolean): Promise<HeldCategory[]> =>
      sealed.changeCategories(workerId, (held) => sayCategory(held, said, holds)),

    /** 还在找吗, answered. */
    sayLooking: (workerId: WorkerId, is: boolean): Promise<Profile> =>
      write(workerId, lookingItem(workerId, { is, saidAt: now() }), is ? [] : ['gsi2pk', 'gsi2sk']),

    /** Who is due to be asked 还在找吗, the longest waiting first. */
    async toBeAsked(most: number): Promise<{ workerId: WorkerId; gsi2sk: string }[]> {
      const { gsi2pk: pk } = indexed.due(stillLooking, '', '');
      const { items } = await table.query({ pk, index: 'gsi2', between: ['0', `${now()}~`], limit: most });
      return items.map((i) => ({ workerId: String(i.pk).slice(2) as WorkerId, gsi2sk: String(i.gsi2sk) }));
    },

    /** Was asked: not again before the person answers. An answer that came meanwhile stays. */
    asked: (workerId: WorkerId, gsi2sk: string) =>
      table.change(keys.worker(workerId), {
        remove: ['gsi2pk', 'gsi2sk'],
        add: { rev: 1 },
        condition: 'gsi2sk = :seen',
        values: { ':seen': gsi2sk },
      }),

    /**
     * Registers somebody on behalf of whom another answers: 代办, or a row of a village survey. The id is handed in, so
     * that the same row sent again meets itself (`worker_exists`). Under 16 is refused before anything is written.
     */
    async createFor(workerId: WorkerId, person: NewPerson, onBehalf: OnBehalf): Promise<void> {
      const { residentId, categories } = person;
      const writes = [newWorker(workerId, personFor(NewPerson.parse(person), onBehalf, now()))];
      if (residentId || categories?.length) writes.push(sealed.newSealed(workerId, { residentId, categories }));
      const { by, relation, via } = onBehalf;
      if (via === 'proxy') writes.push(table.write.insert(keys.actsFor(by, workerId), { workerId, relation, since: now() }));
      if (await table.transact(writes)) throw new Problem('worker_exists');
    },

    /** Records that staff looked at a person's data. */
    recordView(workerId: WorkerId, view: View, id: string): Promise<unknown> {
      seen(workerId, view.purpose);
      return table.put(keys.view(workerId, view.at, id), { ...view, ttl: Math.floor(Date.parse(view.at) / 1000) + viewDays * 86_400 });
    },

    async views(workerId: WorkerId): Promise<View[]> {
      const { items } = await table.query({ pk: keys.worker(workerId).pk, prefix: prefixes.view, newestFirst: true, limit: 100 });
      return items.map((item) => View.parse(item));
    },
  };
}
