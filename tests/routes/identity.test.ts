import { Role } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { type Actor, actorOf, call, Refused } from '../support/call.ts';
import { codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const sim = async (path: string, body: object) => {
  const reply = await fetch(`${world.wechatOrigin}/__sim/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await reply.json()) as { code: string };
};
const loginCode = async (user: string): Promise<string> => (await sim('login', { user })).code;
const signIn = (code: string) => call(world.api, 'identity.signIn', { code, deviceId: 'device-0001' });

describe('signing in', () => {
  test('twice is the same person, as a job seeker for a week', async () => {
    const [first, second] = [await signIn(await loginCode('worker01')), await signIn(await loginCode('worker01'))];
    expect(second.workerId).toBe(first.workerId);
    expect(first).toMatchObject({ acting: { role: 'worker' }, held: [{ role: 'worker' }], expiresAt: '2026-02-14T04:00:00.000Z' });
    expect((await signIn(await loginCode('worker02'))).workerId).not.toBe(first.workerId);
  });
  test('at once from two phones makes one person', async () => {
    const codes = await Promise.all([loginCode('worker05'), loginCode('worker05')]);
    const sessions = await Promise.all(codes.map(signIn));
    expect(new Set(sessions.map((s) => s.workerId)).size).toBe(1);
  });
  test('with a code that was used is refused', async () => {
    const code = await loginCode('worker01');
    await signIn(code);
    expect(await codeOf(signIn(code))).toBe('login_code_used');
    expect(await codeOf(signIn('never-given'))).toBe('login_code_used');
  });
  test('from a blocked account is refused', async () => {
    expect(await codeOf(signIn(await loginCode('blocked01')))).toBe('account_blocked');
  });
});

describe('a session', () => {
  test('of staff ends after half an hour and is renewed before', async () => {
    const organizer = await world.staff('organizer01', 'organizer', '530324');
    world.clock.now = '2026-02-07T04:29:00.000Z';
    const renewed = actorOf(world.api, await organizer.call('identity.renew', {}));
    expect(renewed.session).toMatchObject({ acting: { role: 'organizer', scope: '530324' }, expiresAt: '2026-02-07T04:59:00.000Z' });
    world.clock.now = '2026-02-07T04:30:00.000Z';
    expect(await codeOf(organizer.call('fairs.mine', {}))).toBe('not_signed_in');
    expect((await renewed.call('fairs.mine', {})).items).toEqual([]);
  });
  test('takes no role that is not held', async () => {
    const worker = await world.signIn('worker01');
    expect(await codeOf(worker.call('identity.act', { role: 'officer', scope: '310000' }))).toBe('role_not_held');
    const organizer = await world.staff('organizer01', 'organizer', '530324');
    expect(await codeOf(organizer.call('identity.act', { role: 'organizer', scope: '530602' }))).toBe('role_not_held');
    expect((await organizer.call('identity.act', { role: 'worker' })).acting).toEqual({ role: 'worker' });
  });
});

describe('every session of staff', () => {
  type Staff = Exclude<Role, 'worker'>;
  const roles = Role.options.filter((role): role is Staff => role !== 'worker');
  let held: Record<Staff, { who: Actor; end: () => Promise<unknown> }>;
  beforeAll(async () => {
    world.clock.now = noon;
    const { fair, recruiter, employerId, organizer } = await world.anOpenFair();
    const [officer, guest] = [await world.staff('officer04', 'officer', '530324'), await world.signIn('worker03')];
    await organizer.call('stewards.add', { fairId: fair.fairId, code: world.deps.codes.sign('P', guest.session.workerId), name: '周敏', duty: 'steward' });
    const steward = actorOf(world.api, await guest.call('identity.act', { role: 'steward', scope: fair.fairId }));
    const { identity } = world.deps;
    const takeBack = (who: Actor, role: Staff, scope: string) => () => identity.takeBack({ workerId: who.session.workerId, role: role as 'officer', scope });
    const revoke = (who: Actor, role: Staff, scope: string) => async () =>
      world.deps.table.transact([await identity.revoking(who.session.workerId, { role, scope })]);
    held = {
      recruiter: { who: recruiter, end: revoke(recruiter, 'recruiter', employerId) },
      organizer: { who: organizer, end: takeBack(organizer, 'organizer', '530324') },
      officer: { who: officer, end: takeBack(officer, 'officer', '530324') },
      steward: { who: steward, end: revoke(steward, 'steward', fair.fairId) },
    };
  });

  test.each(roles)('of a %s lasts half an hour at most, on a desktop too, and is renewed before', async (role) => {
    const { who } = held[role];
    const { scope } = who.session.acting;
    expect(who.session).toMatchObject({ acting: { role }, expiresAt: '2026-02-07T04:30:00.000Z' });
    const desk = await call(world.api, 'identity.openDesk', {});
    await who.call('identity.confirmDesk', { deskId: desk.deskId });
    const { session } = await call(world.api, 'identity.pollDesk', { deskId: desk.deskId, secret: desk.secret });
    expect(session).toMatchObject({ acting: { role, scope }, expiresAt: '2026-02-07T04:30:00.000Z' });
    world.clock.now = '2026-02-07T04:20:00.000Z';
    const renewed = actorOf(world.api, await who.call('identity.renew', {}));
    expect(renewed.session).toMatchObject({ acting: { role, scope }, expiresAt: '2026-02-07T04:50:00.000Z' });
    world.clock.now = '2026-02-07T04:30:00.000Z';
    expect(await codeOf(who.call('messages.unread', {}))).toBe('not_signed_in');
    expect(await codeOf(who.call('identity.renew', {}))).toBe('not_signed_in');
    expect(await renewed.call('messages.unread', {})).toMatchObject({ count: expect.any(Number) as number });
  });
  test.each(roles)('of a %s whose role is taken back does nothing of it any more, and is not renewed', async (role) => {
    const { who, end } = held[role];
    await end();
    const asked = { recruiter: 'cards.myBooths', organizer: 'fairs.mine', officer: 'tasks.list', steward: 'reports.board' } as const;
    const input = role === 'steward' ? { fairId: who.session.acting.scope } : {};
    expect(await codeOf(who.call(asked[role], input as never))).toMatch(/^(not_signed_in|no_longer_member|no_longer_steward)$/);
    // whoever left an employer or a gate goes on as the person they are
    const renewed = await who.call('identity.renew', {}).then(
      (session) => session.acting.role,
      (error: unknown) => error,
    );
    expect(renewed === 'worker' || renewed instanceof Refused).toBe(true);
    expect(await codeOf(who.call('identity.act', { role, scope: who.session.acting.scope }))).toMatch(/^(not_signed_in|role_not_held)$/);
  });
});

describe('a phone number', () => {
  test('comes from WeChat’s button and is kept', async () => {
    const worker = await world.signIn('worker04');
    const { code } = await sim('phone', { user: 'worker04' });
    expect(await worker.call('identity.bindPhone', { code })).toEqual({ phone: '12066600004' });
    expect((await worker.call('workers.me', {})).phone).toBe('12066600004');
    expect(await codeOf(worker.call('identity.bindPhone', { code }))).toBe('phone_refused');
  });
  test('of somebody else’s button is refused', async () => {
    const worker = await world.signIn('worker04');
    const { code } = await sim('phone', { user: 'worker03' });
    expect(await codeOf(worker.call('identity.bindPhone', { code }))).toBe('phone_refused');
  });
  test('typed by hand is kept when it is one', async () => {
    const worker = await world.signIn('worker03');
    expect((await worker.call('workers.change', { phone: '13800138000' })).phone).toBe('13800138000');
    expect(await codeOf(worker.call('workers.change', { phone: '12345' }))).toBe('invalid_input');
  });
});

describe('a desktop sign-in', () => {
  const open = () => call(world.api, 'identity.openDesk', {});
  const poll = ({ deskId, secret }: { deskId: never; secret: string }) => call(world.api, 'identity.pollDesk', { deskId, secret });
  let organizer: Actor;
  beforeEach(async () => {
    organizer = await world.staff('organizer01', 'organizer', '530324');
  });

  test('waits, is confirmed on the phone, and gives the desktop the same role once', async () => {
    const desk = await open();
    expect(await poll(desk as never)).toEqual({ state: 'waiting' });
    expect(await call(world.api, 'fairs.resolveCode', { code: desk.code })).toEqual({ kind: 'desk', deskId: desk.deskId });
    await organizer.call('identity.confirmDesk', { deskId: desk.deskId });
    const { state, session } = await poll(desk as never);
    expect({ state, acting: session?.acting, workerId: session?.workerId }).toEqual({
      state: 'confirmed',
      acting: expect.objectContaining({ role: 'organizer', scope: '530324' }) as object,
      workerId: organizer.session.workerId,
    });
    expect(await codeOf(poll(desk as never))).toBe('desk_expired');
  });
  test('is confirmed once', async () => {
    const { deskId } = await open();
    await organizer.call('identity.confirmDesk', { deskId });
    expect(await codeOf(organizer.call('identity.confirmDesk', { deskId }))).toBe('desk_expired');
  });
  test('confirmed by two at once belongs to one of them', async () => {
    const { deskId } = await open();
    const officer = await world.staff('officer01', 'officer', '310113');
    const both = await Promise.allSettled([organizer, officer].map((by) => by.call('identity.confirmDesk', { deskId })));
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  test('expires after three minutes', async () => {
    const desk = await open();
    world.clock.now = '2026-02-07T04:03:00.001Z';
    expect(await codeOf(poll(desk as never))).toBe('desk_expired');
    expect(await codeOf(organizer.call('identity.confirmDesk', { deskId: desk.deskId }))).toBe('desk_expired');
  });
  test('is worth nothing without its secret', async () => {
    const desk = await open();
    await organizer.call('identity.confirmDesk', { deskId: desk.deskId });
    expect(await codeOf(call(world.api, 'identity.pollDesk', { deskId: desk.deskId, secret: 'x'.repeat(32) }))).toBe('desk_expired');
    expect((await poll(desk as never)).state).toBe('confirmed');
  });
  test('that was never opened is refused', async () => {
    expect(await codeOf(organizer.call('identity.confirmDesk', { deskId: 'desk00000001' as never }))).toBe('desk_expired');
  });
});
