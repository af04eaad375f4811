import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { ComparedSide, MergeRow } from '@shanhai/shared/contract/people.ts';
import type { View } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { categoryReasonWords, idReasonWords, revealReasonWords } from '@shanhai/shared/rules/people.ts';
import { maskedName, maskedPhone } from '@shanhai/shared/rules/phone.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { maskedResidentId } from '@shanhai/shared/rules/resident-id.ts';
import { maySee, requireOfficerOf } from '@shanhai/shared/rules/scopes.ts';
import { lookingState } from '@shanhai/shared/rules/still-looking.ts';
import { isYoungOn } from '@shanhai/shared/rules/young-workers.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { poolOf, requireOwnPeople, survivorOf, wouldGo } from './rules.ts';

type Pair = NonNullable<Awaited<ReturnType<Deps['workers']['pair']>>>;
type Merge = Awaited<ReturnType<Deps['workers']['findMerge']>>;
type Profile = Awaited<ReturnType<Deps['workers']['get']>>;

const officeOf = ({ scope = '' }: Caller): string => `${regionName(scope)}人社局`;

function record(workerId: WorkerId, caller: Caller, seen: Pick<View, 'what' | 'purpose'>, { workers, now, newId }: Deps): Promise<unknown> {
  return workers.recordView(workerId, { at: now(), role: caller.role, byName: officeOf(caller), ...seen }, newId(6));
}

async function ownPerson(workerId: WorkerId, caller: Caller, { workers }: Deps): Promise<Profile> {
  const profile = await workers.get(workerId);
  requireOwnPeople([profile.home?.regionCode], caller);
  return profile;
}

/** A yes that the person took back carries no new use, whatever was held before or a list says since. 〔个人信息保护法 §15、§29〕 */
async function requireNotTakenBack(workerId: WorkerId, purpose: 'resident_id' | 'categories', { workers, consents }: Deps): Promise<void> {
  const current = await workers.currentOf(workerId);
  if ((await consents.takenBack(await workers.selvesOf(current))).has(purpose)) throw new Problem('consent_taken_back');
}

/** A pair whose two people are both the officer's to look at. */
async function ownPair(pairId: string, caller: Caller, { workers }: Deps): Promise<{ pair: Pair; profiles: [Profile, Profile] }> {
  const pair = await workers.pair(pairId);
  if (!pair) throw new Problem('not_found');
  const profiles = await Promise.all([workers.get(pair.a), workers.get(pair.b)]);
  requireOwnPeople(
    profiles.map(({ home }) => home?.regionCode),
    caller,
  );
  return { pair, profiles };
}

async function side(workerId: WorkerId, profile: Profile, { workers, attendance, cards }: Deps): Promise<ComparedSide> {
  const [hasAccount, checkIns, left] = await Promise.all([workers.hasAccount(workerId), attendance.ofWorker(workerId), cards.ofWorker(workerId)]);
  const { name, phone, home, wish, skills, experience, registered } = profile;
  return {
    workerId,
    name,
    home,
    wish,
    skills,
    experience,
    phoneEnds: phone && maskedPhone(phone),
    via: registered?.via ?? 'self',
    since: registered?.at,
    hasAccount,
    checkIns: checkIns.length,
    cards: left.length,
  };
}

const mergeRow = ({ mergeId, at, byName, claimed, undoneAt }: Merge, profile: Profile | undefined): MergeRow => ({
  mergeId,
  at,
  byName,
  maskedName: maskedName(profile?.name ?? ''),
  isClaim: !!claimed,
  undoneAt,
});

