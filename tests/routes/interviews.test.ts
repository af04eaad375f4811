import { remind } from '@shanhai/functions/src/interviews/duties.ts';
import type { EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aJobForm, noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let employerId: EmployerId;
let jobId: JobId;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenJob('recruiter01', { headcount: 60 });
  ({ employerId, jobId } = open);
  recruiter = lasting(world, open.recruiter);
});
afterAll(() => world.stop());

const at = (china: string): string => new Date(`2026-02-${china}:00+08:00`).toISOString();
let people = 8000;
type Person = Actor & { workerId: WorkerId };

/** Somebody whom the employer wants to meet, for one or several openings. */
async function invited(jobIds: readonly JobId[] = [jobId], actor = recruiter, forEmployer = employerId): Promise<Person> {
  const worker = aWorker(world, ++people);
  const { workerId } = worker.session;
  for (const one of jobIds) {
    const consent = { employerId: forEmployer, version: '2026-11' };
    await worker.call('applications.apply', { jobId: one, name: '杨桂兰', phone: '12066600001', trades: [], consent });
    await actor.call('applications.answer', { jobId: one, workerId, answer: 'interview', interviewKind: 'on_site' });
  }
  return { ...worker, workerId };
}
let offers = 0;
const offer = async (startsAt: string[], over = {}, actor = recruiter, forJob = jobId) =>
  (
    await actor.call('interviews.offer', {
      jobId: forJob,
      kind: 'on_site',
      place: '宝山区月浦镇 12 号',
      minutes: 30,
      seats: 2,
      startsAt,
      nonce: `nonce${String(++offers).padStart(7, '0')}`,
      ...over,
    })
  ).items;
const one = async (china: string, over = {}) => (await offer([at(china)], over))[0]?.slotId ?? '';
const take = (person: Actor, slotId: string, ofJob = jobId) => person.call('interviews.take', { jobId: ofJob, slotId });
const slots = async () => (await recruiter.call('interviews.ofJob', { jobId })).items;
const slot = async (slotId: string) => (await slots()).find((each) => each.slotId === slotId);
const mine = async (person: Actor) => (await person.call('interviews.mine', {})).items;
const told = async (person: Actor): Promise<string[]> =>
  (await person.call('messages.mine', {})).items.filter((m) => m.kind.startsWith('interview')).map((m) => m.kind);
const outcomes = async (asked: Promise<unknown>[]): Promise<string[]> =>
  Promise.all(asked.map((each) => each.then(() => 'done').catch((error: { code?: string }) => error.code ?? String(error))));

