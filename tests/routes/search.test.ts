import type { FoundJobs } from '@shanhai/shared/contract/search.ts';
import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aJobForm } from '../support/builders.ts';
import { type Actor, call } from '../support/call.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let worker: Actor;
let electricianId: string;

const titlesOf = ({ items }: FoundJobs): string[] => items.map(({ title }) => title);

/** Asks until the answer is as expected; the index is at most a few seconds behind the table. */
async function until(
  input: Parameters<typeof call<'search.jobs'>>[2],
  isSettled: (found: FoundJobs) => boolean,
): Promise<{ found: FoundJobs; tookMs: number }> {
  const startedAt = performance.now();
  for (;;) {
    const found = await call(world.api, 'search.jobs', input);
    const tookMs = performance.now() - startedAt;
    if (isSettled(found) || tookMs > 8000) return { found, tookMs };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function publish(over: Parameters<typeof aJobForm>[0]): Promise<string> {
  const { jobId } = await recruiter.call('jobs.create', aJobForm(over));
  await recruiter.call('jobs.publish', { jobId });
  return jobId;
}

beforeAll(async () => {
  world = await startWorld();
  const first = await world.anOpenJob();
  recruiter = first.recruiter;
  electricianId = first.jobId;
  await publish({
    title: '缝纫工',
    trade: 'sewing',
    requirements: '会平车',
    duties: '裁剪衣片，配合机修',
    hasDorm: false,
    meals: 'none',
    baseWageFen: 420_000,
    workRegion: '530324',
  });
  await publish({ title: '食堂帮厨', trade: 'cook', duties: '切菜，配合电工检修灶台', kind: 'gig', payRhythm: 'half_month' });
  worker = aWorker(world, 1);
  await until({}, ({ count }) => count === 3);
});
afterAll(() => world.stop());

describe('anybody', () => {
  test('finds open openings of verified employers, the title before what is only mentioned', async () => {
    const found = await call(world.api, 'search.jobs', { words: '电工' });
    expect(titlesOf(found)).toEqual(['电工', '食堂帮厨']);
    expect(found).toMatchObject({ count: 2, isStale: false, isRankingOff: false, asOf: expect.any(String) });
    expect(found.items[0]).toMatchObject({
      jobId: electricianId,
      takeHomeFen: 597_500,
      remaining: 12,
      hasDorm: true,
      employer: { shortName: expect.any(String) },
    });
    expect(found.items[0]?.fit).toBeUndefined();
  });
  test('finds by another name of the trade, and in spite of a slip', async () => {
    expect(titlesOf(await call(world.api, 'search.jobs', { words: '裁缝' }))).toEqual(['缝纫工']);
    const slipped = await call(world.api, 'search.jobs', { words: '缝仞工' });
    expect([titlesOf(slipped), slipped.meant]).toEqual([['缝纫工'], '缝纫工']);
  });
  test.each<[string, Parameters<typeof call<'search.jobs'>>[2], string[]]>([
    ['trade', { trade: 'cook' }, ['食堂帮厨']],
    ['place', { region: '530000' }, ['缝纫工']],
    ['take-home', { leastTakeHomeFen: 590_000 }, ['食堂帮厨', '电工']],
    ['dorm', { hasDorm: 'true' }, ['食堂帮厨', '电工']],
    ['meals', { hasMeals: 'true' }, ['食堂帮厨', '电工']],
    ['kind', { kind: 'gig' }, ['食堂帮厨']],
  ])('narrows by %s', async (_, input, titles) => expect(titlesOf(await call(world.api, 'search.jobs', input)).sort()).toEqual([...titles].sort()));
  test('orders by pay, and costs the table nothing', async () => {
    const before = { ...world.deps.table.meter };
    expect(titlesOf(await call(world.api, 'search.jobs', { sort: 'pay' })).at(-1)).toBe('缝纫工');
    expect(world.deps.table.meter).toEqual(before);
  });
  test('cannot forge a cursor', async () => {
    const forged = Buffer.from(JSON.stringify({ rank: 'x', at: '1', id: 'y' })).toString('base64url');
    expect(await codeOf(call(world.api, 'search.jobs', { cursor: forged }))).toBe('invalid_input');
  });
});

describe('a worker', () => {
  beforeAll(async () => {
    await worker.call('workers.change', {
      home: { regionCode: '530324', town: '富乐镇' },
      wish: { trades: ['electrician'], placeRegion: '310000', needsDorm: true, leastTakeHomeFen: 700_000 },
    });
  });

  test('gets what fits first, with the reasons, and how far from home it is', async () => {
    const found = await worker.call('search.jobs', {});
    expect(found.items[0]).toMatchObject({ title: '电工', fit: { score: 90, reasons: ['是您想做的', '在您想去的地方', '包住'], against: ['到手比您要的少'] } });
    expect(found.items[0]?.homeKm).toBeGreaterThan(1500);
    expect(titlesOf(await worker.call('search.jobs', { sort: 'near' }))[0]).toBe('缝纫工');
  });
  test('asks for what fits only', async () => expect(titlesOf(await worker.call('search.jobs', { fitsMe: 'true' }))).toEqual(['电工']));
  test('is told of one opening why and why not', async () => {
    expect(await worker.call('search.fit', { jobId: electricianId })).toEqual({
      score: 90,
      reasons: ['是您想做的', '在您想去的地方', '包住'],
      against: ['到手比您要的少'],
      suits: true,
      hasWish: true,
    });
  });
  test('is recommended what fits', async () => expect(titlesOf(await worker.call('search.recommend', {}))).toEqual(['电工']));
  test('who switches ranking off gets the newest first, without scores and without recommendations', async () => {
    await worker.call('workers.change', { isRankingOff: true });
    const found = await worker.call('search.jobs', { fitsMe: 'true' });
    expect([found.isRankingOff, found.count, found.items.some(({ fit }) => fit)]).toEqual([true, 3, false]);
    expect(await worker.call('search.recommend', {})).toMatchObject({ items: [], isRankingOff: true });
    await worker.call('workers.change', { isRankingOff: false });
    expect(titlesOf(await worker.call('search.recommend', {}))).toEqual(['电工']);
  });
});

describe('within five seconds', () => {
  test('a new opening is found, a changed one is found as it is now, a closed one is gone', async () => {
    const jobId = await publish({ title: '叉车司机', trade: 'driver' });
    const made = await until({ words: '叉车司机' }, ({ items }) => items.some(({ title }) => title === '叉车司机'));
    expect(made.tookMs).toBeLessThan(5000);
    const { version } = await recruiter.call('jobs.get', { jobId });
    await recruiter.call('jobs.change', { ...aJobForm({ title: '冷链司机', trade: 'driver' }), jobId, version });
    const changed = await until({ words: '冷链' }, ({ count }) => count === 1);
    expect([titlesOf(changed.found), changed.tookMs < 5000]).toEqual([['冷链司机'], true]);
    expect(titlesOf(await call(world.api, 'search.jobs', { words: '叉车司机' }))).not.toContain('叉车司机');
    await recruiter.call('jobs.close', { jobId, reason: 'filled' });
    const closed = await until({ words: '冷链' }, ({ count }) => count === 0);
    expect([closed.found.count, closed.tookMs < 5000]).toEqual([0, true]);
  });
  test('the openings of an employer that is no longer verified are gone', async () => {
    const { employerId } = await world.anOpenJob('recruiter02', { title: '塔吊司机', trade: 'construction' });
    await until({ words: '塔吊' }, ({ count }) => count === 1);
    const employer = await world.deps.employers.get(employerId);
    await world.deps.employers.save({ ...employer, status: 'sent_back' }, employer);
    const gone = await until({ words: '塔吊' }, ({ count }) => count === 0);
    expect([gone.found.count, gone.tookMs < 5000]).toEqual([0, true]);
  });
});

test('what has run out is gone on its day, without any change', async () => {
  await publish({ title: '果园采摘', trade: 'farm', expiresOn: '2026-02-08' });
  await until({ words: '采摘' }, ({ count }) => count === 1);
  const noon = world.clock.now;
  world.clock.now = `${dayAfter('2026-02-08', 1)}T04:00:00.000Z`;
  expect((await call(world.api, 'search.jobs', { words: '采摘' })).count).toBe(0);
  world.clock.now = noon;
});
