import { createHash, timingSafeEqual } from 'node:crypto';
import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { HeldRole, Session } from '@shanhai/shared/contract/identity.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isRoleOver } from '@shanhai/shared/rules/given-roles.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { signSession } from '../signing/session-token.ts';
import { asWorker, confirmDesk, deskMinutes, sessionEnd, takeRole } from './rules.ts';

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const isSecret = (secret: string, secretHash: string): boolean => timingSafeEqual(Buffer.from(hash(secret)), Buffer.from(secretHash));

function sessionFor(deps: GateDeps, user: { workerId: WorkerId; held: HeldRole[]; generation?: number | undefined }, acting: HeldRole): Session {
  const [now, { generation }] = [deps.now(), user];
  const expiresAt = sessionEnd(acting, now);
  const caller: Caller = {
    workerId: user.workerId,
    role: acting.role,
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

export const identityHandlers: HandlersOf<'identity', GateDeps> = {
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

  async 'identity.bindPhone'({ input, caller }, deps) {
    const { openid } = await deps.identity.userOf(caller.workerId);
    const phone = await deps.wechat.phoneNumber(input.code, openid);
    await deps.workers.confirmPhone(caller.workerId, phone);
    return { phone };
  },

  async 'identity.openDesk'(_, deps) {
    const [deskId, secret] = [deps.newId(12), deps.newId(32)];
    const expiresAt = afterMinutes(deps.now(), deskMinutes);
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
