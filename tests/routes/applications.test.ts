import { keys } from '@shanhai/functions/src/table/keys.ts';
import type { EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aJobForm, noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf, lasting } from '../support/people.ts';
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
const nobody = () => aWorker(world, ++people);
const sent = (over = {}) => ({
  jobId,
  name: '杨桂兰',
  phone: '12066600001',
  trades: ['electrician' as const],
  consent: { employerId, version: '2026-11' },
  ...over,
});
async function anApplicant(over = {}): Promise<Actor & { workerId: WorkerId }> {
  const worker = nobody();
  await worker.call('applications.apply', sent(over));
  return { ...worker, workerId: worker.session.workerId };
}
const waiting = async () => (await recruiter.call('applications.waiting', { employerId })).items;
const answer = (workerId: WorkerId, said: 'interview' | 'want' | 'refuse', over = {}) =>
  recruiter.call('applications.answer', { jobId, workerId, answer: said, ...over });
const job = () => recruiter.call('jobs.get', { jobId });
const change = async (over: Parameters<typeof aJobForm>[0]) => recruiter.call('jobs.change', { ...aJobForm(over), jobId, version: (await job()).version });
const told = async (worker: Actor) => (await worker.call('messages.mine', {})).items.map((m) => m.kind);

describe('applying', () => {
  test('goes to the employer the consent names, with the day of its answer', async () => {
    const worker = await anApplicant();
    expect(await worker.call('applications.get', { jobId })).toMatchObject({
      stage: 'waiting',
      jobTitle: '电工',
      answerBy: '2026-02-12T04:00:00.000Z',
      sent: { name: '杨桂兰', phone: '12066600001' },
    });
    expect(await codeOf(nobody().call('applications.apply', sent({ consent: { employerId: 'employerXXXX', version: '1' } })))).toBe('consent_other_employer');
  });
  test('follows the employer’s own promise from the next one on', async () => {
    const before = await anApplicant();
    await recruiter.call('applications.promise', { employerId, days: 2 });
    expect(await (await anApplicant()).call('applications.get', { jobId })).toMatchObject({ answerBy: '2026-02-09T04:00:00.000Z' });
    expect(await before.call('applications.get', { jobId })).toMatchObject({ answerBy: '2026-02-12T04:00:00.000Z' });
    expect(await before.call('applications.record', { employerId })).toEqual({ promiseDays: 2 });
  });
  test('twenty times at once is one application', async () => {
    const worker = nobody();
    const all = await Promise.all(Array.from({ length: 20 }, () => worker.call('applications.apply', sent())));
    expect(new Set(all.map((a) => a.appliedAt)).size).toBe(1);
    expect((await worker.call('applications.mine', {})).items).toHaveLength(1);
    expect(await waiting()).toHaveLength(1);
  });
  test('for hazardous work is refused to somebody of 17 and to nobody else', async () => {
    const young = nobody();
    await world.deps.table.change(keys.worker(young.session.workerId), { set: { youngUntilOn: '2026-09-01' } });
    await change({ demands: ['standing'] });
    await young.call('applications.apply', sent());
    await young.call('applications.withdraw', { jobId });
    await change({ demands: ['standing', 'height'] });
    expect(await codeOf(young.call('applications.apply', sent()))).toBe('work_kept_from_young');
    await change({ demands: [], hazards: ['burning'] });
    expect(await codeOf(young.call('applications.apply', sent()))).toBe('work_kept_from_young');
    await nobody().call('applications.apply', sent());
  });
  test('is refused when paused, expired or full', async () => {
    await change({ expiresOn: '2026-02-08' });
    world.clock.now = '2026-02-09T04:00:00.000Z';
    expect(await codeOf(nobody().call('applications.apply', sent()))).toBe('opening_expired');
    world.clock.now = noon;
    await change({ headcount: 1 });
    const first = await anApplicant();
    await answer(first.workerId, 'want');
    await first.call('applications.reply', { jobId, reply: 'accepted' });
    expect(await codeOf(nobody().call('applications.apply', sent()))).toBe('opening_full');
    await recruiter.call('jobs.pause', { jobId });
    expect(await codeOf(nobody().call('applications.apply', sent()))).toBe('opening_not_offered');
  });
  test('is refused while the employer is not verified', async () => {
    world.clock.now = '2026-12-31T04:00:00.000Z';
    await world.deps.table.change({ pk: `J#${jobId}`, sk: 'META' }, { set: { expiresOn: '2027-03-01' } });
    expect(await codeOf(nobody().call('applications.apply', sent()))).toBe('employer_not_verified');
  });
  test('for hazardous work is refused to somebody of 17, and to nobody else', async () => {
    await change({ demands: ['standing', 'height'] });
    const young = nobody();
    await world.deps.table.put({ pk: `W#${young.session.workerId}`, sk: 'P' }, { name: '小禾', youngUntilOn: '2026-09-01', wish: { trades: [] } });
    expect(await codeOf(young.call('applications.apply', sent()))).toBe('work_kept_from_young');
    await anApplicant();
    await change({ demands: ['standing'] });
    expect(await young.call('applications.apply', sent())).toMatchObject({ stage: 'waiting' });
  });
});

