import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Me } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import { maskedResidentId, tidyResidentId } from '@shanhai/shared/rules/resident-id.ts';
import { lookingState } from '@shanhai/shared/rules/still-looking.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import type { Profile } from './profile.ts';
import { youngUntil } from './rules/age.ts';
import { isClaimable, requireClaim } from './rules/claiming.ts';
import { viewsWith } from './views.ts';

function me(workerId: WorkerId, profile: Profile, { codes, now }: Deps): Me {
  if (profile.erasedAt) throw new Problem('person_erased');
  const { looking } = profile;
  return {
    ...profile,
    workerId,
    code: codes.sign('P', workerId),
    looking: { state: lookingState(looking, now()), saidAt: looking?.saidAt },
  };
}

/** Records that carry the phone WeChat confirmed to be the caller's, and that nobody has taken over. */
async function claimableBy(workerId: WorkerId, { workers }: Deps): Promise<[WorkerId, Profile][]> {
  const own = await workers.get(workerId);
  if (!own.phone || !workers.isConfirmed(own)) return [];
  const ids = (await workers.withPhone(own.phone)).filter((id) => id !== workerId);
  const offered = [...(await workers.many(ids))].filter(([, profile]) => isClaimable(profile, own));
  const taken = await Promise.all(offered.map(([id]) => workers.hasAccount(id)));
  return offered.filter((_, i) => !taken[i]);
}

/** Whose strip of a fair this is. */
async function onStrip(code: string, { codes, attendance }: Deps): Promise<WorkerId> {
  const scanned = codes.read(code);
  const carrier = scanned.kind === 'strip' ? await attendance.carrierOf(scanned.fairId, scanned.index) : undefined;
  if (!carrier) throw new Problem('claim_code_wrong');
  return carrier.workerId;
}

/** Which record is meant: by a strip of a fair, by the letters a proxy shows, or one of those with the confirmed phone. */
async function meantRecord(input: { code?: string | undefined; workerId?: WorkerId | undefined }, caller: WorkerId, deps: Deps): Promise<WorkerId> {
  if (input.code && input.code.length > 12) return onStrip(input.code, deps);
  const found = input.code ? await deps.workers.claimedBy(input.code) : (await claimableBy(caller, deps)).find(([id]) => id === input.workerId)?.[0];
  if (!found) throw new Problem('claim_code_wrong');
  return found;
}

export const workersHandlers: HandlersOf<'workers'> = {
  async 'workers.me'({ caller: { workerId } }, deps) {
    return me(workerId, await deps.workers.get(workerId), deps);
  },

  async 'workers.change'({ input, caller: { workerId } }, deps) {
    return me(workerId, await deps.workers.change(workerId, input), deps);
  },

  async 'workers.tellResidentId'({ input, caller: { workerId } }, { workers, now }) {
    const residentId = tidyResidentId(input.residentId);
    const youngUntilOn = youngUntil(residentId, chinaDay(now()));
    await workers.saveResidentId(workerId, residentId, youngUntilOn);
    return { maskedId: maskedResidentId(residentId), youngUntilOn };
  },

  async 'workers.sayLooking'({ input, caller: { workerId } }, deps) {
    return me(workerId, await deps.workers.sayLooking(workerId, input.is), deps);
  },

  async 'workers.categories'({ caller: { workerId } }, { workers }) {
    const { categories = [] } = await workers.openSealed(workerId);
    return { items: categories };
  },

  async 'workers.sayCategory'({ input, caller: { workerId } }, { workers, now }) {
    const said = { category: input.category, source: '本人说的', on: chinaDay(now()), by: 'self' as const };
    return { items: await workers.sayCategory(workerId, said, input.holds) };
  },

  async 'workers.claimable'({ caller: { workerId } }, deps) {
    const offered = await claimableBy(workerId, deps);
    return {
      items: offered.map(([id, { name = '', home, registered }]) => ({
        workerId: id,
        maskedName: maskedName(name),
        town: home?.town,
        registeredOn: chinaDay(registered?.at ?? deps.now()),
      })),
    };
  },

  async 'workers.claim'({ input, caller: { workerId } }, deps) {
    const { workers, newId } = deps;
    const other = await meantRecord(input, workerId, deps);
    const [own, record, isTaken] = await Promise.all([workers.get(workerId), workers.get(other), workers.hasAccount(other)]);
    requireClaim(record, own, input.name, isTaken || other === workerId);
    const regionCode = record.home?.regionCode ?? own.home?.regionCode ?? '100000';
    const words = { survivor: workerId, other, fromOther: [], by: workerId, byName: '本人', regionCode, keepsProxies: input.keepsProxies, claimed: true };
    await workers.merge(words, newId(12));
    return me(workerId, await workers.get(workerId), deps);
  },

  async 'workers.proxies'({ caller: { workerId } }, { workers }) {
    return { items: (await workers.get(workerId)).proxies ?? [] };
  },

  async 'workers.dropProxy'({ input, caller: { workerId } }, { workers }) {
    return { items: (await workers.dropProxy(workerId, input.proxyId)).proxies ?? [] };
  },

  async 'workers.views'({ caller: { workerId } }, { workers, exports }) {
    const [selves, { home }] = await Promise.all([workers.selvesOf(workerId), workers.get(workerId)]);
    const own = (await Promise.all(selves.map(workers.views))).flat();
    const lists = home ? (await exports.ofRegion(home.regionCode)).items : [];
    return { items: viewsWith(own, lists) };
  },
};
