import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { MyProxy } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import { indexed, type Key, keys } from '../table/keys.ts';
import { queryPartitions } from '../table/partitions.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import type { Ledger } from './ledger.ts';
import { Profile } from './profile.ts';
import { countiesOf } from './region-store.ts';
import { mergeCategories, mergeProfiles, restored } from './rules/merging.ts';
import type { sealedStore } from './sealed-store.ts';
import { selvesStore } from './selves-store.ts';
import { profileItem } from './stored-profile.ts';

/** What is decided about making two records one. */
export interface MergeWords {
  survivor: WorkerId;
  other: WorkerId;
  /** Fields taken from the other record. */
  fromOther: readonly string[];
  by: WorkerId;
  byName: string;
  /** Whose officers find the merge, and may undo it. */
  regionCode: string;
  /** Do those who acted for the other record act for the surviving one from now on? */
  keepsProxies: boolean;
  claimed?: boolean;
}

const Touched = z.object({
  pk: z.string(),
  sk: z.string(),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});
type Touched = z.infer<typeof Touched>;

export const Merge = z.object({
  mergeId: z.string(),
  survivor: WorkerId,
  other: WorkerId,
  by: WorkerId,
  byName: z.string(),
  regionCode: z.string(),
  at: z.string(),
  claimed: z.boolean().optional(),
  undoneAt: z.string().optional(),
});
export type Merge = z.infer<typeof Merge>;
const MergeItem = Merge.extend({ touched: z.array(Touched) });

/** A merge can be undone for half a year; then what it kept of both goes. */
const undoDays = 180;
const pageSize = 30;

const bare = (item: Item | undefined): Item | undefined => {
  if (!item) return undefined;
  const { pk: _pk, sk: _sk, ...rest } = item;
  return rest;
};

/** A record that went into another is found by no index. */
function hiddenOf({ gsi1pk: _1, gsi1sk: _2, gsi2pk: _3, gsi2sk: _4, ...rest }: Item): Item {
  return rest;
}

type TakenBack = Awaited<ReturnType<Ledger['takenBack']>>;

