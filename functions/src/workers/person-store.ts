import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { type HeldCategory, View } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { ConsentPurpose, ConsentWay } from '@shanhai/shared/rules/consents.ts';
import type { Seal } from '../sealing/seal.ts';
import { indexed, keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import type { Ledger } from './ledger.ts';
import { NewPerson, type OnBehalf, Profile, type ProfileChange } from './profile.ts';
import { proxyStore, type RolesOf } from './proxy-store.ts';
import { regionStore } from './region-store.ts';
import { sayCategory } from './rules/categories.ts';
import { personFor } from './rules/on-behalf.ts';
import { registrationEnds } from './rules/registration.ts';
import { sealedStore } from './sealed-store.ts';
import { selvesStore } from './selves-store.ts';
import { lookingItem, profileItem, stillLooking } from './stored-profile.ts';

/** Views are kept as long as the service ledger. 〔人力资源市场暂行条例 §33〕 */
const viewDays = 730;

const ownReceiver: Partial<Record<ConsentPurpose, string>> = { phone: '山海就业', ranking: '山海就业', findable: '核验过的单位' };

/** What a change of the record says yes or no to: the phone, the ranking, being found. */
function switched({ phone, isRankingOff, isFindable }: ProfileChange): [ConsentPurpose, boolean][] {
  const all: [ConsentPurpose, boolean | undefined][] = [
    ['phone', phone !== undefined || undefined],
    ['ranking', isRankingOff === undefined ? undefined : !isRankingOff],
    ['findable', isFindable],
  ];
  return all.filter((one): one is [ConsentPurpose, boolean] => one[1] !== undefined);
}

export interface Around {
  seal: Seal;
  consents: Ledger;
  now: () => string;
  /** Who looks at somebody leaves it in the audit too. */
  seen: (workerId: string, reason?: string) => void;
  rolesOf: RolesOf;
}

/** What somebody said aloud at a gate, to whom and when. */
interface HeardAtGate {
  by: WorkerId;
  receiver: string;
  at: string;
  elsewhere?: { regions: string[]; receiver: string; version: string } | undefined;
}

/** What a gate knows of people, and what they say of themselves. */
export function personStore(table: Table, { seal, consents, now, seen, rolesOf }: Around) {
  const sealed = sealedStore(table, seal, consents, now);

  async function get(workerId: WorkerId): Promise<Profile> {
    return Profile.parse((await table.find(keys.worker(workerId))) ?? {});
  }

  /** Changes the record, with what the person says yes or no to by it. Nobody who was erased comes back by a late request. */
  async function write(workerId: WorkerId, set: Item, remove: string[] = [], said: Write[] = []): Promise<Profile> {
    const change = { set, remove, add: { rev: 1 }, condition: 'attribute_not_exists(erasedAt)' };
    if (said.length) {
      if (await table.transact([table.write.change(keys.worker(workerId), change), ...said])) throw new Problem('person_erased');
      return Profile.parse((await table.find(keys.worker(workerId), { strongly: true })) ?? {});
    }
    const outcome = await table.change(keys.worker(workerId), change);
    if ('standing' in outcome) throw new Problem('person_erased');
    return Profile.parse(outcome.item);
  }

  const saying = (workerId: WorkerId, purpose: ConsentPurpose, isGiven: boolean): Write =>
    isGiven ? consents.line(workerId, { purpose, receiver: ownReceiver[purpose] ?? '', at: now() }) : consents.withdrawn(workerId, { purpose, at: now() });

  /** What the person said yes to when somebody else registered them, heard or signed. */
  function heardOf(workerId: WorkerId, { residentId, categories }: NewPerson, { by, via, byName = '', consent, elsewhere }: OnBehalf): Write[] {
    const heard = { how: consent.how, by, at: now() };
    const lasts = via === 'proxy' ? { about: by } : { endsAt: registrationEnds(via, now()) };
    const to = (purpose: ConsentPurpose, receiver: string | undefined, isSaid = true): Write[] =>
      isSaid && receiver ? [consents.line(workerId, { ...heard, purpose, receiver })] : [];
    return [
      consents.line(workerId, { ...heard, purpose: 'registered', receiver: byName, ...lasts }),
      ...to('resident_id', '山海就业', !!residentId),
      ...to('categories', '本县人社局', !!categories?.length),
      ...to('elsewhere', elsewhere?.receiver),
    ];
  }

  /** The part of a registration that makes the person. */
  const newWorker = (workerId: WorkerId, profile: Item & Pick<ProfileChange, 'home'>): Write =>
    table.write.insert(keys.worker(workerId), profileItem(workerId, profile));

  /** Somebody who is registered at a gate, with each yes they said there. */
  const walkIn = (workerId: WorkerId, profile: Item & Pick<ProfileChange, 'home'>, { elsewhere, receiver, ...said }: HeardAtGate): Write[] => {
    const heard = { ...said, how: 'spoken' as const };
    const { regions, ...named } = elsewhere ?? { regions: undefined };
    return [
      newWorker(workerId, { ...profile, ...(regions ? { sharedWith: regions } : {}) }),
      consents.line(workerId, { ...heard, receiver, purpose: 'registered', endsAt: registrationEnds('walk_in', heard.at) }),
      ...('receiver' in named ? [consents.line(workerId, { ...heard, ...named, purpose: 'elsewhere' })] : []),
    ];
  };

  return {
    ...regionStore(table),
    ...selvesStore(table),
    ...sealed,
    ...proxyStore(table, seal, consents, now, rolesOf),
    walkIn,

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
      const said = switched(change).map(([purpose, isGiven]) => saying(workerId, purpose, isGiven));
      return write(workerId, profileItem(workerId, { ...given, ...(change.wish ? { looking: { is: true, saidAt: now() } } : {}) }), [], said);
    },

    /** The person takes the own phone number out of the record. */
    forgetPhone: (workerId: WorkerId): Promise<Profile> => write(workerId, {}, ['phone', 'confirmedPhone'], [saying(workerId, 'phone', false)]),

    /** These bureaus of other regions may see the person, by the yes that is written down with it. 〔个人信息保护法 §23〕 */
    shareWith: (
      workerId: WorkerId,
      regions: readonly string[],
      said: { receiver: string; version?: string; how?: ConsentWay; by?: WorkerId },
    ): Promise<Profile> => write(workerId, { sharedWith: regions }, [], [consents.line(workerId, { ...said, purpose: 'elsewhere', at: now() })]),
    shareNoMore: (workerId: WorkerId): Promise<Profile> => write(workerId, {}, ['sharedWith'], [saying(workerId, 'elsewhere', false)]),

    /** The phone that WeChat confirmed to be this person's. */
    confirmPhone: (workerId: WorkerId, phone: string): Promise<Profile> =>
      write(workerId, { phone, confirmedPhone: seal.blind('phone', phone) }, [], [saying(workerId, 'phone', true)]),
    isConfirmed: ({ phone, confirmedPhone }: Profile): boolean => !!phone && confirmedPhone === seal.blind('phone', phone),

    /** Somebody is held to be something of the papers, or no longer, on somebody's word. */
    sayCategory: (workerId: WorkerId, said: HeldCategory, holds: boolean): Promise<HeldCategory[]> =>
      sealed.changeCategories(
        workerId,
        (held) => sayCategory(held, said, holds),
        said.by === 'self' && holds ? consents.given(workerId, { purpose: 'categories', receiver: '本县人社局', at: now() }) : [],
      ),

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
      writes.push(...heardOf(workerId, person, onBehalf));
      const { by, relation, via } = onBehalf;
      if (via === 'proxy') writes.push(table.write.insert(keys.actsFor(by, workerId), { workerId, relation, since: now() }));
      if (await table.transact(writes)) throw new Problem('worker_exists');
    },

    /** Records that staff looked at a person's data. */
    recordView(workerId: WorkerId, view: View, id: string): Promise<unknown> {
      seen(workerId, view.purpose);
      return table.put(keys.view(workerId, view.at, id), { ...view, ttl: ttlAfter(view.at, viewDays) });
    },

    async views(workerId: WorkerId): Promise<View[]> {
      const { items } = await table.query({ pk: keys.worker(workerId).pk, prefix: prefixes.view, newestFirst: true, limit: 100 });
      return items.map((item) => View.parse(item));
    },
  };
}