describe('times to meet', () => {
  test('stand once though they are sent twice', async () => {
    const nonce = 'nonceTwice00';
    await offer([at('09T10:00'), at('09T09:00')], { nonce });
    await offer([at('09T10:00'), at('09T09:00')], { nonce });
    expect((await slots()).map(({ startsAt, left }) => [startsAt, left])).toEqual([
      [at('09T09:00'), 2],
      [at('09T10:00'), 2],
    ]);
  });
  test.each([
    ['in the past', { startsAt: [at('07T11:00')] }, 'startsAt'],
    ['at night', { startsAt: [at('09T20:00')] }, 'startsAt'],
    ['without a place where one meets on site', { place: undefined }, 'place'],
    ['by video without a word through what', { kind: 'video', place: undefined }, 'videoTool'],
  ])('%s are refused', async (_, over, field) => {
    expect(await refusalOf(offer([at('09T10:00')], over))).toMatchObject({ code: 'invalid_input', detail: { field: expect.stringContaining(field) } });
  });
  test('with a link for a place are refused', async () => {
    const place = '见 https://bad.example';
    expect(await refusalOf(offer([at('09T10:00')], { place }))).toMatchObject({ code: 'words_lead_away', detail: { field: 'place', what: '链接' } });
  });
  test('are told to those whom the employer wants to meet, and chosen by nobody else', async () => {
    const person = await invited();
    const applicant = aWorker(world, ++people);
    const consent = { employerId, version: '2026-11' };
    await applicant.call('applications.apply', { jobId, name: '李秀英', phone: '12066600003', trades: [], consent });
    const slotId = await one('09T10:00');
    expect(await told(person)).toEqual(['interview.offered']);
    expect(await told(applicant)).toEqual([]);
    expect(await codeOf(applicant.call('interviews.offered', { jobId }))).toBe('interview_not_invited');
    expect(await codeOf(take(applicant, slotId))).toBe('interview_not_invited');
  });
  test('of another employer are not to be touched', async () => {
    const slotId = await one('09T10:00');
    const { recruiter: stranger } = await world.anOpenJob('recruiter02');
    expect(await codeOf(offer([at('09T10:00')], {}, stranger))).toBe('not_allowed');
    expect(await codeOf(stranger.call('interviews.ofJob', { jobId }))).toBe('not_allowed');
    expect(await codeOf(stranger.call('interviews.ofEmployer', { employerId }))).toBe('not_allowed');
    expect(await codeOf(stranger.call('interviews.moveSlot', { jobId, slotId, startsAt: at('10T10:00'), reason: 'schedule' }))).toBe('not_allowed');
    expect(await codeOf(stranger.call('interviews.cancelSlot', { jobId, slotId, reason: 'schedule' }))).toBe('not_allowed');
    expect(await slot(slotId)).toMatchObject({ startsAt: at('09T10:00'), status: 'open' });
  });
});

describe('taking a time', () => {
  test('takes a seat, tells the employer, and shows it who comes, masked', async () => {
    const person = await invited();
    const slotId = await one('09T10:00');
    expect(await take(person, slotId)).toMatchObject({ slotId, state: 'taken', startsAt: at('09T10:00'), place: '宝山区月浦镇 12 号' });
    expect(await slot(slotId)).toMatchObject({ left: 1, people: [{ workerId: person.workerId, maskedName: expect.stringContaining('*') }] });
    expect(await told(recruiter)).toContain('interview.taken');
  });
  test('twice is once', async () => {
    const person = await invited();
    const slotId = await one('09T10:00');
    await Promise.all([take(person, slotId), take(person, slotId)]);
    await take(person, slotId);
    expect(await slot(slotId)).toMatchObject({ left: 1 });
    expect(await mine(person)).toHaveLength(1);
  });
  test('gives back the other one of the same opening', async () => {
    const person = await invited();
    const [first, second] = await offer([at('09T10:00'), at('10T10:00')]);
    await take(person, first?.slotId ?? '');
    await take(person, second?.slotId ?? '');
    expect((await slots()).map(({ left }) => left)).toEqual([2, 1]);
    expect((await mine(person)).map(({ state }) => state)).toEqual(['cancelled', 'taken']);
    await take(person, first?.slotId ?? '');
    expect((await slots()).map(({ left }) => left)).toEqual([1, 2]);
  });
  test('of forty people on five seats is done by five', async () => {
    const crowd = await Promise.all(Array.from({ length: 40 }, () => invited()));
    const slotId = await one('09T10:00', { seats: 5 });
    const all = await outcomes(crowd.map((person) => take(person, slotId)));
    expect(all.filter((each) => each === 'done')).toHaveLength(5);
    expect(new Set(all)).toEqual(new Set(['done', 'slot_full']));
    const { left, people: coming } = (await slot(slotId)) ?? {};
    expect([left, coming?.length]).toEqual([0, 5]);
    const held = await Promise.all(crowd.map(mine));
    expect(held.filter((interviews) => interviews.length)).toHaveLength(5);
  });
  test('of two that overlap at the same moment is done for one', async () => {
    const second = await recruiter.call('jobs.create', aJobForm({ title: '焊工', trade: 'welder' }));
    await recruiter.call('jobs.publish', { jobId: second.jobId });
    const pair: JobId[] = [jobId, second.jobId];
    for (let round = 0; round < 5; round++) {
      const person = await invited(pair);
      const a = await one(`1${round}T10:00`);
      const [b] = await offer([at(`1${round}T10:15`)], {}, recruiter, second.jobId);
      const all = await outcomes([take(person, a), take(person, b?.slotId ?? '', second.jobId)]);
      expect(all.sort()).toEqual(['done', 'interview_overlaps']);
      expect((await mine(person)).filter(({ state }) => state === 'taken')).toHaveLength(1);
    }
  });
  test('of two one after the other is done for both', async () => {
    const second = await recruiter.call('jobs.create', aJobForm({ title: '焊工', trade: 'welder' }));
    await recruiter.call('jobs.publish', { jobId: second.jobId });
    const person = await invited([jobId, second.jobId]);
    const a = await one('09T10:00');
    const [b] = await offer([at('09T10:30')], {}, recruiter, second.jobId);
    expect(await outcomes([take(person, a), take(person, b?.slotId ?? '', second.jobId)])).toEqual(['done', 'done']);
  });
  test('that is full, over or called off is refused', async () => {
    const [first, second] = [await invited(), await invited()];
    const slotId = await one('09T10:00', { seats: 1 });
    await take(first, slotId);
    expect(await codeOf(take(second, slotId))).toBe('slot_full');
    const other = await one('09T11:00');
    await recruiter.call('interviews.cancelSlot', { jobId, slotId: other, reason: 'schedule' });
    expect(await codeOf(take(second, other))).toBe('slot_gone');
    const third = await one('09T12:00');
    world.clock.now = at('09T12:00');
    expect(await codeOf(take(second, third))).toBe('slot_gone');
  });
});