export function mergeStore(table: Table, sealed: ReturnType<typeof sealedStore>, consents: Ledger, now: () => string) {
  const read = (key: Key) => table.find(key, { strongly: true }).then(bare);

  /** Puts an image in place of the one that was read, or takes the item away; nothing is written when somebody was quicker. */
  function replaceWrite(key: Key, read: Item | undefined, next: Item | undefined): Write {
    const rev = read?.rev;
    const condition =
      rev === undefined
        ? { ConditionExpression: 'attribute_not_exists(rev)' }
        : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } };
    if (!next) return { Delete: { TableName: table.name, Key: key, ...condition } };
    return { Put: { TableName: table.name, Item: { ...next, ...key }, ...condition } };
  }

  const writeOf = ({ pk, sk, before, after }: Touched): Write => replaceWrite({ pk, sk }, before, after);
  const revOf = (item: Item | undefined): number => Number(item?.rev ?? 0);

  /** What is sealed of both, but what the person took back under either. */
  async function sealedTouched(survivor: WorkerId, other: WorkerId, takenBack: TakenBack): Promise<Touched[]> {
    const [own, others] = await Promise.all([sealed.openSealed(survivor), sealed.openSealed(other)]);
    if (!others.residentId && !others.categories?.length) return [];
    const key = keys.sealedPerson(survivor);
    const before = await read(key);
    const merged = {
      residentId: takenBack.has('resident_id') ? undefined : (own.residentId ?? others.residentId),
      categories: takenBack.has('categories') ? undefined : mergeCategories(own.categories, others.categories),
    };
    return [{ ...key, before, after: { ...sealed.sealedItem(survivor, merged), rev: revOf(before) + 1 } }];
  }

  /** Those who acted for the other record: no longer for that one; for the surviving one if they are kept. */
  function proxyTouched({ survivor, other, keepsProxies }: MergeWords, proxies: readonly MyProxy[]): Touched[] {
    return proxies.flatMap(({ proxyId, relation, since }) => [
      { ...keys.actsFor(proxyId, other), before: { workerId: other, relation, since } },
      ...(keepsProxies ? [{ ...keys.actsFor(proxyId, survivor), after: { workerId: survivor, relation, since } }] : []),
    ]);
  }

  function mergedOf({ fromOther, keepsProxies, claimed }: MergeWords, a: Profile, b: Profile, takenBack: TakenBack): Profile {
    const proxies = [...(a.proxies ?? []), ...((keepsProxies && b.proxies) || [])];
    return { ...mergeProfiles(a, b, fromOther, takenBack), ...(proxies.length ? { proxies } : {}), ...(claimed ? { claimedAt: now() } : {}) };
  }

  const bothTookBack = async (survivor: WorkerId, other: WorkerId): Promise<TakenBack> =>
    consents.takenBack((await Promise.all([survivor, other].map(selvesStore(table).selvesOf))).flat());

  async function planned(words: MergeWords): Promise<Touched[]> {
    const { survivor, other } = words;
    const [ownKey, otherKey] = [keys.worker(survivor), keys.worker(other)];
    const [own, others, takenBack] = await Promise.all([read(ownKey), read(otherKey), bothTookBack(survivor, other)]);
    const [a, b] = [Profile.parse(own ?? {}), Profile.parse(others ?? {})];
    if (!others || a.mergedInto || b.mergedInto || a.erasedAt || b.erasedAt) throw new Problem('worker_claimed');
    return [
      { ...ownKey, before: own, after: { ...profileItem(survivor, mergedOf(words, a, b, takenBack)), rev: revOf(own) + 1 } },
      { ...otherKey, before: others, after: { ...hiddenOf(others), mergedInto: survivor, rev: revOf(others) + 1 } },
      { ...keys.alias(survivor, other), after: { workerId: other } },
      ...(await sealedTouched(survivor, other, takenBack)),
      ...proxyTouched(words, b.proxies ?? []),
    ];
  }

  /** One item going back to what it was before, with what was changed since kept. */
  async function undoWrite({ pk, sk, before, after }: Touched): Promise<Write> {
    const current = await read({ pk, sk });
    const image = restored(before, sealed.asNow(WorkerId.parse(pk.slice(2)), after, current), current);
    const isGone = !before && Object.keys(image).length === 0;
    return replaceWrite({ pk, sk }, current, isGone ? undefined : { ...image, ...(current?.rev === undefined ? {} : { rev: revOf(current) + 1 }) });
  }

  async function find(mergeId: string) {
    const item = await table.find(keys.merge(mergeId), { strongly: true });
    if (!item) throw new Problem('not_found');
    return MergeItem.parse(item);
  }

  return {
    /** Has somebody with a WeChat account this record? */
    hasAccount: async (workerId: WorkerId): Promise<boolean> => (await table.find(keys.userOf(workerId), { strongly: true })) !== undefined,

    /**
     * Makes two records one. Check-ins and cards stay where they are and are read under the surviving id; what both held
     * before is kept for undoing. Whoever comes second, with either record, finds it claimed.
     */
    async merge(words: MergeWords, mergeId: string, more: readonly Write[] = []): Promise<void> {
      const touched = await planned(words);
      const { survivor, other, by, byName, regionCode, claimed } = words;
      const said = { mergeId, survivor, other, by, byName, regionCode, at: now(), claimed, touched };
      const item = { ...said, ...indexed.mergeOfRegion(regionCode, now()), ttl: ttlAfter(now(), undoDays) };
      const refused = await table.transact([...touched.map(writeOf), table.write.insert(keys.merge(mergeId), item), ...more]);
      if (refused) throw new Problem('worker_claimed');
    },

    findMerge: async (mergeId: string): Promise<Merge> => Merge.parse(await find(mergeId)),

    /** Gives both records back as they were; what was changed since stays with the record it was changed on. */
    async undoMerge(mergeId: string, more: readonly Write[] = []): Promise<void> {
      const { touched, undoneAt } = await find(mergeId);
      if (undoneAt) throw new Problem('merge_undone');
      const writes = await Promise.all(touched.map(undoWrite));
      const mark = table.write.change(keys.merge(mergeId), { set: { undoneAt: now() }, condition: 'attribute_not_exists(undoneAt)' });
      if (await table.transact([...writes, mark, ...more])) throw new Problem('changed_meanwhile');
    },

    /** What was merged in a region, and between its counties; newest first in each. */
    async mergesOf(regionCode: string, cursor?: string): Promise<{ items: Merge[]; cursor?: string }> {
      const pks = countiesOf(regionCode).map((code) => indexed.mergeOfRegion(code, '').gsi1pk);
      const page = await queryPartitions(table, { index: 'gsi1', pks, limit: pageSize, cursor, newestFirst: true });
      return { ...page, items: page.items.map((item) => Merge.parse(item)) };
    },
  };
}
