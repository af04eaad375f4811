import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCreditCode, aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, actorOf, call } from '../support/call.ts';
import { codeOf, lasting, refusalOf } from '../support/people.ts';
import { photographs } from '../support/pictures.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Actor;
let officer: Actor;
beforeAll(async () => {
  world = await startWorld();
  owner = await world.signIn('recruiter03');
  officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

let codes = 500;
const submit = async (over: Parameters<typeof anEmployerForm>[0] = {}) => {
  const papers = await photographs(owner, over.kind);
  return owner.call('employers.submit', anEmployerForm({ creditCode: aCreditCode(++codes), papers, ...over }));
};
const recruiterOf = async (employerId: string): Promise<Actor> =>
  lasting(world, actorOf(world.api, await owner.call('identity.act', { role: 'recruiter', scope: employerId })));
const checksOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).detail.checks;

describe('registering an employer', () => {
  test('makes it wait, and its writer a recruiter of it', async () => {
    const employer = await submit();
    expect(employer).toMatchObject({ status: 'waiting', submittedAt: noon });
    const recruiter = await recruiterOf(employer.employerId);
    expect((await recruiter.call('employers.get', { employerId: employer.employerId })).name).toBe(employer.name);
  });
  test('with a credit code that is registered already is refused', async () => {
    const { creditCode } = await submit();
    expect(await refusalOf(submit({ creditCode }))).toMatchObject({ code: 'credit_code_taken', status: 409 });
  });
  test('appears in the list of its own officer, oldest first, and of no other', async () => {
    const [first, second] = [await submit(), await submit()];
    const listed = (await officer.call('employers.list', { status: 'waiting' })).items.map((e) => e.employerId);
    expect(listed.indexOf(first.employerId)).toBeGreaterThanOrEqual(0);
    expect(listed).toContain(second.employerId);
    const elsewhere = await world.staff('officer02', 'officer', '310117');
    expect((await elsewhere.call('employers.list', { status: 'waiting' })).items).toEqual([]);
    const city = await world.staff('officer03', 'officer', '310000');
    expect((await city.call('employers.list', { status: 'waiting' })).items.map((e) => e.employerId)).toContain(first.employerId);
  });
});

describe('verifying an employer', () => {
  test('names the office and the day', async () => {
    const { employerId } = await submit();
    expect(await officer.call('employers.verify', { employerId })).toMatchObject({ status: 'verified', verifiedOn: '2026-02-07', verifiedBy: '宝山区人社局' });
    expect(await codeOf(officer.call('employers.verify', { employerId }))).toBe('employer_cannot_verify');
  });
  test('with a wrong check digit is refused, whatever the note says', async () => {
    const right = aCreditCode(++codes);
    const wrong = `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`;
    const { employerId } = await submit({ creditCode: wrong });
    expect(await checksOf(officer.call('employers.verify', { employerId }))).toEqual(['credit_code']);
    expect(await checksOf(officer.call('employers.verify', { employerId, note: '先过，回头补' }))).toEqual(['credit_code']);
  });
  test('with an expired licence is refused, whatever the note says', async () => {
    const { employerId } = await submit({ licenceUntilOn: '2026-02-06' });
    expect(await checksOf(officer.call('employers.verify', { employerId, note: '先过' }))).toEqual(['licence']);
  });
  test('of an agency without its service licence is refused', async () => {
    const { employerId } = await submit({ kind: 'agency' });
    expect(await checksOf(officer.call('employers.verify', { employerId, note: '先过' }))).toEqual(['service_licence']);
  });
  test('at another address than the licence’s needs a note', async () => {
    const { employerId } = await submit({ licenceAddress: '别处 1 号' });
    expect(await checksOf(officer.call('employers.verify', { employerId }))).toEqual(['address']);
    expect(await officer.call('employers.verify', { employerId, note: '新厂区，变更在办' })).toMatchObject({
      status: 'verified',
      verifyNote: '新厂区，变更在办',
    });
  });
  test('by the officer of another district is refused', async () => {
    const { employerId } = await submit();
    const elsewhere = await world.staff('officer02', 'officer', '310117');
    expect(await codeOf(elsewhere.call('employers.verify', { employerId }))).toBe('not_allowed');
    expect(await codeOf(elsewhere.call('employers.sendBack', { employerId, reasons: ['code_wrong'] }))).toBe('not_allowed');
  });
});

describe('an employer that is sent back', () => {
  test('reads why, mends it and waits again', async () => {
    const sent = await submit({ licenceAddress: '别处 1 号' });
    const { employerId, creditCode } = sent;
    const back = await officer.call('employers.sendBack', { employerId, reasons: ['address_differs'], note: '住所以执照为准' });
    expect(back).toMatchObject({ status: 'sent_back', sendBackReasons: ['address_differs'], sendBackNote: '住所以执照为准' });
    const recruiter = await recruiterOf(employerId);
    expect((await recruiter.call('employers.get', { employerId })).sendBackNote).toBe('住所以执照为准');
    const mended = await recruiter.call('employers.change', { ...anEmployerForm({ creditCode }), employerId });
    expect(mended.status).toBe('waiting');
    expect(mended).not.toHaveProperty('sendBackReasons');
    expect((await officer.call('employers.verify', { employerId })).status).toBe('verified');
  });
  test('cannot be sent back or verified before it comes again', async () => {
    const { employerId } = await submit();
    await officer.call('employers.sendBack', { employerId, reasons: ['licence_unclear'] });
    expect(await codeOf(officer.call('employers.verify', { employerId }))).toBe('employer_cannot_verify');
    expect(await codeOf(officer.call('employers.sendBack', { employerId, reasons: ['licence_unclear'] }))).toBe('employer_cannot_verify');
  });
  test('needs at least one reason', async () => {
    const { employerId } = await submit();
    expect(await refusalOf(officer.call('employers.sendBack', { employerId, reasons: [] }))).toMatchObject({
      code: 'invalid_input',
      detail: { field: 'reasons' },
    });
  });
});

describe('a verified employer', () => {
  async function verified() {
    const { employerId, creditCode } = await submit();
    await officer.call('employers.verify', { employerId });
    return { employerId, creditCode, recruiter: await recruiterOf(employerId) };
  }
  test('that changes anything waits again, and its openings leave the list', async () => {
    const { employerId, creditCode, recruiter } = await verified();
    const { jobId } = await recruiter.call('jobs.create', aJobForm());
    await recruiter.call('jobs.publish', { jobId });
    const isListed = async (): Promise<boolean> => (await call(world.api, 'jobs.list', {})).items.some((j) => j.jobId === jobId);
    expect(await isListed()).toBe(true);
    const changed = await recruiter.call('employers.change', { ...anEmployerForm({ creditCode, address: '新址 2 号' }), employerId });
    expect(changed.status).toBe('waiting');
    expect(changed).not.toHaveProperty('verifiedOn');
    expect(await isListed()).toBe(false);
  });
  test('that corrects its credit code frees the old one and takes the new one', async () => {
    const { employerId, creditCode, recruiter } = await verified();
    const { creditCode: taken } = await submit();
    expect(await codeOf(recruiter.call('employers.change', { ...anEmployerForm({ creditCode: taken }), employerId }))).toBe('credit_code_taken');
    await recruiter.call('employers.change', { ...anEmployerForm({ creditCode: aCreditCode(++codes) }), employerId });
    expect((await submit({ creditCode })).creditCode).toBe(creditCode);
  });
  test('is verified no more after 180 days', async () => {
    const { employerId, recruiter } = await verified();
    const { jobId } = await recruiter.call('jobs.create', aJobForm({ expiresOn: '2026-12-31' }));
    world.clock.now = '2026-08-06T04:00:00.000Z';
    await recruiter.call('jobs.publish', { jobId });
    await recruiter.call('jobs.pause', { jobId });
    world.clock.now = '2026-08-07T04:00:00.000Z';
    expect(await codeOf(recruiter.call('jobs.publish', { jobId }))).toBe('employer_not_verified');
    const organizer = lasting(world, await world.staff('organizer01', 'organizer', '530324'));
    expect((await organizer.call('employers.list', { status: 'verified' })).items.map((e) => e.employerId)).toContain(employerId);
  });
  test('is what an organizer lists, and nothing else', async () => {
    const organizer = lasting(world, await world.staff('organizer01', 'organizer', '530324'));
    const { employerId } = await verified();
    expect((await organizer.call('employers.list', { status: 'verified' })).items.map((e) => e.employerId)).toContain(employerId);
    expect(await codeOf(organizer.call('employers.list', { status: 'waiting' }))).toBe('not_allowed');
  });
});
