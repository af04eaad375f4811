import { JobForm } from '@shanhai/shared/contract/jobs.ts';
import { jobIdIn } from '@shanhai/shared/rules/jobs.ts';
import type { Finding } from '@shanhai/shared/rules/post-findings.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, actorOf, call } from '../support/call.ts';
import { codeOf, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let employerId: Awaited<ReturnType<World['anOpenJob']>>['employerId'];
beforeAll(async () => {
  world = await startWorld();
  const open = await world.anOpenJob();
  recruiter = lasting(world, open.recruiter);
  employerId = open.employerId;
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const draft = (over: Partial<JobForm> = {}) => recruiter.call('jobs.create', aJobForm(over));
const published = async (over: Partial<JobForm> = {}) => recruiter.call('jobs.publish', { jobId: (await draft(over)).jobId });
async function findingsOf(over: Partial<JobForm>): Promise<Finding[]> {
  const { jobId } = await draft(over);
  const refusal = await refusalOf(recruiter.call('jobs.publish', { jobId }));
  expect(refusal).toMatchObject({ code: 'post_breaks_rules', status: 422, detail: { count: (refusal.detail.findings as Finding[]).length } });
  return refusal.detail.findings as Finding[];
}
const listed = async (input = {}) => (await call(world.api, 'jobs.list', input)).items.map((j) => j.jobId);

describe('publishing an opening is refused at the field, with the article,', () => {
  test.each<[keyof JobForm, Partial<JobForm>]>([
    ['title', { title: '' }],
    ['headcount', { headcount: 0 }],
    ['requirements', { requirements: '' }],
    ['duties', { duties: '' }],
    ['workAddress', { workAddress: '' }],
    ['baseWageFen', { baseWageFen: 0 }],
  ])('without %s', async (field, over) => {
    expect(await findingsOf(over)).toEqual([expect.objectContaining({ field, article: '人力资源市场暂行条例第24条' })]);
  });
  test('below the minimum wage of the place of work', async () => {
    expect(await findingsOf({ baseWageFen: 273_999 })).toEqual([expect.objectContaining({ field: 'baseWageFen', instead: '2,740' })]);
    expect(await findingsOf({ wagePeriod: 'hour', baseWageFen: 2_499 })).toHaveLength(1);
  });
  test.each([
    ['requirements', '限男性，会电焊', '妇女权益保障法第43条'],
    ['requirements', '18-45岁', '人社部、网信办2024年8月29日通知'],
    ['duties', '看守仓库，不要外地人', '就业促进法第31条'],
    ['benefits', '交押金500元', '劳动合同法第9条'],
    ['benefits', '先扣身份证三个月', '劳动合同法第9条'],
    ['title', '月入过万', '五部门'],
    ['benefits', '不签合同，来去自由', '劳动合同法第10条'],
    ['benefits', '合同一年，试用期六个月', '劳动合同法第19条'],
    ['shift', '两班倒，每班 12 小时', '劳动法第36条'],
    ['training', '先培训，学费 3980 元', '五部门'],
    ['dorm', '4 人间，交床位押金 100 元', '劳动合同法第9条'],
  ] as const)('for words in %s: %s', async (field, words, article) => {
    expect(await findingsOf({ [field]: words })).toEqual([expect.objectContaining({ field, article: expect.stringContaining(article) as string })]);
  });
  test('when it expired yesterday', async () => {
    expect(await findingsOf({ expiresOn: '2026-02-06' })).toEqual([expect.objectContaining({ field: 'expiresOn' })]);
  });
  test('with everything that is wrong named at once', async () => {
    expect((await findingsOf({ title: '', requirements: '限男性，45岁以下', baseWageFen: 100 })).map((f) => f.field)).toEqual([
      'title',
      'requirements',
      'requirements',
      'baseWageFen',
    ]);
  });
});

describe('publishing an opening', () => {
  test('puts it before everybody, with what one takes home', async () => {
    const { jobId } = await published();
    const seen = await call(world.api, 'jobs.get', { jobId });
    expect(jobIdIn(seen.link)).toBe(jobId);
    expect(seen).toMatchObject({ status: 'open', takeHomeFen: 597_500, employer: { employerId, status: 'verified' } });
    expect(await listed()).toContain(jobId);
  });
  test('is refused to an employer that is not verified', async () => {
    const owner = await world.signIn('recruiter03');
    const waiting = await owner.call('employers.submit', anEmployerForm({ creditCode: '91330100799655058B' }));
    const other = actorOf(world.api, await owner.call('identity.act', { role: 'recruiter', scope: waiting.employerId }));
    const { jobId } = await other.call('jobs.create', aJobForm());
    expect(await codeOf(other.call('jobs.publish', { jobId }))).toBe('employer_not_verified');
  });
  test('twice is refused', async () => {
    const { jobId } = await published();
    expect(await codeOf(recruiter.call('jobs.publish', { jobId }))).toBe('job_cannot_publish');
  });
});

describe('writing an opening', () => {
  test('twice with the same nonce makes one', async () => {
    const form = { ...aJobForm({ title: '只有一个' }), nonce: 'nonce-of-one-tap' };
    const both = await Promise.all([recruiter.call('jobs.create', form), recruiter.call('jobs.create', form)]);
    expect(new Set(both.map((j) => j.jobId)).size).toBe(1);
    const { jobId, version } = await recruiter.call('jobs.change', { ...aJobForm({ title: '改过了' }), jobId: both[0].jobId, version: 0 });
    expect(await recruiter.call('jobs.create', form)).toMatchObject({ jobId, version, title: '改过了' });
    const mine = (await recruiter.call('jobs.mine', { employerId })).items.map((j) => j.jobId);
    expect(mine.filter((id) => id === jobId)).toHaveLength(1);
  });
  test('keeps every line, and what is left out later is gone', async () => {
    const contract = { kind: 'fixed', months: 24, signer: 'employer', signerName: '' } as const;
    const said = { contract, probation: { months: 2, wageFen: 500_000 }, deductions: { dormFen: 10_000, mealsFen: 0, insuranceFen: 78_300 } };
    const { jobId, version } = await recruiter.call('jobs.create', aJobForm(said));
    expect(await recruiter.call('jobs.get', { jobId })).toMatchObject({ ...said, deductionFen: 88_300, takeHomeFen: 611_100 });
    await recruiter.call('jobs.change', { ...aJobForm(), jobId, version });
    expect(await recruiter.call('jobs.get', { jobId })).not.toHaveProperty('contract');
  });
  test('of before these lines were asked for is read as one that says nothing of them', async () => {
    const { jobId } = await draft();
    const old = { kind: undefined, allowances: undefined, payRhythm: undefined, demands: undefined, certificates: undefined, essentials: undefined };
    const { items } = await recruiter.call('jobs.mine', { employerId });
    expect(JobForm.parse({ ...items.find((j) => j.jobId === jobId), ...old })).toMatchObject({ kind: 'full_time', allowances: [], payRhythm: 'month' });
  });
});

describe('a requirement that the work itself needs', () => {
  const why = '高处作业，保险只保到这个岁数';
  const needed = { requirements: '55岁以下，能爬梯', essentials: [{ key: 'age' as const, why }] };
  const officer = () => world.staff('officer01', 'officer', '310113');
  const tasksOf = async (jobId: string) => (await (await officer()).call('tasks.list', {})).items.filter((t) => t.subject.jobId === jobId);

  test('stands with its reason, and an officer of the region has it on the list', async () => {
    expect(await findingsOf({ requirements: needed.requirements })).toHaveLength(1);
    const { jobId, status } = await published(needed);
    expect(status).toBe('open');
    expect(await tasksOf(jobId)).toEqual([expect.objectContaining({ kind: 'essential', words: expect.stringContaining('55岁以下') as string })]);
  });
  test('keeps nothing else that breaks a rule', async () => {
    expect((await findingsOf({ ...needed, requirements: '限男性，55岁以下' })).map((f) => f.key)).toEqual(['sex']);
  });
  test('let stand by the officer leaves the list and the opening open', async () => {
    const { jobId, version } = await published(needed);
    const judged = await (await officer()).call('jobs.judgeEssential', { jobId, version, isNeeded: true, note: '' });
    expect(judged).toMatchObject({ status: 'open', essentials: needed.essentials });
    expect(await tasksOf(jobId)).toEqual([]);
    await recruiter.call('jobs.pause', { jobId });
    await recruiter.call('jobs.publish', { jobId });
    expect(await tasksOf(jobId)).toEqual([]);
  });
  test('refused stops the opening until it is gone, and its recruiters are told', async () => {
    const { jobId, version } = await published(needed);
    const judged = await (await officer()).call('jobs.judgeEssential', { jobId, version, isNeeded: false, note: '换成能爬梯就行' });
    expect(judged).toMatchObject({ status: 'paused', essentials: [] });
    expect(await listed()).not.toContain(jobId);
    expect(await codeOf(recruiter.call('jobs.publish', { jobId }))).toBe('post_breaks_rules');
    expect((await recruiter.call('messages.mine', {})).items[0]).toMatchObject({ kind: 'job.essential_refused', words: '人社看过：换成能爬梯就行。改好再发' });
  });
  test('changed meanwhile is not judged', async () => {
    const { jobId, version } = await published(needed);
    await recruiter.call('jobs.change', { ...aJobForm({ ...needed, headcount: 3 }), jobId, version });
    expect(await codeOf((await officer()).call('jobs.judgeEssential', { jobId, version, isNeeded: false, note: '' }))).toBe('changed_meanwhile');
  });
});

describe('an open opening', () => {
  test('must stay lawful when it is changed', async () => {
    const { jobId, version } = await published();
    const change = (over: Partial<JobForm>) => recruiter.call('jobs.change', { ...aJobForm(over), jobId, version });
    expect(await codeOf(change({ benefits: '交押金500元' }))).toBe('post_breaks_rules');
    expect(await change({ headcount: 20 })).toMatchObject({ headcount: 20, status: 'open' });
  });
  test('changed from an older version is refused', async () => {
    const { jobId, version } = await published();
    await recruiter.call('jobs.change', { ...aJobForm({ headcount: 20 }), jobId, version });
    expect(await codeOf(recruiter.call('jobs.change', { ...aJobForm({ headcount: 30 }), jobId, version }))).toBe('changed_meanwhile');
  });
  test('changed by two at once keeps one of them', async () => {
    const { jobId, version } = await published();
    const both = await Promise.allSettled([20, 30].map((headcount) => recruiter.call('jobs.change', { ...aJobForm({ headcount }), jobId, version })));
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  test('leaves the list while paused and comes back', async () => {
    const { jobId } = await published();
    await recruiter.call('jobs.pause', { jobId });
    expect(await listed()).not.toContain(jobId);
    expect(await codeOf(recruiter.call('jobs.pause', { jobId }))).toBe('job_cannot_pause');
    await recruiter.call('jobs.publish', { jobId });
    expect(await listed()).toContain(jobId);
  });
  test('closed keeps its reason, is still read by its address, and does nothing more', async () => {
    const { jobId, version } = await published();
    await recruiter.call('jobs.close', { jobId, reason: 'filled' });
    expect(await call(world.api, 'jobs.get', { jobId })).toMatchObject({ status: 'closed', closeReason: 'filled' });
    expect(await listed()).not.toContain(jobId);
    expect(await codeOf(recruiter.call('jobs.close', { jobId, reason: 'filled' }))).toBe('job_cannot_close');
    expect(await codeOf(recruiter.call('jobs.publish', { jobId }))).toBe('job_cannot_publish');
    expect(await codeOf(recruiter.call('jobs.change', { ...aJobForm(), jobId, version: version + 1 }))).toBe('job_cannot_change');
  });
  test('leaves the list when it expires', async () => {
    const { jobId } = await published({ expiresOn: '2026-02-08' });
    world.clock.now = '2026-02-08T15:59:59.000Z';
    expect(await listed()).toContain(jobId);
    world.clock.now = '2026-02-08T16:00:00.000Z';
    expect(await listed()).not.toContain(jobId);
  });
});

describe('looking for openings', () => {
  test('by region and by trade finds those and no others', async () => {
    const welder = (await published({ trade: 'welder', workRegion: '310117' })).jobId;
    const cook = (await published({ trade: 'cook', workRegion: '310113' })).jobId;
    expect(await listed({ trade: 'welder' })).toEqual([welder]);
    expect(await listed({ region: '310117' })).toEqual([welder]);
    expect(await listed({ region: '310000' })).toEqual(expect.arrayContaining([welder, cook]));
    expect(await listed({ region: '530324' })).toEqual([]);
  });
  test('never shows a draft', async () => {
    const { jobId } = await draft();
    expect(await listed()).not.toContain(jobId);
    expect(await codeOf(call(world.api, 'jobs.get', { jobId }))).toBe('not_found');
    expect((await recruiter.call('jobs.get', { jobId })).status).toBe('draft');
    expect((await recruiter.call('jobs.mine', { employerId })).items.map((j) => j.jobId)).toContain(jobId);
    const organizer = await world.staff('organizer01', 'organizer', '530324');
    expect((await organizer.call('jobs.mine', { employerId })).items.map((j) => j.jobId)).not.toContain(jobId);
  });
  test('with a cursor that is not ours is refused', async () => {
    expect(await codeOf(call(world.api, 'jobs.list', { cursor: 'bm9uc2Vuc2U' }))).toBe('invalid_input');
  });
});
