import { createHash, timingSafeEqual } from 'node:crypto';
import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Grant, HeldRole, Session } from '@shanhai/shared/contract/identity.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isRoleOver, roleGivenWords } from '@shanhai/shared/rules/given-roles.ts';
import { regionName, regionPrefix } from '@shanhai/shared/rules/regions.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { signSession } from '../signing/session-token.ts';
import { asWorker, confirmDesk, deskMinutes, minutesAfter, requireGiver, sessionEnd, takeRole } from './rules.ts';

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const isSecret = (secret: string, secretHash: string): boolean => timingSafeEqual(Buffer.from(hash(secret)), Buffer.from(secretHash));

function sessionFor(deps: Deps, user: { workerId: WorkerId; held: HeldRole[]; generation?: number | undefined }, acting: HeldRole): Session {
  const [now, { generation }] = [deps.now(), user];
  const expiresAt = sessionEnd(acting, now);
  const caller: Caller = {
    ...{ workerId: user.workerId, role: acting.role },
    ...(acting.scope === undefined ? {} : { scope: acting.scope }),
    ...(generation && acting.role !== 'worker' ? { generation } : {}),
  };
  return {
    token: signSession(caller, expiresAt, deps.sessionKey),
    expiresAt,
    workerId: user.workerId,
    acting,
    held: [asWorker, ...user.held.filter((role) => !isRoleOver(role, chinaDay(now)))],
  };
}

async function give(given: Pick<Grant, 'workerId' | 'role' | 'scope' | 'untilOn' | 'name'>, by: Caller, deps: Deps): Promise<Grant> {
  const grantedByName = `${regionName(by.scope ?? '')}人社局`;
  const grant: Grant = { ...given, scopeName: regionName(given.scope), grantedBy: by.workerId, grantedByName, grantedAt: deps.now() };
  await deps.identity.give(grant);
  const values = { role: `${grant.scopeName}${roleGivenWords[grant.role]}`, endsOn: grant.untilOn ?? '', by: grantedByName };
  await deps.messages.tell(grant.workerId, { kind: 'role.given', values, onceKey: `role_given#${grant.role}#${grant.scope}#${grant.untilOn}` });
  return grant;
}

export const identityHandlers: HandlersOf<'identity'> = {
  async 'identity.signIn'({ input }, deps) {
    const { openid } = await deps.wechat.exchangeLogin(input.code);
    const user = await deps.identity.meet(openid, deps.newId(12) as WorkerId);
    const phone = { deviceId: input.deviceId, where: deps.now().slice(0, 13), workerId: user.workerId };
    await deps.limits.personOfPhone('mass_sign_in', phone);
    return sessionFor(deps, user, asWorker);
  },

  async 'identity.renew'({ caller }, deps) {
    const user = await deps.identity.userOf(caller.workerId);
    return sessionFor(deps, user, takeRole(user.held, caller, chinaDay(deps.now())));
  },

  async 'identity.act'({ input, caller }, deps) {
    const user = await deps.identity.userOf(caller.workerId);
    return sessionFor(deps, user, takeRole(user.held, input, chinaDay(deps.now())));
  },

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

  async 'identity.bindPhone'({ input, caller }, deps) {
    const { openid } = await deps.identity.userOf(caller.workerId);
    const phone = await deps.wechat.phoneNumber(input.code, openid);
    await deps.workers.confirmPhone(caller.workerId, phone);
    return { phone };
  },

  async 'identity.openDesk'(_, deps) {
    const [deskId, secret] = [deps.newId(12), deps.newId(32)];
    const expiresAt = minutesAfter(deps.now(), deskMinutes);
    await deps.identity.openDesk({ deskId, secretHash: hash(secret), expiresAt });
    return { deskId, secret, code: deps.codes.sign('D', deskId), expiresAt };
  },

  async 'identity.pollDesk'({ input }, deps) {
    const desk = await deps.identity.desk(input.deskId);
    if (!isSecret(input.secret, desk.secretHash)) throw new Problem('desk_expired');
    if (!desk.confirmed && desk.expiresAt < deps.now()) throw new Problem('desk_expired');
    if (!desk.confirmed) return { state: 'waiting' as const };
    const user = await deps.identity.userOf(desk.confirmed.workerId as WorkerId);
    const session = sessionFor(deps, user, takeRole(user.held, desk.confirmed, chinaDay(deps.now())));
    await deps.identity.closeDesk(desk.deskId);
    return { state: 'confirmed' as const, session };
  },

  async 'identity.confirmDesk'({ input, caller }, deps) {
    const desk = confirmDesk(await deps.identity.desk(input.deskId), caller, deps.now());
    await deps.identity.saveConfirmed(desk);
    return { confirmed: true as const };
  },
};