describe('the recruiter', () => {
  test('sees those who wait by deadline, masked, and a name only after a recorded look', async () => {
    const first = await anApplicant();
    world.clock.now = '2026-02-07T05:00:00.000Z';
    await anApplicant();
    const lines = await waiting();
    expect(lines.map((l) => [l.workerId === first.workerId, l.maskedName])).toEqual([
      [true, '杨**'],
      [false, '杨**'],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/桂兰|12066600001/);
    expect(await recruiter.call('applications.open', { jobId, workerId: first.workerId })).toMatchObject({
      name: '杨桂兰',
      phone: '12066600001',
      state: 'seen',
    });
    expect((await first.call('workers.views', {})).items).toMatchObject([{ role: 'recruiter', what: 'card' }]);
    expect(await first.call('applications.get', { jobId })).toMatchObject({ stage: 'waiting' });
    expect(await told(first)).toEqual([]);
  });
  test('answers with one tap, and the person is told', async () => {
    const worker = await anApplicant();
    await answer(worker.workerId, 'interview', { interviewKind: 'phone', note: '下午三点打给您' });
    expect(await worker.call('applications.get', { jobId })).toMatchObject({ stage: 'interview', interviewKind: 'phone', note: '下午三点打给您' });
    await answer(worker.workerId, 'want');
    expect(await worker.call('applications.get', { jobId })).toMatchObject({ stage: 'wanted' });
    expect(await told(worker)).toEqual(['application.answered', 'application.answered']);
    expect(await waiting()).toEqual([]);
    expect((await recruiter.call('applications.ofJob', { jobId })).items).toMatchObject([{ state: 'wanted' }]);
  });
  test('says how one meets, and why not', async () => {
    const { workerId } = await anApplicant();
    expect(await codeOf(answer(workerId, 'interview'))).toBe('invalid_input');
    expect(await codeOf(answer(workerId, 'refuse'))).toBe('invalid_input');
  });
  test('refuses many with one reason, and leaves whoever moved', async () => {
    const [a, b, c] = [await anApplicant(), await anApplicant(), await anApplicant()];
    await b.call('applications.withdraw', { jobId });
    const outcome = await recruiter.call('applications.refuseMany', { jobId, workerIds: [a.workerId, b.workerId, c.workerId], reason: 'certificate' });
    expect(outcome).toEqual({ refused: 2, left: [b.workerId] });
    expect(await a.call('applications.get', { jobId })).toMatchObject({ stage: 'refused', reason: 'certificate' });
  });
  test('sees nothing after it was taken back, and nothing once the consent has ended', async () => {
    const worker = await anApplicant();
    await worker.call('applications.withdraw', { jobId });
    expect(await waiting()).toEqual([]);
    expect((await recruiter.call('applications.ofJob', { jobId })).items).toEqual([]);
    expect(await codeOf(recruiter.call('applications.open', { jobId, workerId: worker.workerId }))).toBe('application_missing');
    expect(await codeOf(answer(worker.workerId, 'want'))).toBe('application_missing');
    const other = await anApplicant();
    world.clock.now = '2026-05-09T04:00:00.000Z';
    expect(await codeOf(recruiter.call('applications.open', { jobId, workerId: other.workerId }))).toBe('application_missing');
  });
});

describe('the person', () => {
  test('takes a place with a yes and frees it with a no', async () => {
    const worker = await anApplicant();
    await answer(worker.workerId, 'want');
    await worker.call('applications.reply', { jobId, reply: 'accepted' });
    expect(await job()).toMatchObject({ filled: 1 });
    await worker.call('applications.reply', { jobId, reply: 'declined' });
    expect(await job()).toMatchObject({ filled: 0 });
  });
  test('applies again after taking it back, and a month after a refusal', async () => {
    const worker = await anApplicant();
    await worker.call('applications.withdraw', { jobId });
    expect(await worker.call('applications.apply', sent())).toMatchObject({ stage: 'waiting' });
    await answer(worker.workerId, 'refuse', { reason: 'certificate' });
    expect(await codeOf(worker.call('applications.apply', sent()))).toBe('too_soon_again');
    world.clock.now = '2026-03-10T04:00:00.000Z';
    expect(await worker.call('applications.apply', sent())).toMatchObject({ stage: 'waiting' });
    expect(await worker.call('applications.get', { jobId })).not.toHaveProperty('reason');
  });
  test.each(['worker', 'employer'] as const)('arrives when the %s says so and the other side confirms', async (says) => {
    const worker = await anApplicant();
    const { workerId } = worker;
    await answer(workerId, 'want');
    await worker.call('applications.reply', { jobId, reply: 'accepted' });
    const byWorker = (over: object) => worker.call('applications.arrived', { jobId, says: 'arrived', ...over } as never);
    const byEmployer = (over: object) => recruiter.call('applications.workerArrived', { jobId, workerId, says: 'arrived', ...over } as never);
    const [first, second] = says === 'worker' ? [byWorker, byEmployer] : [byEmployer, byWorker];
    expect(await codeOf(first({ on: '2026-02-08' }))).toBe('invalid_input');
    await first({ on: '2026-02-07' });
    expect(await codeOf(first({ says: 'confirmed' }))).toBe('application_cannot_move');
    await second({ says: 'denied' });
    await first({ on: '2026-02-07' });
    await second({ says: 'confirmed' });
    expect(await worker.call('applications.get', { jobId })).toMatchObject({ stage: 'arrived', arrival: { on: '2026-02-07', saidBy: says } });
    await worker.call('applications.withdraw', { jobId });
    expect(await job()).toMatchObject({ filled: 1 });
  });
});

describe('the last three places', () => {
  test('of fifty who accept at once, by cards and by applications, exactly three get one', { timeout: 120_000 }, async () => {
    const open = await world.anOpenFair();
    ({ jobId, employerId } = open);
    recruiter = lasting(world, open.recruiter);
    await change({ headcount: 3 });
    const at = { fairId: open.fair.fairId, boothNo: open.booth.boothNo };
    const carded = Array.from({ length: 25 }, nobody);
    for (const worker of carded) {
      const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', at.fairId, 0), deviceId: 'device-0001' });
      await worker.call('cards.leave', { ...at, jobId, name: '岩罕', trades: [], consent: { employerId, version: '2026-11' } });
      await world.settled(
        () => world.deps.attendance.carrierOf(at.fairId, number),
        (row) => row !== undefined,
      );
      await recruiter.call('cards.answer', { ...at, number, answer: 'want', nonce: `nonce-${number}-want` });
    }
    const applied = await Promise.all(Array.from({ length: 25 }, () => anApplicant()));
    await Promise.all(applied.map((a) => answer(a.workerId, 'want')));

    const accept = [
      ...carded.map((w) => () => w.call('cards.reply', { ...at, reply: 'accepted' })),
      ...applied.map((a) => () => a.call('applications.reply', { jobId, reply: 'accepted' })),
    ];
    /** In the way of one another: asked again, as a phone does. */
    const insist = async (ask: () => Promise<unknown>): Promise<string> => {
      for (;;) {
        const outcome = await ask().then(
          () => 'accepted',
          (error: { code: string }) => error.code,
        );
        if (outcome !== 'try_again') return outcome;
      }
    };
    const outcomes = await Promise.all(accept.map(insist));
    expect(outcomes.filter((o) => o === 'accepted')).toHaveLength(3);
    expect(outcomes.filter((o) => o === 'opening_full')).toHaveLength(47);
    expect(await job()).toMatchObject({ headcount: 3, filled: 3, remaining: 0 });
    const left = async () => (await recruiter.call('fairs.booths', { fairId: at.fairId })).items[0]?.openings[0]?.remaining;
    expect(await world.settled(left, (n) => n === 0)).toBe(0);
  });
});

describe('somebody without a phone', () => {
  test('is applied for by whoever acts for them, who is told the answer; by nobody else', async () => {
    const helper = nobody();
    await helper.call('workers.change', { name: '罗会计' });
    const { workerId } = await helper.call('proxies.register', {
      name: '岩罕',
      wish: { trades: [] },
      relation: 'relative',
      consent: 'spoken',
      agreed: true,
      nonce: 'nonce-proxy-0001',
    });
    await helper.call('applications.apply', sent({ name: '岩罕', forWorkerId: workerId }));
    expect((await helper.call('applications.mine', {})).items).toEqual([]);
    expect((await helper.call('applications.mine', { forWorkerId: workerId })).items).toMatchObject([{ stage: 'waiting', sent: { name: '岩罕' } }]);
    await answer(workerId, 'want');
    expect(await told(helper)).toContain('application.answered');
    expect(await helper.call('applications.reply', { jobId, forWorkerId: workerId, reply: 'accepted' })).toMatchObject({ stage: 'accepted' });
    const stranger = nobody();
    expect(await codeOf(stranger.call('applications.apply', sent({ forWorkerId: workerId })))).toBe('not_allowed');
    expect(await codeOf(stranger.call('applications.mine', { forWorkerId: workerId }))).toBe('not_allowed');
    expect(await codeOf(stranger.call('applications.withdraw', { jobId, forWorkerId: workerId }))).toBe('not_allowed');
  });
});
