import { createHash } from 'node:crypto';
import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Proxied } from '@shanhai/shared/contract/proxies.ts';
import { isProblem, Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { bureauOf, regionName } from '@shanhai/shared/rules/regions.ts';
import { tidyResidentId } from '@shanhai/shared/rules/resident-id.ts';
import { othersOf } from '@shanhai/shared/rules/scopes.ts';
import { lookingState } from '@shanhai/shared/rules/still-looking.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { requireHeard, requireProxy, requireRoom } from './rules.ts';

type ActsFor = NonNullable<Awaited<ReturnType<Deps['workers']['proxyOf']>>>;
type Profile = Awaited<ReturnType<Deps['workers']['get']>>;

/** The same request sent again is the same person. */
const idOf = (caller: Caller, nonce: string): WorkerId =>
  createHash('sha256').update(`${caller.workerId}|${nonce}`).digest('base64url').slice(0, 12) as WorkerId;

async function nameOf({ role, scope = '', workerId }: Caller, { workers }: Deps): Promise<string> {
  return role === 'worker' ? ((await workers.get(workerId)).name ?? '') : `${regionName(scope)}工作人员`;
}

/** Staff who look at people of their office while they act as somebody who looks for work: in the audit all the same. 〔个人信息保护法 §54〕 */
async function auditedStaff(held: readonly ActsFor[], caller: Caller, action: 'proxies.get' | 'proxies.list', { audit, workers, now }: Deps): Promise<void> {
  const [first] = held.filter(({ relation }) => relation === 'officer');
  if (!first || caller.role !== 'worker') return;
  const { home } = await workers.get(first.workerId);
  const subject = action === 'proxies.get' ? { workerId: first.workerId } : {};
  await audit.record({ at: now(), by: caller.workerId, role: caller.role, scope: home?.regionCode, action, subject });
}

/** Once a day for each office: the person reads that staff who wrote them down opened their record. 〔个人信息保护法 §44〕 */
async function recordLook({ workerId, relation }: ActsFor, caller: Caller, { workers, now }: Deps): Promise<void> {
  if (relation !== 'officer') return;
  const at = new Date(`${chinaDay(now())}T00:00:00+08:00`).toISOString();
  const { home } = await workers.get(workerId);
  const byName = `${regionName(caller.scope ?? home?.regionCode ?? '')}工作人员`;
  await workers.recordView(workerId, { at, role: caller.role, byName, what: 'revealed', purpose: '代您办事' }, `${caller.workerId}#helped`);
}

async function heldBy(caller: Caller, workerId: WorkerId, deps: Deps): Promise<ActsFor> {
  const held = await deps.workers.proxyOf(caller.workerId, workerId, caller);
  if (!held) throw new Problem('not_allowed');
  await Promise.all([auditedStaff([held], caller, 'proxies.get', deps), recordLook(held, caller, deps)]);
  return held;
}

function proxied({ workerId, relation, since }: ActsFor, profile: Profile, now: string): Proxied {
  const { name = '', looking, claimedAt, registered } = profile;
  return { ...profile, workerId, name, relation, since, consent: registered?.consent, looking: lookingState(looking, now), isClaimed: !!claimedAt };
}

const othersFor = async ({ home }: Profile, { pairings }: Deps): Promise<string[]> => (home ? othersOf(home.regionCode, await pairings.all()) : []);

/** Somebody I act for, with the bureaus of another region that they may be shown to. */
async function shown(held: ActsFor, profile: Profile, deps: Deps): Promise<Proxied> {
  const others = await othersFor(profile, deps);
  const elsewhere = { receivers: others.map(bureauOf), isGiven: !!profile.sharedWith?.length };
  return { ...proxied(held, profile, deps.now()), ...(others.length || elsewhere.isGiven ? { elsewhere } : {}) };
}

export const proxiesHandlers: HandlersOf<'proxies'> = {
  async 'proxies.register'({ input, caller }, deps) {
    const { workers, now } = deps;
    const { relation, consent, nonce, agreed: _agreed, residentId, ...person } = input;
    requireProxy(caller, relation, person.home);
    requireRoom(await workers.proxiedBy(caller.workerId), relation);
    const workerId = idOf(caller, nonce);
    deps.audit.seen(workerId);
    const onBehalf = { by: caller.workerId, byName: await nameOf(caller, deps), relation, consent: { how: consent, at: now() }, via: 'proxy' as const };
    try {
      await workers.createFor(workerId, { ...person, residentId: residentId && tidyResidentId(residentId) }, onBehalf);
    } catch (error) {
      if (!isProblem(error, 'worker_exists')) throw error;
    }
    return shown(await heldBy(caller, workerId, deps), await workers.get(workerId), deps);
  },

  async 'proxies.list'({ caller }, deps) {
    const helped = await deps.workers.helpedBy(caller.workerId, caller);
    await auditedStaff(
      helped.map(({ held }) => held),
      caller,
      'proxies.list',
      deps,
    );
    const items = helped.map(({ held, profile }) => ({
      ...proxied(held, profile, deps.now()),
      town: profile.home?.town,
      trades: profile.wish.trades,
    }));
    return { items: items.sort((a, b) => (a.since < b.since ? 1 : -1)) };
  },

  async 'proxies.get'({ input, caller }, deps) {
    return shown(await heldBy(caller, input.workerId, deps), await deps.workers.get(input.workerId), deps);
  },

  async 'proxies.change'({ input, caller }, deps) {
    const { workers, now, newId } = deps;
    const { workerId, ...change } = input;
    const held = await heldBy(caller, workerId, deps);
    const profile = await workers.change(workerId, change);
    await workers.recordView(workerId, { at: now(), role: caller.role, byName: await nameOf(caller, deps), what: 'changed' }, newId(6));
    return shown(held, profile, deps);
  },

  async 'proxies.sayLooking'({ input, caller }, deps) {
    const held = await heldBy(caller, input.workerId, deps);
    return shown(held, await deps.workers.sayLooking(input.workerId, input.is), deps);
  },

  async 'proxies.sayElsewhere'({ input: { workerId, is, version }, caller }, deps) {
    const held = await heldBy(caller, workerId, deps);
    if (!is) return shown(held, await deps.workers.shareNoMore(workerId), deps);
    const profile = await deps.workers.get(workerId);
    const others = await othersFor(profile, deps);
    requireHeard(profile, others);
    const said = { receiver: others.map(bureauOf).join('、'), version, how: 'spoken' as const, by: caller.workerId };
    return shown(held, await deps.workers.shareWith(workerId, others, said), deps);
  },

  async 'proxies.claimCode'({ input, caller }, deps) {
    await heldBy(caller, input.workerId, deps);
    return deps.workers.openClaim(input.workerId, caller.workerId, deps.newId(24));
  },
};
