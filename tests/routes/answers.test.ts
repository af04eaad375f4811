import { silentEmployers } from '@shanhai/functions/src/answers/duties.ts';
import type { EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, lasting } from '../support/people.ts';
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
  const open = await world.anOpenJob();
  ({ employerId, jobId } = open);
  recruiter = lasting(world, open.recruiter);
});
afterAll(() => world.stop());

let people = 0;
async function anApplicant(): Promise<Actor & { workerId: WorkerId }> {
  const worker = aWorker(world, ++people);
  await worker.call('applications.apply', { jobId, name: '岩罕', phone: '12066600002', trades: [], consent: { employerId, version: '2026-11' } });
  return { ...worker, workerId: worker.session.workerId };
}
const answer = (workerId: WorkerId) => recruiter.call('applications.answer', { jobId, workerId, answer: 'want' });
const record = () => world.deps.answers.of(employerId);
type Figures = Awaited<ReturnType<typeof record>>;
const counted = (expected: Partial<Figures>) =>
  world.settled(record, (f) => Object.entries(expected).every(([name, n]) => JSON.stringify(f[name as keyof Figures]) === JSON.stringify(n)));
const later = (days: number): void => {
  world.clock.now = afterDays(noon, days);
};

describe('an employer’s figures', () => {
  test('count who asked, who was answered in time, and how fast', async () => {
    const [first, second] = [await anApplicant(), await anApplicant()];
    await counted({ asked: 2 });
    world.clock.now = '2026-02-07T04:20:00.000Z';
    await answer(first.workerId);
    expect(await counted({ asked: 2, inTime: 1 })).toMatchObject({ asked: 2, inTime: 1, late: 0, silent: 0, minutes: { 30: 1 } });
    later(6);
    await answer(second.workerId);
    expect(await counted({ late: 1 })).toMatchObject({ asked: 2, inTime: 1, late: 1, silent: 0 });
  });
  test('count a second answer no second time, and one taken back unanswered not at all', async () => {
    const [first, second] = [await anApplicant(), await anApplicant()];
    await recruiter.call('applications.answer', { jobId, workerId: first.workerId, answer: 'interview', interviewKind: 'phone' });
    await second.call('applications.withdraw', { jobId });
    await answer(first.workerId);
    expect(await counted({ asked: 1, inTime: 1 })).toMatchObject({ asked: 1, inTime: 1, late: 0, minutes: { 10: 1 } });
  });
  test('count a card as well', async () => {
    const open = await world.anOpenFair();
    ({ employerId, jobId } = open);
    const at = { fairId: open.fair.fairId, boothNo: open.booth.boothNo };
    const worker = aWorker(world, ++people);
    const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', at.fairId, 0), deviceId: 'device-0001' });
    await worker.call('cards.leave', { ...at, jobId, name: '岩罕', trades: [], consent: { employerId, version: '2026-11' } });
    await world.settled(
      () => world.deps.attendance.carrierOf(at.fairId, number),
      (row) => row !== undefined,
    );
    await open.recruiter.call('cards.answer', { ...at, number, answer: 'talk', nonce: 'nonce-000001' });
    expect(await counted({ asked: 1, inTime: 1 })).toMatchObject({ asked: 1, inTime: 1 });
  });
});

describe('an employer that does not answer', () => {
  test('is silent from the promised moment on, once however often the clock strikes, and late when it answers after all', async () => {
    const worker = await anApplicant();
    await counted({ asked: 1 });
    later(4.9);
    await silentEmployers.run(world.deps);
    expect(await record()).toMatchObject({ silent: 0 });
    later(5.1);
    await Promise.all([silentEmployers.run(world.deps), silentEmployers.run(world.deps)]);
    later(5.3);
    await silentEmployers.run(world.deps);
    expect(await record()).toMatchObject({ asked: 1, silent: 1 });
    await answer(worker.workerId);
    expect(await counted({ late: 1, silent: 0 })).toMatchObject({ asked: 1, late: 1, silent: 0, inTime: 0 });
  });
  test('is one task of the officer of its region, until it was urged', async () => {
    await anApplicant();
    await anApplicant();
    await counted({ asked: 2 });
    later(5.1);
    await silentEmployers.run(world.deps);
    await silentEmployers.run(world.deps);
    const officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
    const mine = async () => (await officer.call('tasks.list', {})).items.filter((t) => t.subject.employerId === employerId);
    expect(await mine()).toMatchObject([{ kind: 'silent_employer', dueAt: '2026-02-15T10:00:00.000Z' }]);
    expect(await officer.call('applications.silent', { employerId })).toMatchObject({ overdue: 2, agentPhone: '12066600012' });
    expect(await officer.call('applications.urge', { employerId })).toEqual({ overdue: 2 });
    expect(await mine()).toEqual([]);
    await anApplicant();
    await counted({ asked: 3 });
    later(10.3);
    await silentEmployers.run(world.deps);
    expect(await mine()).toHaveLength(1);
    const elsewhere = lasting(world, await world.staff('officer02', 'officer', '310117'));
    await expect(elsewhere.call('applications.silent', { employerId })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(elsewhere.call('applications.urge', { employerId })).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
