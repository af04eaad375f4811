import { createHash } from 'node:crypto';
import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Proxied } from '@shanhai/shared/contract/proxies.ts';
import { isProblem, Problem } from '@shanhai/shared/problems.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tidyResidentId } from '@shanhai/shared/rules/resident-id.ts';
import { lookingState } from '@shanhai/shared/rules/still-looking.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { requireProxy, requireRoom } from './rules.ts';

type ActsFor = NonNullable<Awaited<ReturnType<Deps['workers']['proxyOf']>>>;
type Profile = Awaited<ReturnType<Deps['workers']['get']>>;

/** The same request sent again is the same person. */
const idOf = (caller: Caller, nonce: string): WorkerId =>
  createHash('sha256').update(`${caller.workerId}|${nonce}`).digest('base64url').slice(0, 12) as WorkerId;

async function nameOf({ role, scope = '', workerId }: Caller, { workers }: Deps): Promise<string> {
  return role === 'worker' ? ((await workers.get(workerId)).name ?? '') : `${regionName(scope)}工作人员`;
}

async function heldBy(caller: Caller, workerId: WorkerId, { workers }: Deps): Promise<ActsFor> {
  const held = await workers.proxyOf(caller.workerId, workerId);
  if (!held) throw new Problem('not_allowed');
  return held;
}

function proxied({ workerId, relation, since }: ActsFor, profile: Profile, now: string): Proxied {
  const { name = '', looking, claimedAt, registered } = profile;
  return { ...profile, workerId, name, relation, since, consent: registered?.consent, looking: lookingState(looking, now), isClaimed: !!claimedAt };
}

export const proxiesHandlers: HandlersOf<'proxies'> = {
  async 'proxies.register'({ input, caller }, deps) {
    const { workers, now } = deps;
    const { relation, consent, nonce, agreed: _agreed, residentId, ...person } = input;
    requireProxy(caller, relation, person.home);
    requireRoom(await workers.proxiedBy(caller.workerId), relation);
    const workerId = idOf(caller, nonce);
    const onBehalf = { by: caller.workerId, byName: await nameOf(caller, deps), relation, consent: { how: consent, at: now() }, via: 'proxy' as const };
    try {
      await workers.createFor(workerId, { ...person, residentId: residentId && tidyResidentId(residentId) }, onBehalf);
    } catch (error) {
      if (!isProblem(error, 'worker_exists')) throw error;
    }
    return proxied(await heldBy(caller, workerId, deps), await workers.get(workerId), now());
  },

  async 'proxies.list'({ caller }, { workers, now }) {
    const held = await workers.proxiedBy(caller.workerId);
    const profiles = await workers.many(held.map((h) => h.workerId));
    const items = held.flatMap((h) => {
      const profile = profiles.get(h.workerId);
      return profile ? [{ ...proxied(h, profile, now()), town: profile.home?.town, trades: profile.wish.trades }] : [];
    });
    return { items: items.sort((a, b) => (a.since < b.since ? 1 : -1)) };
  },

  async 'proxies.get'({ input, caller }, deps) {
    return proxied(await heldBy(caller, input.workerId, deps), await deps.workers.get(input.workerId), deps.now());
  },

  async 'proxies.change'({ input, caller }, deps) {
    const { workers, now, newId } = deps;
    const { workerId, ...change } = input;
    const held = await heldBy(caller, workerId, deps);
    const profile = await workers.change(workerId, change);
    await workers.recordView(workerId, { at: now(), role: caller.role, byName: await nameOf(caller, deps), what: 'changed' }, newId(6));
    return proxied(held, profile, now());
  },

  async 'proxies.sayLooking'({ input, caller }, deps) {
    const held = await heldBy(caller, input.workerId, deps);
    return proxied(held, await deps.workers.sayLooking(input.workerId, input.is), deps.now());
  },

  async 'proxies.claimCode'({ input, caller }, deps) {
    await heldBy(caller, input.workerId, deps);
    return deps.workers.openClaim(input.workerId, caller.workerId, deps.newId(24));
  },
};
