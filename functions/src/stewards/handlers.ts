import type { Caller, FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import type { DoorDuty, Steward } from '@shanhai/shared/contract/stewards.ts';
import { isProblem, Problem } from '@shanhai/shared/problems.ts';
import { isHost } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';

async function hostedFair(fairId: FairId, caller: Caller, { fairs }: Deps): Promise<Fair> {
  const fair = await fairs.live(fairId);
  if (!isHost(fair, caller)) throw new Problem('not_allowed');
  return fair;
}

/** The role that goes with a duty at the gates of one fair. */
const roleAt = ({ fairId, title, subtitle }: Fair, duty: DoorDuty): HeldRole => ({
  role: 'steward',
  scope: fairId,
  scopeName: `${title} ${subtitle}`.trim().slice(0, 60),
  duty,
});

/** The write that gives the role; somebody without an account has no phone to work with. */
async function granting(workerId: WorkerId, role: HeldRole, { identity }: Deps) {
  try {
    return await identity.granting(workerId, role);
  } catch (error) {
    throw isProblem(error, 'not_signed_in') ? new Problem('no_account_yet') : error;
  }
}

async function appoint(fair: Fair, steward: Steward, deps: Deps): Promise<Steward> {
  await deps.stewards.put(fair.fairId, steward, await granting(steward.workerId, roleAt(fair, steward.duty), deps));
  return steward;
}

export const stewardsHandlers: HandlersOf<'stewards'> = {
  async 'stewards.list'({ input, caller }, deps) {
    const { fairId } = await hostedFair(input.fairId, caller, deps);
    return { items: await deps.stewards.of(fairId) };
  },

  async 'stewards.add'({ input, caller }, deps) {
    const fair = await hostedFair(input.fairId, caller, deps);
    const scanned = deps.codes.read(input.code);
    if (scanned.kind !== 'person') throw new Problem('code_not_here');
    deps.audit.seen(scanned.workerId);
    return appoint(fair, { workerId: scanned.workerId, name: input.name, duty: input.duty, addedAt: deps.now() }, deps);
  },

  async 'stewards.change'({ input, caller }, deps) {
    const fair = await hostedFair(input.fairId, caller, deps);
    const steward = await deps.stewards.get(fair.fairId, input.workerId);
    return steward.duty === input.duty ? steward : appoint(fair, { ...steward, duty: input.duty }, deps);
  },

  async 'stewards.remove'({ input, caller }, deps) {
    const fair = await hostedFair(input.fairId, caller, deps);
    const { workerId } = await deps.stewards.get(fair.fairId, input.workerId);
    await deps.stewards.remove(fair.fairId, workerId, await deps.identity.revoking(workerId, { role: 'steward', scope: fair.fairId }));
    return { removed: true as const };
  },
};
