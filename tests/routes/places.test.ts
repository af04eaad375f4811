import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aJobForm, noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let organizer: Actor;
let employerId: EmployerId;
let jobId: JobId;
let at: { fairId: never; boothNo: number };
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  ({ employerId, jobId } = open);
  recruiter = lasting(world, open.recruiter);
  organizer = lasting(world, open.organizer);
  at = { fairId: open.fair.fairId as never, boothNo: open.booth.boothNo };
});
afterAll(() => world.stop());

let people = 0;
/** Somebody at a booth whom its employer wants. */
async function aWanted(where = at, opening = jobId): Promise<Actor> {
  const worker = aWorker(world, ++people);
  const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', where.fairId, 0), deviceId: 'device-0001' });
  await world.settled(
    () => world.deps.attendance.carrierOf(where.fairId, number),
    (row) => row !== undefined,
  );
  await worker.call('cards.leave', { ...where, jobId: opening, name: '杨桂兰', trades: [], consent: { employerId, version: '2026-11' } });
  await recruiter.call('cards.answer', { ...where, number, answer: 'want', nonce: `nonce-${String(people).padStart(6, '0')}` });
  return worker;
}
const filled = async () => (await recruiter.call('jobs.get', { jobId })).filled;
const seek = async (headcount: number) => {
  const { version } = await recruiter.call('jobs.get', { jobId });
  return recruiter.call('jobs.change', { ...aJobForm({ headcount }), jobId, version });
};
const accept = (worker: Actor, where = at) => worker.call('cards.reply', { ...where, reply: 'accepted' });

describe('an acceptance', () => {
  test('takes a place, and taking the card back frees it', async () => {
    const worker = await aWanted();
    await accept(worker);
    expect(await recruiter.call('jobs.get', { jobId })).toMatchObject({ filled: 1, remaining: 11, headcount: 12 });
    await worker.call('cards.withdraw', at);
    expect(await filled()).toBe(0);
  });
  test('that the employer takes back frees the place', async () => {
    const worker = await aWanted();
    await accept(worker);
    const { items } = await world.settled(
      () => recruiter.call('cards.atBooth', at),
      (list) => list.items.length > 0,
    );
    await recruiter.call('cards.answer', { ...at, number: items[0]?.number ?? 0, answer: 'no', nonce: 'nonce-changed-mind' });
    expect(await filled()).toBe(0);
  });
  test('of a paused opening is refused with its reason', async () => {
    const worker = await aWanted();
    await recruiter.call('jobs.pause', { jobId });
    expect(await codeOf(accept(worker))).toBe('opening_not_offered');
    expect(await filled()).toBe(0);
  });
  test('of the same opening at a second booth takes no second place', async () => {
    const other = await organizer.call('fairs.create', { ...(await aSecondFair()) });
    const booth = await organizer.call('fairs.invite', { fairId: other.fairId, employerId, label: 'C01', jobIds: [jobId] });
    await organizer.call('fairs.publish', { fairId: other.fairId });
    const there = { fairId: other.fairId as never, boothNo: booth.boothNo };
    const worker = await aWanted();
    await accept(worker);
    const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', there.fairId, 0), deviceId: 'device-0001' });
    await world.settled(
      () => world.deps.attendance.carrierOf(there.fairId, number),
      (row) => row !== undefined,
    );
    await worker.call('cards.leave', { ...there, jobId, name: '杨桂兰', trades: [], consent: { employerId, version: '2026-11' } });
    await recruiter.call('cards.answer', { ...there, number, answer: 'want', nonce: 'nonce-second-booth' });
    expect(await codeOf(accept(worker, there))).toBe('place_held');
    expect(await filled()).toBe(1);
    const left = async () => (await organizer.call('fairs.booths', { fairId: other.fairId })).items[0]?.openings[0]?.remaining;
    expect(await world.settled(left, (n) => n === 11)).toBe(11);
  });
});

async function aSecondFair() {
  const { items } = await organizer.call('fairs.mine', {});
  const { fairId: _, version: __, ...form } = items.find((f) => f.fairId === at.fairId) ?? (items[0] as never);
  return form;
}

describe('the headcount', () => {
  test('is never set below what is filled, and a save keeps what is filled', async () => {
    await accept(await aWanted());
    await accept(await aWanted());
    expect(await codeOf(seek(1))).toBe('headcount_below_filled');
    expect(await seek(2)).toMatchObject({ headcount: 2, filled: 2 });
  });
  test('that is full takes the opening out of the list and shows it full at the booth', async () => {
    await seek(1);
    const [first, second] = [await aWanted(), await aWanted()];
    await accept(first);
    expect(await codeOf(accept(second))).toBe('opening_full');
    const { items } = await second.call('jobs.list', {});
    expect(items.map((j) => j.jobId)).not.toContain(jobId);
    const left = async () => (await organizer.call('fairs.booths', { fairId: at.fairId })).items[0]?.openings[0]?.remaining;
    expect(await world.settled(left, (n) => n === 0)).toBe(0);
  });
  test('lets a save and acceptances cross without losing one', async () => {
    const workers = await Promise.all([aWanted(), aWanted(), aWanted()]);
    await Promise.all([...workers.map((w) => accept(w)), seek(20)]);
    expect(await recruiter.call('jobs.get', { jobId })).toMatchObject({ headcount: 20, filled: 3 });
  });
  test('is never passed by those who say yes at one moment, at the booth and to what they applied for', async () => {
    await seek(2);
    const applied = [aWorker(world, ++people), aWorker(world, ++people), aWorker(world, ++people)];
    for (const worker of applied) {
      const sent = { name: '岩罕', phone: '12066600009', trades: [], consent: { employerId, version: '2026-11' } };
      await worker.call('applications.apply', { jobId, ...sent });
      await recruiter.call('applications.answer', { jobId, workerId: worker.session.workerId, answer: 'want' });
    }
    const wanted = await Promise.all([aWanted(), aWanted(), aWanted()]);
    const said = await Promise.allSettled([
      ...wanted.map((worker) => accept(worker)),
      ...applied.map((worker) => worker.call('applications.reply', { jobId, reply: 'accepted' })),
    ]);
    const taken = said.filter(({ status }) => status === 'fulfilled').length;
    expect(taken).toBeLessThanOrEqual(2);
    expect(await filled()).toBe(taken);
    // who met another at the very same row tries again, and the last place is given once
    const again = [...wanted, ...applied].map((worker, i) => (i < 3 ? accept(worker) : worker.call('applications.reply', { jobId, reply: 'accepted' })));
    await Promise.allSettled(again);
    expect(await recruiter.call('jobs.get', { jobId })).toMatchObject({ headcount: 2, filled: 2, remaining: 0 });
  });
});
