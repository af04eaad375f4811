import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { Grant } from '@shanhai/shared/contract/identity.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { roleGivenWords } from '@shanhai/shared/rules/given-roles.ts';
import { regionName, regionPrefix } from '@shanhai/shared/rules/regions.ts';
import type { Deps } from '../deps.ts';
import type { RoleHandlers } from '../http/handler.ts';
import { requireGiver } from './rules.ts';

async function give(given: Pick<Grant, 'workerId' | 'role' | 'scope' | 'untilOn' | 'name'>, by: Caller, deps: Deps): Promise<Grant> {
  const grantedByName = `${regionName(by.scope ?? '')}人社局`;
  const grant: Grant = { ...given, scopeName: regionName(given.scope), grantedBy: by.workerId, grantedByName, grantedAt: deps.now() };
  await deps.identity.give(grant);
  const values = { role: `${grant.scopeName}${roleGivenWords[grant.role]}`, endsOn: grant.untilOn ?? '', by: grantedByName };
  await deps.messages.tell(grant.workerId, { kind: 'role.given', values, onceKey: `role_given#${grant.role}#${grant.scope}#${grant.untilOn}` });
  return grant;
}

/** Roles of staff, given and taken by who stands above. */
export const roleHandlers: RoleHandlers = {
  async 'identity.roles'({ caller }, { identity }) {
    const scope = caller.scope ?? '';
    return { items: await identity.grantsWithin(scope, regionPrefix(scope)) };
  },

  async 'identity.grantRole'({ input, caller }, deps) {
    const scanned = deps.codes.read(input.code);
    if (scanned.kind !== 'person') throw new Problem('code_not_here');
    const { workerId } = scanned;
    const { role, scope, untilOn } = input;
    requireGiver(caller, { workerId, role, scope, untilOn }, chinaDay(deps.now()));
    const { name } = await deps.workers.get(workerId);
    // the code says who: the line that was written ahead only knows the code
    deps.audit.seen(workerId);
    return give({ workerId, role, scope, untilOn, name }, caller, deps);
  },

  async 'identity.renewRole'({ input, caller }, deps) {
    requireGiver(caller, input, chinaDay(deps.now()));
    const standing = await deps.identity.findGrant(input.workerId, input.role, input.scope);
    if (!standing) throw new Problem('not_found');
    return give({ ...input, name: standing.name }, caller, deps);
  },

  async 'identity.revokeRole'({ input, caller }, deps) {
    requireGiver(caller, input, chinaDay(deps.now()));
    if (!(await deps.identity.findGrant(input.workerId, input.role, input.scope))) throw new Problem('not_found');
    await deps.identity.takeBack(input);
    const values = { role: `${regionName(input.scope)}${roleGivenWords[input.role]}` };
    await deps.messages.tell(input.workerId, { kind: 'role.taken', values, onceKey: `role_taken#${input.role}#${input.scope}#${deps.now()}` });
    return { revoked: true as const };
  },
};
