import { type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { likenesses } from '@shanhai/shared/rules/people.ts';
import { commonRegion } from '@shanhai/shared/rules/regions.ts';
import * as z from 'zod';
import type { Seal } from '../sealing/seal.ts';
import { indexed, keys } from '../table/keys.ts';
import { queryPartitions } from '../table/partitions.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { difference, type Row, rowsOfProfile, rowsOfSealed } from './people-rows.ts';
import { Profile } from './profile.ts';
import { countiesOf } from './region-store.ts';
import { type Compared, likenessOf } from './rules/likeness.ts';

/** A changed item of a person, as the stream tells it. */
export interface PersonChange {
  before?: Item | undefined;
  after?: Item | undefined;
}

export const Pair = z.object({
  pairId: z.string(),
  a: WorkerIdShape,
  b: WorkerIdShape,
  likeness: z.array(z.enum(likenesses)),
  regionCode: z.string(),
  foundAt: z.string(),
  state: z.enum(['open', 'apart', 'merged']),
});
export type Pair = z.infer<typeof Pair>;

/** More people than this under one phone or name are no longer looked at: that is a word everybody uses. */
const mostAlike = 10;
const pageSize = 30;

/** What is kept beside people so that they are found: learned from every change of a profile, whoever made it. */
export function learnStore(table: Table, seal: Seal, now: () => string) {
  const pairIdOf = (one: WorkerId, other: WorkerId): string => [one, other].sort().join('.');

  /** A profile as it is compared; nothing of one that went into another. */
  function compared(item: Item, idBlind: string | undefined): Compared | undefined {
    const { name, home, phone, mergedInto } = Profile.parse(item);
    return mergedInto ? undefined : { name, home, idBlind, phoneBlind: phone && seal.blind('phone', phone) };
  }

  async function comparedOf(workerIds: readonly WorkerId[]): Promise<Map<string, Compared>> {
    const items = await table.findMany(workerIds.flatMap((id) => [keys.worker(id), keys.sealedPerson(id)]));
    const idBlinds = new Map(items.filter((i) => i.sk === 'Z').map((i) => [i.pk, i.idBlind as string | undefined]));
    const profiles = items.filter((i) => i.sk === 'P').map((i) => [String(i.pk).slice(2), compared(i, idBlinds.get(i.pk))] as const);
    return new Map(profiles.filter((entry): entry is [string, Compared] => entry[1] !== undefined));
  }

  /** A pair is noted once: one that a human settled is not offered again. */
  async function notePair(one: WorkerId, other: WorkerId, a: Compared, b: Compared): Promise<void> {
    const likeness = likenessOf(a, b);
    const regionCode = commonRegion(a.home?.regionCode ?? b.home?.regionCode, b.home?.regionCode ?? a.home?.regionCode);
    if (!likeness.length || !regionCode) return;
    const pairId = pairIdOf(one, other);
    const [first, second] = [one, other].sort() as [WorkerId, WorkerId];
    const pair: Pair = { pairId, a: first, b: second, likeness, regionCode, foundAt: now(), state: 'open' };
    await table.insert(keys.pair(pairId), { ...pair, ...indexed.openPair(regionCode, pair.foundAt, pairId) });
  }

  async function findAlike(workerId: WorkerId, rows: readonly Row[]): Promise<void> {
    const pages = await Promise.all(rows.map(({ pk }) => table.query({ pk, limit: mostAlike + 1 })));
    const near = pages.filter(({ items }) => items.length <= mostAlike).flatMap(({ items }) => items.map((i) => WorkerIdShape.parse(i.workerId)));
    const others = [...new Set(near)].filter((id) => id !== workerId);
    if (!others.length) return;
    const known = await comparedOf([workerId, ...others]);
    const own = known.get(workerId);
    for (const other of others) {
      const that = known.get(other);
      if (own && that) await notePair(workerId, other, own, that);
    }
  }

  async function learnOne({ before, after }: PersonChange): Promise<void> {
    const item = after ?? before;
    const workerId = WorkerIdShape.parse(String(item?.pk).slice(2));
    const isProfile = item?.sk === 'P';
    const rowsOf = (image: Item | undefined): Row[] => (isProfile ? rowsOfProfile(workerId, image, seal) : rowsOfSealed(workerId, image));
    const { gone, come } = difference(rowsOf(before), rowsOf(after));
    for (const { pk, sk } of gone) await table.remove({ pk, sk });
    if (come.length) await table.putAll(come.map((row) => JSON.parse(JSON.stringify(row)) as Row));
    await findAlike(
      workerId,
      come.filter(({ pk }) => pk.startsWith('LK#')),
    );
  }

  return {
    /** Keeps the rows of these people and finds who may be one with them. The same change told again does no harm. */
    async learnPeople(changes: readonly PersonChange[]): Promise<void> {
      for (const change of changes) await learnOne(change);
    },

    /** Whose records carry this phone. */
    async withPhone(phone: string): Promise<WorkerId[]> {
      const { items } = await table.query({ pk: keys.lookup('phone', seal.blind('phone', phone), '' as WorkerId).pk, limit: mostAlike });
      return items.map((i) => WorkerIdShape.parse(i.workerId));
    },

    async pair(pairId: string): Promise<Pair | undefined> {
      const item = await table.find(keys.pair(pairId), { strongly: true });
      return item && Pair.parse(item);
    },

    /** Pairs that wait for a human, of the counties of a region and of what lies between them. */
    async openPairs(regionCode: string, cursor?: string): Promise<{ items: Pair[]; cursor?: string }> {
      const pks = countiesOf(regionCode).map((code) => indexed.openPair(code, '', '').gsi1pk);
      const page = await queryPartitions(table, { index: 'gsi1', pks, limit: pageSize, cursor });
      return { ...page, items: page.items.map((item) => Pair.parse(item)) };
    },

    /** Settles a pair, or opens it again; only when it stands as it was seen. */
    pairWrite: ({ pairId, state, regionCode, foundAt }: Pair, next: Pair['state']): Write =>
      table.write.change(keys.pair(pairId), {
        set: { state: next, ...(next === 'open' ? indexed.openPair(regionCode, foundAt, pairId) : {}) },
        ...(next === 'open' ? {} : { remove: ['gsi1pk', 'gsi1sk'] }),
        condition: '#state = :was',
        names: { '#state': 'state' },
        values: { ':was': state },
      }),
  };
}