describe('giving a time back', () => {
  test('frees the seat and tells the employer', async () => {
    const person = await invited();
    const slotId = await one('09T10:00', { seats: 1 });
    await take(person, slotId);
    await Promise.all([person.call('interviews.cancel', { slotId }), person.call('interviews.cancel', { slotId })]);
    expect(await slot(slotId)).toMatchObject({ left: 1, people: [] });
    expect(await told(recruiter)).toContain('interview.given_back');
  });
  test('happens by itself when the application is taken back', async () => {
    const person = await invited();
    const slotId = await one('09T10:00');
    await take(person, slotId);
    await person.call('applications.withdraw', { jobId });
    expect(await slot(slotId)).toMatchObject({ left: 2, people: [] });
  });
  test('of somebody else is not possible', async () => {
    const person = await invited();
    const slotId = await one('09T10:00');
    await take(person, slotId);
    expect(await codeOf((await invited()).call('interviews.cancel', { slotId }))).toBe('not_found');
    expect(await slot(slotId)).toMatchObject({ left: 1 });
  });
});

describe('an employer that', () => {
  test('moves a time asks everybody, who keep their seats until they answer', async () => {
    const [yes, no] = [await invited(), await invited()];
    const slotId = await one('09T10:00');
    for (const person of [yes, no]) await take(person, slotId);
    await recruiter.call('interviews.moveSlot', { jobId, slotId, startsAt: at('10T14:00'), reason: 'schedule' });
    expect(await mine(yes)).toMatchObject([{ state: 'moved', startsAt: at('10T14:00'), wasAt: at('09T10:00'), reason: 'schedule' }]);
    expect(await told(yes)).toContain('interview.moved');
    await yes.call('interviews.confirm', { slotId });
    await no.call('interviews.cancel', { slotId });
    expect(await slot(slotId)).toMatchObject({ startsAt: at('10T14:00'), left: 1, people: [{ workerId: yes.workerId, state: 'taken' }] });
    expect(await told(recruiter)).toEqual(expect.arrayContaining(['interview.confirmed', 'interview.given_back']));
  });
  test('moves a time counts whoever takes it anew as one who said yes: one seat, and the time can still be called off', async () => {
    const person = await invited();
    const slotId = await one('09T10:00');
    await take(person, slotId);
    await recruiter.call('interviews.moveSlot', { jobId, slotId, startsAt: at('10T14:00'), reason: 'schedule' });
    await take(person, slotId);
    expect(await mine(person)).toMatchObject([{ state: 'taken', startsAt: at('10T14:00') }]);
    expect(await slot(slotId)).toMatchObject({ left: 1 });
    expect(await recruiter.call('interviews.cancelSlot', { jobId, slotId, reason: 'filled' })).toMatchObject({ status: 'cancelled' });
  });
  test('moves a time onto another one of a person’s does not put them in two places', async () => {
    const second = await recruiter.call('jobs.create', aJobForm({ title: '焊工', trade: 'welder' }));
    await recruiter.call('jobs.publish', { jobId: second.jobId });
    const person = await invited([jobId, second.jobId]);
    const a = await one('09T10:00');
    const [b] = await offer([at('09T15:00')], {}, recruiter, second.jobId);
    await take(person, a);
    await take(person, b?.slotId ?? '', second.jobId);
    await recruiter.call('interviews.moveSlot', { jobId, slotId: a, startsAt: at('09T15:15'), reason: 'schedule' });
    expect(await codeOf(person.call('interviews.confirm', { slotId: a }))).toBe('interview_overlaps');
  });
  test('calls a time off tells everybody why', async () => {
    const person = await invited();
    const slotId = await one('09T10:00');
    await take(person, slotId);
    await recruiter.call('interviews.cancelSlot', { jobId, slotId, reason: 'filled' });
    expect(await mine(person)).toMatchObject([{ state: 'cancelled', cancelledBy: 'employer', reason: 'filled' }]);
    const calledOff = (await person.call('messages.mine', {})).items.find(({ kind }) => kind === 'interview.cancelled');
    expect(calledOff?.words).toContain('岗位招满了');
    expect(await slots()).toEqual([]);
  });
  test('calls a time off while people take it leaves nobody with a time that is not there', async () => {
    const crowd = await Promise.all(Array.from({ length: 8 }, () => invited()));
    const slotId = await one('09T10:00', { seats: 8 });
    const calledOff = recruiter.call('interviews.cancelSlot', { jobId, slotId, reason: 'schedule' });
    await outcomes([...crowd.map((person) => take(person, slotId)), calledOff]);
    await recruiter.call('interviews.cancelSlot', { jobId, slotId, reason: 'schedule' }).catch(() => undefined);
    const held = (await Promise.all(crowd.map(mine))).flat();
    expect(held.filter(({ state }) => state === 'taken')).toEqual([]);
  });
});

