import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCreditCode, aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, call } from '../support/call.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let employerId: EmployerId;
let officer: Actor;
beforeAll(async () => {
  world = await startWorld();
  ({ recruiter, employerId } = await world.anOpenJob());
  officer = await world.staff('officer01', 'officer', '310113');
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

async function anOpening(): Promise<JobId> {
  const { jobId } = await recruiter.call('jobs.create', aJobForm());
  await recruiter.call('jobs.publish', { jobId });
  return jobId;
}
const report = (n: number, jobId: JobId) => aWorker(world, n).call('complaints.make', { jobId, reasons: ['deposit', 'untrue'], words: '要交 300 元' });
const due = async (jobId: JobId) => (await officer.call('tasks.list', {})).items.filter((t) => t.kind === 'report' && t.subject.jobId === jobId);
const told = async (who: Actor) => (await who.call('messages.mine', {})).items.map((m) => `${m.title}｜${m.words}`);

describe('a report about an opening', () => {
  test('is made once by each person, and is one task with its day', async () => {
    const jobId = await anOpening();
    expect(await report(1, jobId)).toMatchObject({ reasons: ['deposit', 'untrue'], dueAt: '2026-02-13T15:59:00.000Z' });
    expect(await codeOf(report(1, jobId))).toBe('complaint_made');
    world.clock.now = '2026-02-09T04:00:00.000Z';
    await report(2, jobId);
    world.clock.now = noon;
    expect(await due(jobId)).toMatchObject([{ dueAt: '2026-02-13T15:59:00.000Z', words: expect.stringContaining('电工，收押金、收费、和说的不一样') }]);
    expect((await officer.call('complaints.ofJob', { jobId })).items).toHaveLength(2);
  });
  test('by the same person sent twice at once is there once', async () => {
    const jobId = await anOpening();
    const made = await Promise.allSettled([report(3, jobId), report(3, jobId)]);
    expect(made.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await officer.call('complaints.ofJob', { jobId })).items).toHaveLength(1);
  });
  test('tells nobody who made it', async () => {
    const jobId = await anOpening();
    await report(4, jobId);
    const { workerId } = aWorker(world, 4).session;
    const seen = [await officer.call('complaints.ofJob', { jobId }), await due(jobId), await recruiter.call('jobs.mine', { employerId })];
    expect(JSON.stringify(seen)).not.toContain(workerId);
    expect(await codeOf(recruiter.call('complaints.ofJob' as never, { jobId } as never))).toBe('not_allowed');
  });
});

describe('an officer decides', () => {
  test('unfounded: the opening stays, and the reporters are told', async () => {
    const jobId = await anOpening();
    await Promise.all([report(5, jobId), report(6, jobId)]);
    await officer.call('complaints.decide', { jobId, outcome: 'unfounded' });
    expect((await call(world.api, 'jobs.get', { jobId })).status).toBe('open');
    expect(await told(aWorker(world, 5))).toEqual(['您举报的“电工”有结果了｜查了，没发现问题']);
    expect((await aWorker(world, 6).call('complaints.mine', {})).items).toMatchObject([{ outcome: 'unfounded' }]);
    expect(await due(jobId)).toEqual([]);
    expect(await codeOf(officer.call('complaints.decide', { jobId, outcome: 'unfounded' }))).toBe('complaint_settled');
  });
  test('to correct: it stands still until its words change', async () => {
    const jobId = await anOpening();
    await report(7, jobId);
    expect(await codeOf(officer.call('complaints.decide', { jobId, outcome: 'correct' }))).toBe('invalid_input');
    await officer.call('complaints.decide', { jobId, outcome: 'correct', note: '写清不收押金' });
    const [job] = (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.jobId === jobId);
    expect(job).toMatchObject({ status: 'paused', content: { state: 'refused', reason: '写清不收押金' } });
    expect(await codeOf(recruiter.call('jobs.publish', { jobId }))).toBe('content_refused');
    await recruiter.call('jobs.change', { ...aJobForm({ benefits: '单位付体检费，不收任何钱' }), jobId, version: job?.version ?? 0 });
    expect((await recruiter.call('jobs.publish', { jobId })).status).toBe('open');
    expect(await told(recruiter)).toContain('“电工”要改正｜人社局查过举报，先停了：写清不收押金');
  });
  test('taken down: closed, hidden from everybody, and it cannot be opened again', async () => {
    const jobId = await anOpening();
    await report(8, jobId);
    await officer.call('complaints.decide', { jobId, outcome: 'taken_down', note: '查实收押金' });
    expect(await codeOf(call(world.api, 'jobs.get', { jobId }))).toBe('not_found');
    expect((await call(world.api, 'jobs.list', {})).items.map((j) => j.jobId)).not.toContain(jobId);
    expect(await codeOf(recruiter.call('jobs.publish', { jobId }))).toBe('job_cannot_publish');
    expect(await told(aWorker(world, 8))).toEqual(['您举报的“电工”有结果了｜查实了，岗位已经撤下']);
    expect(await told(recruiter)).toContain('“电工”撤下了｜人社局查过举报：查实收押金');
  });
});

describe('an employer’s page for everybody', () => {
  test('shows verification, licence, openings, and no figure of few', async () => {
    const page = await call(world.api, 'employers.public', { employerId });
    expect(page).toMatchObject({ employer: { verifiedOn: '2026-02-07', verifiedBy: '宝山区人社局', licenceUntilOn: 'long_term', isVerified: true } });
    expect(page.openings.length).toBeGreaterThan(0);
    expect(page.openings.every((o) => o.remaining > 0)).toBe(true);
    expect(page).not.toHaveProperty('placedFor90Days');
    expect(page).not.toHaveProperty('replyRate');
    expect(JSON.stringify(page)).not.toContain('12066600012');
  });
  test('shows people placed for 90 days and longer from five on', async () => {
    const { table } = world.deps;
    const began = async (day: string, add: number) => table.change({ pk: `E#${employerId}`, sk: 'ANSWERS' }, { add: { [`d${day}`]: add } });
    await began('2025-11-09', 4);
    await began('2025-11-10', 3);
    expect(await call(world.api, 'employers.public', { employerId })).not.toHaveProperty('placedFor90Days');
    await began('2025-06-01', 1);
    expect(await call(world.api, 'employers.public', { employerId })).toMatchObject({ placedFor90Days: 5 });
  });
  test('of one that waits to be verified is not there', async () => {
    const owner = await world.signIn('recruiter03');
    const waiting = await owner.call('employers.submit', anEmployerForm({ creditCode: aCreditCode(990) }));
    expect(await codeOf(call(world.api, 'employers.public', { employerId: waiting.employerId }))).toBe('not_found');
  });
});
