import { remindOfRoles } from '@shanhai/functions/src/identity/duties.ts';
import { personas } from '@shanhai/infra/local/wechat/personas.ts';
import type { JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { mostPeopleOfPhone, oddUses } from '@shanhai/shared/rules/odd-use.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aJobForm, noon } from '../support/builders.ts';
import { type Actor, actorOf, call, request } from '../support/call.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let province: Actor;
let newcomer: Actor;
const county = '530324';
const untilOn = '2026-12-31';
const codeOfPerson = (who: Actor): string => world.deps.codes.sign('P', who.session.workerId);
const act = async (who: Actor, role: 'organizer' | 'officer') => actorOf(world.api, await who.call('identity.act', { role, scope: county }));

beforeAll(async () => {
  world = await startWorld();
  province = await world.staff('officer03', 'officer', '530000');
  newcomer = await world.signIn('worker03');
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

describe('a role of staff', () => {
  test('is given by an officer above who scans the person’s own code, and is in the list with its end', async () => {
    await province.call('identity.grantRole', { code: codeOfPerson(newcomer), role: 'officer', scope: county, untilOn });
    const { items } = await province.call('identity.roles', {});
    expect(items.find(({ workerId }) => workerId === newcomer.session.workerId)).toMatchObject({
      role: 'officer',
      scope: county,
      untilOn,
      scopeName: '罗平县',
    });
    expect((await act(newcomer, 'officer')).session.acting).toMatchObject({ role: 'officer', scope: county });
    expect((await newcomer.call('messages.mine', {})).items[0]).toMatchObject({ kind: 'role.given' });
  });

  test('is not given sideways, upwards, to oneself or for years', async () => {
    const officer = await act(newcomer, 'officer');
    const code = world.deps.codes.sign('P', 'worker000009');
    const give = (by: Actor, role: 'organizer' | 'officer', scope: string, until = untilOn, whose = code) =>
      codeOf(by.call('identity.grantRole', { code: whose, role, scope, untilOn: until }));
    expect(await give(officer, 'officer', county)).toBe('role_not_yours_to_give');
    expect(await give(officer, 'organizer', '530381')).toBe('role_not_yours_to_give');
    expect(await give(officer, 'organizer', county, untilOn, codeOfPerson(officer))).toBe('role_own');
    expect(await give(province, 'officer', county, '2029-01-01')).toBe('role_day_wrong');
    expect(await give(province, 'officer', county, untilOn, world.deps.codes.sign('D', 'desk00000001'))).toBe('code_not_here');
  });

  test('that is taken back is gone at once here, and on any other instance within five seconds', async () => {
    const officer = await act(newcomer, 'officer');
    const { workerId } = newcomer.session;
    expect((await officer.call('tasks.list', {})).items).toEqual([]);
    await province.call('identity.revokeRole', { workerId, role: 'officer', scope: county });
    expect(await codeOf(officer.call('identity.renew', {}))).toBe('not_signed_in');
    world.clock.now = '2026-02-07T04:00:05.000Z';
    expect(await codeOf(officer.call('tasks.list', {}))).toBe('not_signed_in');
    expect(await codeOf(act(newcomer, 'officer'))).toBe('role_not_held');
    expect((await province.call('identity.roles', {})).items.some((one) => one.workerId === workerId)).toBe(false);
    expect(await codeOf(province.call('identity.revokeRole', { workerId, role: 'officer', scope: county }))).toBe('not_found');
    expect((await province.call('audit.list', { doneBy: province.session.workerId })).items.map(({ action }) => action)).toContain('identity.revokeRole');
  });

  test('that is taken back takes with it whom its holder wrote down as staff, and who looks at them as anybody is in the audit', async () => {
    const helper = await world.signIn('worker04');
    const give = () => province.call('identity.grantRole', { code: codeOfPerson(helper), role: 'organizer', scope: county, untilOn });
    await give();
    const organizer = await act(helper, 'organizer');
    const told = { name: '李石保', home: { regionCode: county }, wish: { trades: ['farm' as const] }, consent: 'spoken' as const, agreed: true as const };
    const { workerId } = await organizer.call('proxies.register', { ...told, relation: 'officer', nonce: 'nonce-as-staff-1' });
    await helper.call('proxies.register', { ...told, name: '李春保', relation: 'relative', nonce: 'nonce-as-family' });
    const names = async () => (await helper.call('proxies.list', {})).items.map(({ name }) => name).sort();
    const deeds = () => [
      helper.call('proxies.get', { workerId }),
      helper.call('proxies.change', { workerId, phone: '12066600003' }),
      helper.call('proxies.claimCode', { workerId }),
      helper.call('applications.mine', { forWorkerId: workerId }),
    ];
    expect(await names()).toEqual(['李春保', '李石保']);
    expect((await helper.call('proxies.get', { workerId })).name).toBe('李石保');
    const looks = (await province.call('audit.list', { doneBy: helper.session.workerId })).items.filter(({ role }) => role === 'worker');
    expect(looks.map(({ action }) => action).sort()).toEqual(['proxies.get', 'proxies.list']);
    expect(await world.deps.workers.views(workerId)).toMatchObject([{ what: 'revealed', purpose: '代您办事', byName: '罗平县工作人员' }]);
    await province.call('identity.revokeRole', { workerId: helper.session.workerId, role: 'organizer', scope: county });
    expect(await names()).toEqual(['李春保']);
    const attempts = deeds();
    expect(await Promise.all(attempts.map(codeOf))).toEqual(attempts.map(() => 'not_allowed'));
    expect(await world.deps.workers.helpersOf(workerId, await world.deps.workers.get(workerId))).toEqual([]);
    await give();
    expect(await names()).toEqual(['李春保', '李石保']);
  });

  test('ends by itself with its last day, after a word two weeks before, unless it is renewed', async () => {
    await province.call('identity.grantRole', { code: codeOfPerson(newcomer), role: 'organizer', scope: county, untilOn: '2026-03-01' });
    world.clock.now = '2026-02-16T02:00:00.000Z';
    await remindOfRoles.run(world.deps);
    const again = actorOf(world.api, (await world.signIn('worker03')).session);
    expect((await again.call('messages.mine', {})).items.map(({ kind }) => kind)).toContain('role.ends');
    world.clock.now = '2026-03-01T15:50:00.000Z';
    const late = await act(await world.signIn('worker03'), 'organizer');
    expect(late.session.expiresAt).toBe('2026-03-01T16:00:00.000Z');
    world.clock.now = '2026-03-01T16:00:00.000Z';
    expect(await codeOf(late.call('fairs.mine', {}))).toBe('not_signed_in');
    expect((await world.signIn('worker03')).session.held.map(({ role }) => role)).not.toContain('organizer');
  });
});

describe('a whole resident id', () => {
  test('is shown for a reason of the law, is recorded, and the person reads it', async () => {
    const officer = await world.staff('officer04', 'officer', county);
    const person = aWorker(world, 7);
    await person.call('workers.change', { name: '岩罕', home: { regionCode: county } });
    const residentId = aResidentId();
    await person.call('workers.tellResidentId', { residentId });
    const shown = await officer.call('people.revealId', { workerId: person.session.workerId, reason: 'subsidy' });
    expect(shown.residentId).toBe(residentId);
    expect(shown.maskedId).not.toContain(residentId.slice(6, 14));
    expect((await person.call('workers.views', {})).items[0]).toMatchObject({ what: 'revealed_id', purpose: '申领补贴要用身份证号' });
    const elsewhere = await world.staff('officer01', 'officer', '310113');
    expect(await codeOf(elsewhere.call('people.revealId', { workerId: person.session.workerId, reason: 'subsidy' }))).toBe('not_allowed');
  });
});

describe('limits', () => {
  let narrow: World;
  beforeAll(async () => {
    narrow = await startWorld({ limitScale: 0.1, tableTimeoutMs: 9000 });
  });
  afterAll(() => narrow.stop());

  test('say after how long it may be tried again, and then it may', async () => {
    const officer = await narrow.staff('officer04', 'officer', county);
    const workerId = 'worker000001' as WorkerId;
    await aWorker(narrow, 1).call('workers.change', { name: '杨桂兰', home: { regionCode: county } });
    const reveal = () => request(narrow.api, 'people.reveal', { workerId, reason: 'visit' }, officer.session.token);
    expect((await Promise.all([reveal(), reveal(), reveal()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await reveal();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(await refused.json()).toMatchObject({ code: 'too_many', detail: { wait: '1 小时' } });
    narrow.clock.now = '2026-02-07T05:00:00.000Z';
    const later = await narrow.staff('officer04', 'officer', county);
    expect((await request(narrow.api, 'people.reveal', { workerId, reason: 'visit' }, later.session.token)).status).toBe(200);
  });

  test('show an officer a phone with which too many people sign in, once, and let a family be', async () => {
    const city = await world.staff('officer03', 'officer', '310000');
    const odd = async () => (await city.call('tasks.list', {})).items.filter(({ kind }) => kind === 'odd_use');
    const use = (n: number) =>
      world.deps.limits.personOfPhone('mass_sign_in', { deviceId: 'device-farm', where: noon.slice(0, 13), workerId: `worker00000${n}` });
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 8, 8]) await use(n);
    expect(await odd()).toEqual([]);
    await use(9);
    const [task, ...others] = await odd();
    expect([task?.words, others]).toEqual(['一台手机一小时里登录了很多人', []]);
    const elsewhere = await world.staff('officer04', 'officer', county);
    expect(await codeOf(elsewhere.call('tasks.settleOdd', { taskId: task?.taskId ?? '', outcome: 'harmless' }))).toBe('not_allowed');
    await city.call('tasks.settleOdd', { taskId: task?.taskId ?? '', outcome: 'harmless' });
    expect(await odd()).toEqual([]);
  });

  const oddOf = async (officer: Actor, words: string) => (await officer.call('tasks.list', {})).items.filter((task) => task.words === words);

  test('show an officer of the home county who applies to very many openings, and let no more of them through that day', async () => {
    narrow.clock.now = noon;
    const { recruiter, employerId, jobId } = await narrow.anOpenJob();
    const applicant = aWorker(narrow, 5);
    await applicant.call('workers.change', { name: '岩罕', home: { regionCode: county } });
    const consent = { employerId, version: '2026-11' };
    const apply = (to: string) => applicant.call('applications.apply', { jobId: to as JobId, name: '岩罕', phone: '12066600002', trades: [], consent });
    await apply(jobId);
    for (const title of ['焊工', '叉车工']) {
      const other = await recruiter.call('jobs.create', aJobForm({ title }));
      await recruiter.call('jobs.publish', { jobId: other.jobId });
      await apply(other.jobId);
    }
    expect(await codeOf(apply(jobId))).toBe('too_many');
    const officer = await narrow.staff('officer04', 'officer', county);
    const [task, ...others] = await oddOf(officer, oddUses.mass_apply);
    expect([task?.kind, others]).toEqual(['odd_use', []]);
    expect(JSON.stringify(task)).not.toContain('岩罕');
    await officer.call('tasks.settleOdd', { taskId: task?.taskId ?? '', outcome: 'spoken_with' });
    expect(await oddOf(officer, oddUses.mass_apply)).toEqual([]);
  });

  test('show an officer one phone that signs many people in, and to the host of a fair one that checks many in there', async () => {
    const city = await world.staff('officer03', 'officer', '310000');
    const { fair, organizer } = await world.anOpenFair();
    const host = await world.staff('officer04', 'officer', organizer.session.acting.scope ?? county);
    const code = world.deps.codes.signAt('S', fair.fairId, 0);
    const deviceId = 'device-farm-2';
    for (const [at, { id }] of personas.slice(0, mostPeopleOfPhone + 1).entries()) {
      const { code: login } = await world.loginCode(id);
      await call(world.api, 'identity.signIn', { code: login, deviceId });
      await aWorker(world, 40 + at).call('attendance.checkIn', { code, deviceId });
    }
    const seen = async () => [...(await oddOf(city, oddUses.mass_sign_in)), ...(await oddOf(host, oddUses.mass_check_in))];
    const tasks = await world.settled(seen, (found) => new Set(found.map(({ words }) => words)).size === 2);
    expect(new Set(tasks.map(({ words }) => words))).toEqual(new Set([oddUses.mass_sign_in, oddUses.mass_check_in]));
    expect(tasks.map(({ subject }) => subject.fairId)).toEqual([undefined, fair.fairId]);
    expect(JSON.stringify(tasks)).not.toMatch(/worker0000/);
  });
});