export const peopleHandlers: HandlersOf<'people'> = {
  async 'people.skilled'({ input, caller }, { workers, pairings, now }) {
    const { regions, goesTo, canReveal } = poolOf(caller, await pairings.all(), input.goesTo);
    const page = await workers.skilledOf(regions, { trade: input.trade, isCertified: input.isCertified === 'yes' }, input.cursor);
    const meant = page.items.filter(({ wish }) => wouldGo(wish, goesTo));
    const items = meant
      .filter((row) => maySee(row, caller))
      .map(({ home, looking, youngUntilOn, sharedWith: _, ...row }) => ({
        ...row,
        regionCode: home.regionCode,
        town: home.town,
        isYoung: isYoungOn({ youngUntilOn }, chinaDay(now())),
        looking: lookingState(looking, now()),
      }));
    return { ...page, items, canReveal, withheld: meant.length - items.length };
  },

  async 'people.reveal'({ input, caller }, deps) {
    const { name, phone } = await ownPerson(input.workerId, caller, deps);
    await record(input.workerId, caller, { what: 'revealed', purpose: revealReasonWords[input.reason] }, deps);
    return { name, phone };
  },

  async 'people.revealId'({ input, caller }, deps) {
    await ownPerson(input.workerId, caller, deps);
    await requireNotTakenBack(input.workerId, 'resident_id', deps);
    const residentId = await deps.workers.residentId(input.workerId);
    await record(input.workerId, caller, { what: 'revealed_id', purpose: idReasonWords[input.reason] }, deps);
    return residentId ? { maskedId: maskedResidentId(residentId), residentId } : {};
  },

  async 'people.categories'({ input, caller }, deps) {
    await ownPerson(input.workerId, caller, deps);
    await requireNotTakenBack(input.workerId, 'categories', deps);
    await record(input.workerId, caller, { what: 'categories', purpose: categoryReasonWords[input.reason] }, deps);
    return { items: (await deps.workers.openSealed(input.workerId)).categories ?? [] };
  },

  async 'people.setCategory'({ input, caller }, deps) {
    const { workerId, category, holds, source } = input;
    await ownPerson(workerId, caller, deps);
    await requireNotTakenBack(workerId, 'categories', deps);
    const items = await deps.workers.sayCategory(workerId, { category, source, on: chinaDay(deps.now()), by: 'officer' }, holds);
    await record(workerId, caller, { what: 'categories' }, deps);
    return { items };
  },

  async 'people.pairs'({ input, caller }, { workers }) {
    const page = await workers.openPairs(caller.scope ?? '', input.cursor);
    const profiles = await workers.many(page.items.flatMap(({ a, b }) => [a, b]));
    // one of the two may have been claimed meanwhile
    const standing = page.items.filter(({ a, b }) => [a, b].every((id) => profiles.has(id) && !profiles.get(id)?.mergedInto && !profiles.get(id)?.erasedAt));
    const items = standing.map(({ pairId, likeness, foundAt, a, b }) => ({
      pairId,
      likeness,
      foundAt,
      maskedNames: [a, b].map((id) => maskedName(profiles.get(id)?.name ?? '')),
      town: profiles.get(a)?.home?.town ?? profiles.get(b)?.home?.town,
    }));
    return { ...page, items };
  },

  async 'people.comparePair'({ input, caller }, deps) {
    const { pair, profiles } = await ownPair(input.pairId, caller, deps);
    const sides = await Promise.all([side(pair.a, profiles[0], deps), side(pair.b, profiles[1], deps)]);
    await Promise.all([pair.a, pair.b].map((id) => record(id, caller, { what: 'compared' }, deps)));
    return { likeness: pair.likeness, sides };
  },

  async 'people.merge'({ input, caller }, deps) {
    const { workers, newId } = deps;
    const { pair } = await ownPair(input.pairId, caller, deps);
    const accounts = await Promise.all([pair.a, pair.b].map(async (workerId) => ({ workerId, hasAccount: await workers.hasAccount(workerId) })));
    const { survivor, other } = survivorOf(input.keep, accounts);
    const isHeld = accounts.some(({ hasAccount }) => hasAccount);
    // a field was chosen of the record that was to go: turned round when the other one stays
    const fromOther = survivor === input.keep ? input.fromOther : [];
    const words = { survivor, other, fromOther, by: caller.workerId, byName: officeOf(caller), regionCode: pair.regionCode, keepsProxies: !isHeld };
    const mergeId = newId(12);
    await workers.merge(words, mergeId, [workers.pairWrite(pair, 'merged')]);
    return mergeRow(await workers.findMerge(mergeId), await workers.get(survivor));
  },

  async 'people.keepApart'({ input, caller }, deps) {
    const { pair } = await ownPair(input.pairId, caller, deps);
    if (pair.state === 'open' && (await deps.table.transact([deps.workers.pairWrite(pair, 'apart')]))) throw new Problem('changed_meanwhile');
    return { settled: true as const };
  },

  async 'people.merges'({ input, caller }, { workers }) {
    const page = await workers.mergesOf(caller.scope ?? '', input.cursor);
    const profiles = await workers.many(page.items.map(({ survivor }) => survivor));
    return { ...page, items: page.items.map((merge) => mergeRow(merge, profiles.get(merge.survivor))) };
  },

  async 'people.undoMerge'({ input, caller }, { workers }) {
    const merge = await workers.findMerge(input.mergeId);
    requireOfficerOf(merge.regionCode, caller);
    const pair = await workers.pair([merge.survivor, merge.other].sort().join('.'));
    await workers.undoMerge(input.mergeId, pair?.state === 'merged' ? [workers.pairWrite(pair, 'open')] : []);
    return mergeRow(await workers.findMerge(input.mergeId), await workers.get(merge.survivor));
  },
};
