import type { EmployerForm } from '@shanhai/shared/contract/employers.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCreditCode, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, actorOf, call } from '../support/call.ts';
import { codeOf, lasting } from '../support/people.ts';
import { photographs } from '../support/pictures.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Actor;
let officer: Actor;
let organizer: Actor;
beforeAll(async () => {
  world = await startWorld();
  owner = lasting(world, await world.signIn('recruiter03'));
  officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
  organizer = lasting(world, await world.staff('organizer01', 'organizer', '530324'));
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

let codes = 900;
const submit = async (over: Partial<EmployerForm>) =>
  owner.call('employers.submit', anEmployerForm({ creditCode: aCreditCode(++codes), papers: await photographs(owner), ...over }));
const breakWechat = () =>
  fetch(`${world.wechatOrigin}/__sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: '/wxa/msg_sec_check', httpStatus: 502 }),
  });
const seenByOfficer = async (employerId: string) =>
  (await officer.call('employers.list', { status: 'waiting' })).items.find((e) => e.employerId === employerId);

describe('the words of an employer', () => {
  test('that WeChat passes leave no mark', async () => {
    const { employerId } = await submit({});
    expect(await seenByOfficer(employerId)).not.toHaveProperty('textCheck');
  });

  test.each<[Partial<EmployerForm>, string]>([
    [{ name: '月汀钢构 [risky]' }, 'risky'],
    [{ shortName: '[risky]' }, 'risky'],
    [{ industry: '[review]' }, 'review'],
    [{ address: '路 [review]', licenceAddress: '路 [review]' }, 'review'],
  ])('%j are handed in all the same; the officer reads %s, the employer does not', async (over, verdict) => {
    const sent = await submit(over);
    expect(sent.status).toBe('waiting');
    expect(sent).not.toHaveProperty('textCheck');
    expect(await seenByOfficer(sent.employerId)).toMatchObject({ textCheck: verdict });
  });

  test('that WeChat was not to be asked about are marked so, and verified without a reason', async () => {
    const papers = await photographs(owner);
    await breakWechat();
    const { employerId } = await submit({ papers });
    expect(await seenByOfficer(employerId)).toMatchObject({ textCheck: 'unchecked' });
    expect(await officer.call('employers.verify', { employerId })).toMatchObject({ status: 'verified' });
    const { items } = await organizer.call('employers.list', { status: 'verified' });
    expect(items.find((e) => e.employerId === employerId)).not.toHaveProperty('textCheck');
    expect(JSON.stringify(await call(world.api, 'employers.public', { employerId }))).not.toContain('textCheck');
  });

  test('that are risky need the officer’s written reason, and then stand', async () => {
    const { employerId } = await submit({ shortName: '月汀[risky]' });
    expect(await codeOf(officer.call('employers.verify', { employerId }))).toBe('employer_checks_failed');
    await officer.call('employers.verify', { employerId, note: '是商号，照执照' });
    expect((await call(world.api, 'employers.public', { employerId })).employer.isVerified).toBe(true);
  });

  test('are looked at again when they are changed', async () => {
    const { employerId, creditCode } = await submit({ shortName: '月汀[risky]' });
    const recruiter = lasting(world, actorOf(world.api, await owner.call('identity.act', { role: 'recruiter', scope: employerId })));
    const changed = await recruiter.call('employers.change', { ...anEmployerForm({ creditCode }), employerId });
    expect(changed).not.toHaveProperty('textCheck');
    expect(await seenByOfficer(employerId)).not.toHaveProperty('textCheck');
    await recruiter.call('employers.change', { ...anEmployerForm({ creditCode, shortName: '[review]' }), employerId });
    expect(await seenByOfficer(employerId)).toMatchObject({ textCheck: 'review' });
    expect(await recruiter.call('employers.get', { employerId })).not.toHaveProperty('textCheck');
  });
});
