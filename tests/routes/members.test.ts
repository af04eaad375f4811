import type { EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCreditCode, aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, actorOf, call } from '../support/call.ts';
import { codeOf, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Actor;
let colleague: Actor;
let third: Actor;
beforeAll(async () => {
  world = await startWorld();
  [owner, colleague, third] = (await Promise.all(['recruiter01', 'recruiter02', 'recruiter03'].map(world.signIn))) as [Actor, Actor, Actor];
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

let codes = 800;
const actingFor = async (person: Actor, employerId: EmployerId): Promise<Actor> =>
  actorOf(world.api, await person.call('identity.act', { role: 'recruiter', scope: employerId }));
const idOf = (person: Actor): WorkerId => person.session.workerId;

/** An employer with its owner, and whoever else joins by the owner's code. */
async function anEmployer(...others: Actor[]) {
  const { employerId } = await owner.call('employers.submit', anEmployerForm({ creditCode: aCreditCode(++codes), shortName: `月汀${codes}` }));
  const boss = await actingFor(owner, employerId);
  for (const other of others) {
    const { invitationId } = await boss.call('members.invite', { employerId });
    await other.call('members.join', { invitationId, name: '顾国强' });
  }
  return { employerId, boss };
}
const dutiesAt = async (boss: Actor, employerId: EmployerId) => (await boss.call('members.list', { employerId })).items.map((m) => [m.name, m.duty]);

describe('who works for an employer', () => {
  test('begins with the one who registered it, as its owner', async () => {
    const { employerId, boss } = await anEmployer();
    expect(await boss.call('members.list', { employerId })).toEqual({
      items: [{ workerId: idOf(owner), duty: 'owner', name: '周敏', addedAt: noon }],
    });
    expect(boss.session.acting).toMatchObject({ duty: 'owner', scope: employerId });
  });

  test('grows by a code that a colleague scans', async () => {
    const { employerId, boss } = await anEmployer();
    const { code, invitationId } = await boss.call('members.invite', { employerId });
    expect(await colleague.call('fairs.resolveCode', { code })).toEqual({ kind: 'invitation', invitationId });
    expect(await colleague.call('members.invitation', { invitationId })).toMatchObject({ employerId, isUsed: false });
    await colleague.call('members.join', { invitationId, name: '顾国强' });
    expect(await dutiesAt(boss, employerId)).toEqual([
      ['周敏', 'owner'],
      ['顾国强', 'recruiter'],
    ]);
    const acting = await actingFor(colleague, employerId);
    expect((await acting.call('jobs.create', aJobForm())).employerId).toBe(employerId);
  });

  test('is not seen by strangers, and not widened by a recruiter', async () => {
    const { employerId } = await anEmployer(colleague);
    const acting = await actingFor(colleague, employerId);
    expect(await codeOf(acting.call('members.invite', { employerId }))).toBe('not_allowed');
    expect(await codeOf(acting.call('members.change', { employerId, workerId: idOf(colleague), duty: 'owner' }))).toBe('not_allowed');
    expect(await codeOf(acting.call('members.remove', { employerId, workerId: idOf(owner) }))).toBe('not_allowed');
  });
});

describe('a code for a colleague', () => {
  test('brings in one person; who is in already changes nothing', async () => {
    const { employerId, boss } = await anEmployer();
    const { invitationId } = await boss.call('members.invite', { employerId });
    await colleague.call('members.join', { invitationId, name: '顾国强' });
    await colleague.call('members.join', { invitationId, name: '顾国强' });
    expect(await codeOf(third.call('members.join', { invitationId, name: '钱芳' }))).toBe('invitation_over');
    expect(await boss.call('members.invitation', { invitationId })).toMatchObject({ isUsed: true });
    expect(await dutiesAt(boss, employerId)).toHaveLength(2);
  });
  test('brings in one person also when two scan at once', async () => {
    const { employerId, boss } = await anEmployer();
    const { invitationId } = await boss.call('members.invite', { employerId });
    const tried = await Promise.allSettled([colleague, third].map((who) => who.call('members.join', { invitationId, name: '同事' })));
    expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await dutiesAt(boss, employerId)).toHaveLength(2);
  });
  test('is over after a quarter of an hour', async () => {
    const { employerId, boss } = await anEmployer();
    const { invitationId } = await boss.call('members.invite', { employerId });
    world.clock.now = '2026-02-07T04:15:00.000Z';
    expect(await codeOf(colleague.call('members.join', { invitationId, name: '顾国强' }))).toBe('invitation_over');
    expect(await codeOf(colleague.call('members.invitation', { invitationId }))).toBe('invitation_over');
  });
});

describe('a colleague who is taken out', () => {
  test('is refused at the very next call, with the session still out', async () => {
    const { employerId, boss } = await anEmployer(colleague);
    const acting = await actingFor(colleague, employerId);
    const { jobId } = await acting.call('jobs.create', aJobForm());
    await boss.call('members.remove', { employerId, workerId: idOf(colleague) });
    expect(await refusalOf(acting.call('jobs.mine', { employerId }))).toMatchObject({ code: 'no_longer_member', status: 403 });
    expect(await codeOf(acting.call('jobs.publish', { jobId }))).toBe('no_longer_member');
    expect(await codeOf(acting.call('jobs.get', { jobId }))).toBe('not_found');
    expect(await codeOf(acting.call('identity.act', { role: 'recruiter', scope: employerId }))).toBe('role_not_held');
    expect((await acting.call('identity.renew', {})).acting).toEqual({ role: 'worker' });
    expect(await dutiesAt(boss, employerId)).toEqual([['周敏', 'owner']]);
  });
  test('costs the calls of the others half a unit', async () => {
    const { employerId, boss } = await anEmployer();
    await boss.call('members.list', { employerId });
    const { meter } = world.deps.table;
    const before = meter.reads;
    await boss.call('fairs.list', {});
    const asRecruiter = meter.reads - before;
    await owner.call('fairs.list', {});
    expect(asRecruiter - (meter.reads - before - asRecruiter)).toBe(0.5);
  });
  test('may come back by a new code', async () => {
    const { employerId, boss } = await anEmployer(colleague);
    await boss.call('members.remove', { employerId, workerId: idOf(colleague) });
    const { invitationId } = await boss.call('members.invite', { employerId });
    await colleague.call('members.join', { invitationId, name: '顾国强' });
    expect(await (await actingFor(colleague, employerId)).call('jobs.mine', { employerId })).toEqual({ items: [] });
  });
});

describe('who is alone at an employer', () => {
  test('may leave: it is shown nowhere, nobody waits in vain, its code is free, and they may be erased', async () => {
    const { employerId, boss } = await anEmployer();
    const { creditCode } = await boss.call('employers.get', { employerId });
    const officer = await world.staff('officer01', 'officer', '310113');
    await officer.call('employers.verify', { employerId, note: '看过原件' });
    const { jobId } = await boss.call('jobs.create', aJobForm());
    await boss.call('jobs.publish', { jobId });
    expect((await call(world.api, 'jobs.get', { jobId })).employer.status).toBe('verified');
    await boss.call('members.remove', { employerId, workerId: idOf(owner) });
    expect((await call(world.api, 'jobs.get', { jobId })).employer.status).toBe('sent_back');
    expect((await call(world.api, 'jobs.list', {})).items.map((one) => one.jobId)).not.toContain(jobId);
    expect(await codeOf(call(world.api, 'employers.public', { employerId }))).toBe('not_found');
    expect(await world.deps.employers.withCode(creditCode)).toBeUndefined();
    const { held } = await world.deps.identity.userOf(idOf(owner));
    expect(held.map(({ scope }) => scope)).not.toContain(employerId);
  });
  test('keeps the code from coming back under another number while it is stopped', async () => {
    const { employerId, boss } = await anEmployer();
    const { creditCode } = await boss.call('employers.get', { employerId });
    await (await world.staff('officer01', 'officer', '310113')).call('employers.suspend', { employerId, reason: 'takes_money' });
    await boss.call('members.remove', { employerId, workerId: idOf(owner) });
    expect(await codeOf(owner.call('employers.submit', anEmployerForm({ creditCode })))).toBe('credit_code_taken');
  });
});

describe('the last owner', () => {
  test('cannot leave and cannot step down', async () => {
    const { employerId, boss } = await anEmployer(colleague);
    expect(await codeOf(boss.call('members.remove', { employerId, workerId: idOf(owner) }))).toBe('last_owner');
    expect(await codeOf(boss.call('members.change', { employerId, workerId: idOf(owner), duty: 'recruiter' }))).toBe('last_owner');
  });
  test('may leave once a colleague is an owner too', async () => {
    const { employerId, boss } = await anEmployer(colleague);
    await boss.call('members.change', { employerId, workerId: idOf(colleague), duty: 'owner' });
    await boss.call('members.remove', { employerId, workerId: idOf(owner) });
    const left = await actingFor(colleague, employerId);
    expect(await dutiesAt(left, employerId)).toEqual([['顾国强', 'owner']]);
  });
  test('is left when two owners go at the same moment, or the employer closes behind both', async () => {
    for (let round = 0; round < 5; round++) {
      const { employerId, boss } = await anEmployer(colleague);
      await boss.call('members.change', { employerId, workerId: idOf(colleague), duty: 'owner' });
      const second = await actingFor(colleague, employerId);
      const gone = await Promise.allSettled([
        boss.call('members.remove', { employerId, workerId: idOf(owner) }),
        second.call('members.remove', { employerId, workerId: idOf(colleague) }),
      ]);
      const [left, { status }] = await Promise.all([world.deps.members.of(employerId), world.deps.employers.get(employerId)]);
      const isOneLeft = gone.some((one) => one.status === 'rejected');
      expect(left.map((m) => m.duty)).toEqual(isOneLeft ? ['owner'] : []);
      expect(status === 'sent_back').toBe(!isOneLeft);
    }
  });
});

describe('a recruiter of two employers', () => {
  test('acts for one at a time, and the session names which', async () => {
    const [first, second] = [await anEmployer(colleague), await anEmployer(colleague)];
    const { held } = await colleague.call('identity.renew', {});
    expect(held.filter((h) => h.role === 'recruiter').map((h) => h.scope)).toEqual(expect.arrayContaining([first.employerId, second.employerId]));
    const atFirst = await actingFor(colleague, first.employerId);
    expect(atFirst.session.acting.scopeName).toMatch(/^月汀/);
    expect(await codeOf(atFirst.call('members.list', { employerId: second.employerId }))).toBe('not_allowed');
  });
  test('who leaves one keeps the other', async () => {
    const [first, second] = [await anEmployer(colleague), await anEmployer(colleague)];
    const [atFirst, atSecond] = [await actingFor(colleague, first.employerId), await actingFor(colleague, second.employerId)];
    await atFirst.call('members.remove', { employerId: first.employerId, workerId: idOf(colleague) });
    expect(await codeOf(atFirst.call('jobs.mine', { employerId: first.employerId }))).toBe('no_longer_member');
    expect(await atSecond.call('jobs.mine', { employerId: second.employerId })).toEqual({ items: [] });
  });
});
