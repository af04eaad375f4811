import type { JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, call } from '../support/call.ts';
import { aWorker, codeOf, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let officer: Actor;
let employerId: string;
beforeAll(async () => {
  world = await startWorld();
  ({ recruiter, employerId } = await world.anOpenJob());
  officer = await world.staff('officer01', 'officer', '310113');
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

/** An opening whose words the stand-in of WeChat knows by their mark. */
async function post(duties: string) {
  const { jobId } = await recruiter.call('jobs.create', aJobForm({ duties }));
  return recruiter.call('jobs.publish', { jobId });
}
const isListed = async (jobId: JobId): Promise<boolean> => (await call(world.api, 'jobs.list', {})).items.some((j) => j.jobId === jobId);
const waiting = async () => (await officer.call('tasks.list', {})).items.filter((t) => t.kind === 'content').map((t) => t.subject.caseId ?? '');
/** The next call of WeChat's text check goes wrong. */
const breakWechat = (fault: object) =>
  fetch(`${world.wechatOrigin}/__sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: '/wxa/msg_sec_check', ...fault }),
  });

describe('the words of an opening', () => {
  test('that WeChat passes go out at once', async () => {
    const job = await post('接线、换灯，跟着师傅');
    expect(job).toMatchObject({ status: 'open', content: { state: 'passed' } });
    expect(await isListed(job.jobId)).toBe(true);
  });

  test.each(['[risky]', '[review]'])('marked %s wait for an officer, and nobody sees them', async (mark) => {
    const job = await post(`接线 ${mark}`);
    expect(job).toMatchObject({ status: 'draft', content: { state: 'waiting' } });
    expect(await isListed(job.jobId)).toBe(false);
    expect(await codeOf(aWorker(world, 1).call('jobs.get', { jobId: job.jobId }))).toBe('not_found');
    expect(await codeOf(recruiter.call('jobs.publish', { jobId: job.jobId }))).toBe('content_waiting');
    expect(await waiting()).toContain(job.content?.caseId);
  });

  test.each([{ httpStatus: 502 }, { errcode: 61010 }, { dropConnection: true }])('wait for an officer when WeChat fails with %j', async (fault) => {
    expect((await breakWechat(fault)).ok).toBe(true);
    const job = await post(`接线、换灯 ${JSON.stringify(fault).length}`);
    expect(job).toMatchObject({ status: 'draft', content: { state: 'waiting' } });
    expect(await officer.call('content.get', { caseId: job.content?.caseId ?? '' })).toMatchObject({ verdict: 'unchecked' });
  });

  test('that an officer passes go out, and the recruiters are told', async () => {
    const { jobId, content } = await post('登高换灯 [review]');
    const caseId = content?.caseId ?? '';
    expect(await officer.call('content.get', { caseId })).toMatchObject({ verdict: 'review', texts: expect.arrayContaining(['登高换灯 [review]']) });
    await officer.call('content.decide', { caseId, decision: 'passed' });
    expect(await isListed(jobId)).toBe(true);
    expect(await waiting()).not.toContain(caseId);
    expect((await recruiter.call('messages.mine', {})).items.map((m) => m.words)).toContain('内容没问题，已经发出去了');
    expect(await codeOf(officer.call('content.decide', { caseId, decision: 'passed' }))).toBe('content_decided');
    await recruiter.call('jobs.pause', { jobId });
    expect((await recruiter.call('jobs.publish', { jobId })).status).toBe('open');
  });

  test('that an officer refuses stay a draft with the reason, until they change', async () => {
    const { jobId, content } = await post('在车间里帮忙 [risky]');
    const caseId = content?.caseId ?? '';
    expect(await codeOf(officer.call('content.decide', { caseId, decision: 'refused' }))).toBe('invalid_input');
    await officer.call('content.decide', { caseId, decision: 'refused', reason: '写清楚做什么' });
    const [mine] = (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.jobId === jobId);
    expect(mine).toMatchObject({ status: 'draft', content: { state: 'refused', reason: '写清楚做什么' } });
    expect(await codeOf(recruiter.call('jobs.publish', { jobId }))).toBe('content_refused');
    await recruiter.call('jobs.change', { ...aJobForm({ duties: '看管配电房，每天巡检' }), jobId, version: mine?.version ?? 0 });
    expect((await recruiter.call('jobs.publish', { jobId })).status).toBe('open');
  });

  test('that change on an open post are looked at again, and meanwhile not shown', async () => {
    const { jobId, version } = await post('在厂房里换灯管');
    const changed = await recruiter.call('jobs.change', { ...aJobForm({ duties: '在厂房里换灯管 [risky]' }), jobId, version });
    expect(changed.status).toBe('draft');
    expect(await isListed(jobId)).toBe(false);
  });

  test('are read by officers of the region only', async () => {
    const { content } = await post('夜班巡检 [review]');
    const caseId = content?.caseId ?? '';
    const elsewhere = await world.staff('officer02', 'officer', '310117');
    expect(await codeOf(elsewhere.call('content.get', { caseId }))).toBe('not_allowed');
    expect(await codeOf(elsewhere.call('content.decide', { caseId, decision: 'passed' }))).toBe('not_allowed');
  });
});

describe('a note that goes with an answer', () => {
  /** A card at a booth, and how it is answered there. */
  async function aCard(n: number) {
    const { fair, booth, recruiter: atBooth, employerId: own } = await world.anOpenFair();
    const worker = aWorker(world, n);
    const { fairId } = fair;
    const { boothNo } = booth;
    const workerId = `worker00000${n}` as WorkerId;
    const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: `device-000${n}` });
    await worker.call('cards.leave', { fairId, boothNo, name: '杨桂兰', trades: [], consent: { employerId: own, version: '1' } });
    await world.settled(
      () => world.deps.attendance.carrierOf(fairId, number),
      (row) => row !== undefined,
    );
    const answer = (note: string, nonce: string) => atBooth.call('cards.answer', { fairId, boothNo, number, answer: 'want', note, nonce });
    const mine = async () => (await worker.call('cards.mine', {})).items[0];
    return { answer, mine, workerId, fairId, boothNo };
  }

  test('waits without keeping the answer back, and follows when an officer passes it', async () => {
    const { answer, mine } = await aCard(7);
    const before = await waiting();
    await answer('周一来厂里 [risky]', 'nonce-000001');
    expect(await mine()).toMatchObject({ answer: 'want' });
    expect(await mine()).not.toHaveProperty('note');
    const [caseId = ''] = (await waiting()).filter((id) => !before.includes(id));
    expect(await officer.call('content.get', { caseId })).not.toHaveProperty('to');
    await officer.call('content.decide', { caseId, decision: 'passed' });
    expect(await mine()).toMatchObject({ answer: 'want', note: '周一来厂里 [risky]' });
  });

  test('is refused when it leads away, and the card stays without an answer', async () => {
    const { answer, mine } = await aCard(8);
    expect(await refusalOf(answer('加我微信 ygl20260207', 'nonce-000002'))).toMatchObject({
      code: 'words_lead_away',
      detail: { field: 'note', what: '微信号' },
    });
    expect(await mine()).not.toHaveProperty('answer');
  });

  test('of a device that did not ask first waits for an officer, and one from before is shown without it', async () => {
    const { mine, workerId, fairId, boothNo } = await aCard(9);
    const by = { writer: workerId, employerId: employerId as never };
    expect(await world.deps.content.sayable(by, '扫码进群', '3 号的附言', [{ workerId, fairId, boothNo }], 'once')).toBeUndefined();
    const card = await world.deps.cards.get(workerId, fairId, boothNo);
    await world.deps.cards.save({ ...card, answer: 'want', answeredAt: noon, note: '周一来，打 13800138000' }, card);
    expect(await mine()).toMatchObject({ note: '周一来，打 〔已隐去〕' });
  });
});

describe('words of an employer that lead away', () => {
  test('keep an opening from going out, and the field is named', async () => {
    const { jobId } = await recruiter.call('jobs.create', aJobForm({ benefits: '包吃住，详情加微信 ygl20260207' }));
    const { code, detail } = await refusalOf(recruiter.call('jobs.publish', { jobId }));
    expect([code, detail.findings]).toEqual(['post_breaks_rules', [expect.objectContaining({ key: 'contact', field: 'benefits' })]]);
  });
  test('are left out of an opening from before', async () => {
    const job = await post('接线、换灯');
    await world.deps.jobs.save({ ...(await world.deps.jobs.get(job.jobId)), duties: '接线，见 www.zhao-x.com' });
    expect((await call(world.api, 'jobs.get', { jobId: job.jobId })).duties).toBe('接线，见 〔已隐去〕');
    expect((await recruiter.call('jobs.get', { jobId: job.jobId })).duties).toContain('www.zhao-x.com');
  });
  test('are refused in a note that goes with many', async () => {
    const { jobId } = await recruiter.call('jobs.create', aJobForm({}));
    const many = { jobId, workerIds: ['worker000001' as WorkerId], reason: 'full' as const, note: '扫码进群' };
    expect(await codeOf(recruiter.call('applications.refuseMany', many))).toBe('words_lead_away');
  });
  test('are refused where it says who it is', async () => {
    const owner = await world.signIn('recruiter03');
    const form = anEmployerForm({ shortName: '找活加V信' });
    expect(await refusalOf(owner.call('employers.submit', form))).toMatchObject({ code: 'words_lead_away', detail: { field: 'shortName' } });
  });
});
