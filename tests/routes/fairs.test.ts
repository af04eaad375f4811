import type { Sent } from '@shanhai/shared/contract/contract.ts';
import type { Missing } from '@shanhai/shared/contract/fairs.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aFairForm, aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, call } from '../support/call.ts';
import { actingAs, codeOf, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let organizer: Actor;
beforeAll(async () => {
  world = await startWorld();
  organizer = await world.staff('organizer01', 'organizer', '530324');
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

type Form = Partial<Sent<'fairs.create'>>;
const draft = (over: Form = {}) => organizer.call('fairs.create', aFairForm(over as never));

/** A draft with one booth and one opening: ready to be published unless the form says otherwise. */
async function readyDraft(over: Form = {}) {
  const { employerId, jobId, recruiter } = await world.anOpenJob();
  const fair = await draft(over);
  const booth = await organizer.call('fairs.invite', { fairId: fair.fairId, employerId, label: 'A01', jobIds: [jobId] });
  return { fairId: fair.fairId, booth, employerId, jobId, recruiter };
}
const missingOf = async (asked: Promise<unknown>): Promise<Missing[]> => (await refusalOf(asked)).detail.missing as Missing[];

describe('publishing a fair', () => {
  test('is refused with the whole list of what is missing, each law with its article', async () => {
    const { fairId } = await draft({ plans: {}, expectedAttendance: 1000, opensAt: '2026-02-06T01:00:00.000Z', closesAt: '2026-02-06T07:00:00.000Z' });
    const refusal = await refusalOf(organizer.call('fairs.publish', { fairId }));
    const missing = refusal.detail.missing as Missing[];
    expect(refusal).toMatchObject({ code: 'fair_not_ready', status: 422, detail: { count: 6 } });
    expect(missing.map((m) => m.key)).toEqual(['time', 'plan_organisation', 'plan_emergency', 'plan_security', 'police_permit', 'booths']);
    expect(missing.filter((m) => m.article).map((m) => m.key)).toEqual(['plan_organisation', 'plan_emergency', 'plan_security', 'police_permit']);
    expect((await organizer.call('fairs.missing', { fairId })).items).toEqual(missing);
  });
  test.each(['organisation', 'emergency', 'security'] as const)('without the %s plan is refused', async (plan) => {
    const { [plan]: _, ...plans } = aFairForm().plans;
    const { fairId } = await readyDraft({ plans });
    expect((await missingOf(organizer.call('fairs.publish', { fairId }))).map((m) => m.key)).toEqual([`plan_${plan}`]);
  });
  test('for 1000 people needs the police permit, for 999 it does not', async () => {
    const large = await readyDraft({ expectedAttendance: 1000 });
    expect((await missingOf(organizer.call('fairs.publish', large))).map((m) => m.key)).toEqual(['police_permit']);
    const smaller = await readyDraft({ expectedAttendance: 999 });
    expect((await organizer.call('fairs.publish', smaller)).status).toBe('published');
    const licensed = await readyDraft({ expectedAttendance: 1000, policePermitNo: '罗公治许〔2026〕3 号' });
    expect((await organizer.call('fairs.publish', licensed)).status).toBe('published');
  });
  test('with a permit number of blanks is refused', async () => {
    const { fairId } = await readyDraft({ expectedAttendance: 2000, policePermitNo: '   ' });
    expect((await missingOf(organizer.call('fairs.publish', { fairId }))).map((m) => m.key)).toEqual(['police_permit']);
  });
  test('needs every booth’s employer verified on that day', async () => {
    const { fairId, booth, employerId, recruiter } = await readyDraft();
    const { creditCode } = await recruiter.call('employers.get', { employerId });
    await recruiter.call('employers.change', { employerId, ...anEmployerForm({ creditCode, name: '改了名的公司' }) });
    expect((await missingOf(organizer.call('fairs.publish', { fairId }))).map((m) => m.key)).toEqual([`booth_${booth.boothNo}`]);
  });
  test('needs an opening at every booth', async () => {
    const { fairId, booth } = await readyDraft();
    await organizer.call('fairs.attach', { fairId, boothNo: booth.boothNo, jobIds: [] });
    expect((await missingOf(organizer.call('fairs.publish', { fairId }))).map((m) => m.key)).toEqual([`openings_${booth.boothNo}`]);
  });
  test('without a booth is refused', async () => {
    const { fairId } = await draft();
    expect((await missingOf(organizer.call('fairs.publish', { fairId }))).map((m) => m.key)).toEqual(['booths']);
  });
  test('after its end is refused', async () => {
    const { fairId } = await readyDraft();
    world.clock.now = '2026-02-07T07:00:00.000Z';
    const still = actingAs(world, { workerId: organizer.session.workerId, role: 'organizer', scope: '530324' });
    expect((await missingOf(still.call('fairs.publish', { fairId }))).map((m) => m.key)).toEqual(['time']);
  });
  test('of an online kind needs neither plans nor permit', async () => {
    const { fairId } = await readyDraft({ kind: 'live_stream', plans: {}, expectedAttendance: 50_000 });
    expect((await organizer.call('fairs.publish', { fairId })).status).toBe('published');
  });
  test('happens once', async () => {
    const { fairId } = await readyDraft();
    await organizer.call('fairs.publish', { fairId });
    expect(await codeOf(organizer.call('fairs.publish', { fairId }))).toBe('fair_cannot_publish');
  });
});

describe('changing a fair', () => {
  const change = async (fairId: string, over: Form, by = organizer) => {
    const { items } = await by.call('fairs.mine', {});
    const version = items.find((f) => f.fairId === fairId)?.version ?? -1;
    return by.call('fairs.change', { ...aFairForm(over as never), fairId, version });
  };
  const licence = { expectedAttendance: 1200, policePermitNo: '罗公治许〔2026〕3 号' };

  test.each<[string, Form]>([
    ['opensAt', { opensAt: '2026-02-07T01:30:00.000Z' }],
    ['closesAt', { closesAt: '2026-02-07T08:00:00.000Z' }],
    ['place', { place: '县体育场' }],
    ['expectedAttendance', { expectedAttendance: 1500 }],
  ])('that is licensed and published keeps its %s', async (field, over) => {
    const { fairId } = await readyDraft(licence);
    await organizer.call('fairs.publish', { fairId });
    const refusal = await refusalOf(change(fairId, { ...licence, ...over }));
    expect(refusal).toMatchObject({ code: 'fair_cannot_change', detail: { field, article: expect.stringContaining('第15条') as string } });
  });
  test('that is licensed and published may still change its words', async () => {
    const { fairId } = await readyDraft(licence);
    await organizer.call('fairs.publish', { fairId });
    expect(await change(fairId, { ...licence, subtitle: '第二场' })).toMatchObject({ subtitle: '第二场', status: 'published' });
  });
  test('that needs no licence may move after publishing', async () => {
    const { fairId } = await readyDraft();
    await organizer.call('fairs.publish', { fairId });
    expect((await change(fairId, { place: '县体育场' })).place).toBe('县体育场');
  });
  test('that is published cannot lose a plan or grow past the licence', async () => {
    const { fairId } = await readyDraft();
    await organizer.call('fairs.publish', { fairId });
    expect((await missingOf(change(fairId, { expectedAttendance: 5000 }))).map((m) => m.key)).toEqual(['police_permit']);
    expect(await codeOf(change(fairId, { plans: {} }))).toBe('fair_not_ready');
  });
  test('from an older version is refused', async () => {
    const fair = await draft();
    await organizer.call('fairs.change', { ...aFairForm({ subtitle: '甲' }), fairId: fair.fairId, version: fair.version });
    expect(await codeOf(organizer.call('fairs.change', { ...aFairForm({ subtitle: '乙' }), fairId: fair.fairId, version: fair.version }))).toBe(
      'changed_meanwhile',
    );
  });
  test('to end before it begins is refused at the field', async () => {
    expect(await refusalOf(draft({ closesAt: '2026-02-07T01:00:00.000Z' }))).toMatchObject({ code: 'invalid_input', detail: { field: 'closesAt' } });
  });
  test('that is closed is refused', async () => {
    const { fairId } = await readyDraft();
    await organizer.call('fairs.publish', { fairId });
    await organizer.call('fairs.close', { fairId });
    expect(await codeOf(change(fairId, { subtitle: '再来' }))).toBe('fair_cannot_change');
    expect(await codeOf(organizer.call('fairs.close', { fairId }))).toBe('fair_cannot_close');
  });
});

describe('booths', () => {
  test('are for verified employers only', async () => {
    const owner = await world.signIn('recruiter03');
    const { employerId } = await owner.call('employers.submit', anEmployerForm({ creditCode: '91330100799655058B' }));
    const { fairId } = await draft();
    expect(await codeOf(organizer.call('fairs.invite', { fairId, employerId, label: 'A01', jobIds: [] }))).toBe('employer_not_verified');
  });
  test('have one label and one employer each', async () => {
    const { fairId, employerId } = await readyDraft();
    const another = await world.anOpenJob('recruiter02');
    expect(await codeOf(organizer.call('fairs.invite', { fairId, employerId: another.employerId, label: 'A01', jobIds: [] }))).toBe('booth_taken');
    expect(await codeOf(organizer.call('fairs.invite', { fairId, employerId, label: 'A02', jobIds: [] }))).toBe('booth_taken');
    expect(await organizer.call('fairs.invite', { fairId, employerId: another.employerId, label: 'A02', jobIds: [another.jobId] })).toMatchObject({
      boothNo: 2,
    });
  });
  test('offer open openings of their own employer only', async () => {
    const { fairId, booth, recruiter } = await readyDraft();
    const another = await world.anOpenJob('recruiter02');
    const unpublished = await recruiter.call('jobs.create', aJobForm());
    for (const jobId of [another.jobId, unpublished.jobId]) {
      expect(await codeOf(recruiter.call('fairs.attach', { fairId, boothNo: booth.boothNo, jobIds: [jobId] }))).toBe('opening_not_here');
    }
  });
  test('count into the fair', async () => {
    const { fairId, booth } = await readyDraft();
    const { fair } = await organizer.call('fairs.booths', { fairId });
    expect(fair).toMatchObject({ boothCount: 1, openingCount: 1, headcount: 12 });
    await organizer.call('fairs.removeBooth', { fairId, boothNo: booth.boothNo });
    expect(await organizer.call('fairs.booths', { fairId })).toMatchObject({ fair: { boothCount: 0, openingCount: 0, headcount: 0 }, items: [] });
    expect(await codeOf(organizer.call('fairs.removeBooth', { fairId, boothNo: 9 }))).toBe('not_found');
  });
  test('stay once the fair is published', async () => {
    const { fairId, booth } = await readyDraft();
    await organizer.call('fairs.publish', { fairId });
    expect(await codeOf(organizer.call('fairs.removeBooth', { fairId, boothNo: booth.boothNo }))).toBe('fair_cannot_change');
  });
});

describe('what everybody sees', () => {
  test('is no draft', async () => {
    const { fairId } = await readyDraft();
    const elsewhere = await world.staff('organizer02', 'organizer', '530602');
    expect(await codeOf(call(world.api, 'fairs.get', { fairId }))).toBe('not_found');
    expect(await codeOf(call(world.api, 'fairs.booths', { fairId }))).toBe('not_found');
    expect(await codeOf(call(world.api, 'fairs.resolveCode', { code: world.deps.codes.signAt('S', fairId, 0) }))).toBe('not_found');
    expect(await codeOf(elsewhere.call('fairs.get', { fairId }))).toBe('not_found');
    expect((await organizer.call('fairs.get', { fairId })).fairId).toBe(fairId);
  });
  test('holds no plan and no permit', async () => {
    const { fairId } = await readyDraft();
    await organizer.call('fairs.publish', { fairId });
    const seen = await call(world.api, 'fairs.get', { fairId });
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['plans']));
    expect(seen).not.toHaveProperty('policePermitNo');
  });
  test('lists a published fair until it is over', async () => {
    const { fairId } = await readyDraft({ opensAt: '2026-03-01T01:00:00.000Z', closesAt: '2026-03-01T07:00:00.000Z' });
    const isListed = async (): Promise<boolean> => (await call(world.api, 'fairs.list', {})).items.some((f) => f.fairId === fairId);
    expect(await isListed()).toBe(false);
    await organizer.call('fairs.publish', { fairId });
    expect(await isListed()).toBe(true);
    world.clock.now = '2026-03-01T07:00:01.000Z';
    expect(await isListed()).toBe(false);
  });
});

describe('a scanned code', () => {
  test('says what it stands for', async () => {
    const { fairId, booth } = await readyDraft();
    await organizer.call('fairs.publish', { fairId });
    const { codes } = world.deps;
    const resolve = (code: string) => call(world.api, 'fairs.resolveCode', { code });
    expect(await resolve(codes.signAt('S', fairId, 1))).toMatchObject({ kind: 'gate', gate: '西门', fair: { fairId } });
    expect(await resolve(codes.signAt('B', fairId, booth.boothNo))).toMatchObject({ kind: 'booth', boothNo: booth.boothNo });
    expect(await resolve(codes.signAt('N', fairId, 417))).toMatchObject({ kind: 'strip', number: 417 });
    expect(await resolve(codes.sign('P', organizer.session.workerId))).toEqual({ kind: 'person' });
    expect(await resolve(codes.sign('D', 'desk00000001'))).toEqual({ kind: 'desk', deskId: 'desk00000001' });
    const gate = codes.signAt('S', fairId, 0);
    expect(await codeOf(resolve(`${gate.slice(0, -1)}${gate.endsWith('A') ? 'B' : 'A'}`))).toBe('code_forged');
  });
});

test('a draft is not printed', async () => {
  const { fairId } = await readyDraft();
  expect(await codeOf(organizer.call('fairs.printPack', { fairId, strips: 8 }))).toBe('fair_not_published');
});

test('printing strips twice prints fresh numbers', async () => {
  const { fairId } = await readyDraft();
  await organizer.call('fairs.publish', { fairId });
  const packs = [await organizer.call('fairs.printPack', { fairId, strips: 8 }), await organizer.call('fairs.printPack', { fairId, strips: 4 })];
  expect(packs.map((p) => p.strips)).toEqual([
    { from: 1, to: 8 },
    { from: 9, to: 12 },
  ]);
  expect(packs.every((p) => Buffer.from(p.pdfBase64, 'base64').subarray(0, 5).toString() === '%PDF-')).toBe(true);
});
