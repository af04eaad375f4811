import type { Allocation } from '@shanhai/shared/contract/allocations.ts';
import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFairForm, aJobForm } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let organizer: Actor;
let fairId: Allocation['fairId'] & string;
let jobs: { few: string; many: string };
let left: { employerId: EmployerId; recruiter: Actor };

/** Somebody who checked in and said what they want. */
async function arrival(n: number, trades: ('electrician' | 'welder')[]): Promise<Actor> {
  const worker = aWorker(world, n);
  await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: `device-${1000 + n}` });
  await worker.call('workers.change', { name: `赵${n}`, wish: { trades } });
  return worker;
}

beforeAll(async () => {
  world = await startWorld();
  await world.deps.pairings.putAll([
    {
      pairingId: 'baoshan-qujing',
      annexNo: 1,
      shanghaiRegion: '310113',
      partnerRegion: '530300',
      partnerCounties: ['530324'],
      status: 'paired',
      source: '结对关系表',
    },
  ]);
  const { recruiter, employerId, jobId: few } = await world.anOpenJob('recruiter01', { headcount: 2 });
  const { jobId: many } = await recruiter.call('jobs.create', aJobForm({ title: '焊工', trade: 'welder', headcount: 5 }));
  await recruiter.call('jobs.publish', { jobId: many });
  jobs = { few, many };
  left = { employerId, recruiter: lasting(world, recruiter) };
  organizer = lasting(world, await world.staff('organizer01', 'organizer', '530324'));
  const draft = await organizer.call('fairs.create', aFairForm());
  await organizer.call('fairs.invite', { fairId: draft.fairId, employerId, label: 'A03', jobIds: [few, many] });
  ({ fairId } = await organizer.call('fairs.publish', { fairId: draft.fairId }));
  // two who can only do one thing come after two who can do both
  await arrival(1, ['electrician', 'welder']);
  await arrival(2, ['electrician', 'welder']);
  await arrival(3, ['electrician']);
  await arrival(4, ['electrician']);
  await aWorker(world, 5).call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-1005' });
  await world.settled(
    () => world.deps.attendance.roster(fairId),
    (rows) => rows.length === 5,
  );
});
afterAll(() => world.stop());

const propose = (over: object = {}) => organizer.call('allocations.proposeForFair', { fairId, ...over });