describe('a reminder', () => {
  const reminded = async (person: Actor) => (await told(person)).filter((kind) => kind === 'interview.reminder').length;
  test('comes the evening before, once', async () => {
    const person = await invited();
    await take(person, await one('10T10:00'));
    world.clock.now = at('09T18:45');
    await remind(world.deps);
    expect(await reminded(person)).toBe(0);
    for (const time of ['09T19:00', '09T19:15', '10T08:00']) {
      world.clock.now = at(time);
      await remind(world.deps);
    }
    expect(await reminded(person)).toBe(1);
  });
  test('does not come for a time that was given back', async () => {
    const person = await invited();
    const slotId = await one('10T10:00');
    await take(person, slotId);
    await person.call('interviews.cancel', { slotId });
    world.clock.now = at('09T19:00');
    await remind(world.deps);
    expect(await reminded(person)).toBe(0);
  });
  test('follows a time that was moved', async () => {
    const person = await invited();
    const slotId = await one('10T10:00');
    await take(person, slotId);
    await recruiter.call('interviews.moveSlot', { jobId, slotId, startsAt: at('12T10:00'), reason: 'place' });
    world.clock.now = at('09T19:00');
    await remind(world.deps);
    expect(await reminded(person)).toBe(0);
    world.clock.now = at('11T19:00');
    await remind(world.deps);
    expect(await reminded(person)).toBe(1);
  });
});