describe('an allocation for a fair', () => {
  test('places everybody who told a wish, the many-sided where the others cannot go', async () => {
    const made = await propose();
    expect(made).toMatchObject({ people: 4, placed: 4, status: 'proposed', pages: 1, sentPages: 0, totalFit: 400 });
    expect(made.firstComeFit).toBeLessThan(made.totalFit);
    const { items } = await organizer.call('allocations.rows', { allocationId: made.allocationId, page: 1 });
    const byNumber = new Map(items.map((row) => [row.workerId, row]));
    expect(byNumber.get(aWorker(world, 3).session.workerId)).toMatchObject({ jobId: jobs.few, fit: 100, reasons: ['是您想做的'] });
    expect(byNumber.get(aWorker(world, 1).session.workerId)).toMatchObject({ jobId: jobs.many });
    const { openings } = await organizer.call('allocations.get', { allocationId: made.allocationId });
    expect(openings.map(({ title, places, placed }) => ({ title, places, placed }))).toEqual([
      { title: '电工', places: 2, placed: 2 },
      { title: '焊工', places: 5, placed: 2 },
    ]);
  });

  test('names nobody in full', async () => {
    const made = await propose();
    const { items } = await organizer.call('allocations.rows', { allocationId: made.allocationId, page: 1 });
    expect(items.map((row) => row.name)).toEqual(['赵*', '赵*', '赵*', '赵*']);
  });

  test('is changed by an officer with a reason, within the places there are', async () => {
    const { allocationId } = await propose();
    const [third, first] = [3, 1].map((n) => aWorker(world, n).session.workerId);
    const to = { allocationId, page: 1, why: '本人会焊接' };
    expect(await codeOf(organizer.call('allocations.change', { ...to, workerId: first as never, jobId: jobs.few as never }))).toBe('opening_full');
    expect(await codeOf(organizer.call('allocations.change', { ...to, workerId: first as never, jobId: 'nojob0000001' as never }))).toBe('opening_not_here');
    const row = await organizer.call('allocations.change', { ...to, workerId: third as never, jobId: jobs.many as never });
    expect(row).toMatchObject({ jobId: jobs.many, fit: 50, changedWhy: '本人会焊接' });
    const { allocation, openings } = await organizer.call('allocations.get', { allocationId });
    expect(openings.map((o) => o.placed)).toEqual([1, 3]);
    expect(allocation).toMatchObject({ placed: 4, totalFit: 350 });
    await organizer.call('allocations.change', { allocationId, page: 1, workerId: third as never, why: '本人今天不走' });
    expect((await organizer.call('allocations.get', { allocationId })).allocation).toMatchObject({ placed: 3, totalFit: 300 });
  });

  test('two changes at once into the last place leave one of them refused', async () => {
    const { allocationId } = await propose();
    const [first, second, third] = [1, 2, 3].map((n) => aWorker(world, n).session.workerId);
    await organizer.call('allocations.change', { allocationId, page: 1, workerId: third as never, why: '本人今天不走' });
    const both = [first, second].map((workerId) =>
      organizer.call('allocations.change', { allocationId, page: 1, workerId: workerId as never, jobId: jobs.few as never, why: '想做电工' }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    );
    expect((await Promise.all(both)).sort()).toEqual(expect.arrayContaining(['done']));
    const { openings } = await organizer.call('allocations.get', { allocationId });
    expect(openings[0]).toMatchObject({ places: 2, placed: 2 });
  });

  test('tells each person once, says why, and is then closed to changes', async () => {
    const { allocationId } = await propose();
    const sent = await organizer.call('allocations.send', { allocationId });
    expect(sent).toMatchObject({ status: 'sent', sentPages: 1 });
    const { items } = await aWorker(world, 3).call('messages.mine', {});
    expect(items.filter((m) => m.title === '给您推荐：电工')).toMatchObject([{ words: expect.stringMatching(/^月汀\d+在招。是您想做的$/) }]);
    expect(await codeOf(organizer.call('allocations.send', { allocationId }))).toBe('allocation_sent');
    const change = { allocationId, page: 1, workerId: aWorker(world, 3).session.workerId, why: '晚了' };
    expect(await codeOf(organizer.call('allocations.change', change))).toBe('allocation_sent');
  });

  test('asks nobody who said yes, and sends nobody where one of the two said no', async () => {
    const [first, third] = [1, 3].map((n) => aWorker(world, n));
    const card = { fairId, boothNo: 1, name: '赵', trades: [], consent: { employerId: left.employerId, version: '1' } };
    await third?.call('cards.leave', { ...card, jobId: jobs.few as never });
    await first?.call('cards.leave', { ...card, jobId: jobs.few as never });
    const numberOf = async (n: number) => (await world.deps.attendance.find(aWorker(world, n).session.workerId, fairId))?.number;
    const answer = (number: number | undefined, said: 'want' | 'no') =>
      left.recruiter.call('cards.answer', { fairId, boothNo: 1, number, answer: said, nonce: `nonce-${number}-${said}` });
    await answer(await numberOf(3), 'want');
    await answer(await numberOf(1), 'no');
    await third?.call('cards.reply', { fairId, boothNo: 1, reply: 'accepted' });
    await world.settled(
      () => world.deps.cards.atBooth(fairId, 1),
      (cards) => cards.length === 2,
    );
    const made = await propose({ leastFit: 1 });
    const { items } = await organizer.call('allocations.rows', { allocationId: made.allocationId, page: 1 });
    expect(items.map((row) => row.workerId)).not.toContain(third?.session.workerId);
    expect(items.find((row) => row.workerId === first?.session.workerId)).toMatchObject({ jobId: jobs.many });
  });

  test('is a secret to other counties and seen by those above', async () => {
    const { allocationId } = await propose();
    const stranger = await world.staff('organizer02', 'organizer', '530602');
    expect(await codeOf(stranger.call('allocations.get', { allocationId }))).toBe('not_allowed');
    expect(await codeOf(stranger.call('allocations.send', { allocationId }))).toBe('not_allowed');
    expect((await stranger.call('allocations.list', { fairId })).items).toEqual([]);
    expect((await organizer.call('allocations.list', { fairId })).items.map((one) => one.allocationId)).toContain(allocationId);
  });

  test('without people or without places is not made', async () => {
    const other = await organizer.call('fairs.create', aFairForm({ subtitle: '第二场' }));
    expect(await codeOf(organizer.call('allocations.proposeForFair', { fairId: other.fairId }))).toBe('not_allowed');
    expect(await codeOf(propose({ leastFit: 101 }))).toBe('invalid_input');
  });
});

test('an allocation keeps hazardous work from the young, and asks nobody to an employer that is stopped', async () => {
  const young = await arrival(31, ['welder']);
  await world.deps.workers.change(young.session.workerId, { youngUntilOn: '2026-09-01' } as never);
  await world.settled(
    () => world.deps.attendance.roster(fairId),
    (rows) => rows.some((row) => row.workerId === young.session.workerId),
  );
  const rowOf = async () => {
    const { allocationId } = await propose({ leastFit: 1 });
    const { items } = await organizer.call('allocations.rows', { allocationId, page: 1 });
    return { allocationId, row: items.find((one) => one.workerId === young.session.workerId) };
  };
  expect((await rowOf()).row).toMatchObject({ jobId: jobs.many });
  const { version, ...form } = await world.deps.jobs.get(jobs.many as never);
  await left.recruiter.call('jobs.change', { ...form, hazards: ['burning'], jobId: jobs.many, version });
  const { allocationId, row } = await rowOf();
  expect(row?.jobId).not.toBe(jobs.many);
  const change = { allocationId, page: 1, workerId: young.session.workerId, jobId: jobs.many, why: '会焊' };
  expect(await codeOf(organizer.call('allocations.change', change))).toBe('work_kept_from_young');
  const officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
  await officer.call('employers.suspend', { employerId: left.employerId, reason: 'complaint' });
  expect(await codeOf(propose())).toBe('allocation_empty');
  await officer.call('employers.lift', { employerId: left.employerId });
  const after = await world.deps.jobs.get(jobs.many as never);
  await left.recruiter.call('jobs.change', { ...form, hazards: [], jobId: jobs.many, version: after.version });
});

test('an allocation for a pairing takes the people of the counties and the openings of the district', async () => {
  const officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
  const person = aWorker(world, 20);
  await person.call('workers.change', { name: '岩罕', home: { regionCode: '530324', town: '富乐镇' }, wish: { trades: ['welder'] } });
  expect(await codeOf(officer.call('allocations.proposeForPairing', { pairingId: 'baoshan-qujing' }))).toBe('allocation_empty');
  await person.call('consents.agree', { purpose: 'elsewhere', version: '2026-11' });
  const made = await officer.call('allocations.proposeForPairing', { pairingId: 'baoshan-qujing' });
  expect(made).toMatchObject({ people: 1, placed: 1, title: '上海宝山区 × 曲靖市' });
  expect((await officer.call('allocations.rows', { allocationId: made.allocationId, page: 1 })).items).toMatchObject([{ town: '富乐镇', jobId: jobs.many }]);
  await person.call('consents.withdraw', { purpose: 'elsewhere' });
  const [row] = (await officer.call('allocations.rows', { allocationId: made.allocationId, page: 1 })).items;
  expect([row?.name, row?.town]).toEqual(['没留姓名', undefined]);
});
