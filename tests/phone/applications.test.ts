import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { call } from '../support/call.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
const phones = phonesIn(() => world);

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

type Opening = Awaited<ReturnType<World['anOpenJob']>>;

/** From the list of openings to the opening. */
async function opened(persona: string, title: string): Promise<Phone> {
  // the search is a second or two behind the table
  await world.settled(
    () => call(world.api, 'search.jobs', { words: title }),
    ({ items }) => items.some((job) => job.title === title),
  );
  const phone = phones.of(persona);
  await phone.launch('tabs/jobs/index');
  await phone.page().tap(title);
  expect(phone.page().route).toBe('areas/jobs/detail/index');
  return phone;
}

async function applied(persona: string, title: string, hirer = 'recruiter01'): Promise<{ open: Opening; phone: Phone; workerId: never }> {
  const open = await world.anOpenJob(hirer, { title });
  const worker = await world.signIn(persona);
  await worker.call('workers.change', { name: '陶文军', phone: '12066600004', wish: { trades: ['welder'] } });
  const phone = await opened(persona, title);
  await phone.page().tap('投这个岗位');
  await phone.page().tap('同意，投给这家');
  return { open, phone, workerId: worker.session.workerId as never };
}

describe('applying from the list of openings', () => {
  test('asks only what is missing, and for a consent that names this employer', async () => {
    const open = await world.anOpenJob('recruiter01', { title: '船上电工' });
    const phone = await opened('worker03', '船上电工');
    await phone.page().tap('投这个岗位');
    const page = await phone.until('还差这些');
    expect(page.text()).toContain('这些不给');
    expect(page.text()).toContain('2月12日前给您回音');
    expect(page.isOff('还差姓名')).toBe(true);
    await page.type('姓名', '岩罕');
    await page.tap('用微信的手机号');
    expect(phone.requests.filter((sent) => sent.method === 'POST' && sent.path.endsWith('/applications'))).toEqual([]);
    await page.tap('同意，投给这家');
    expect(phone.page().text()).toContain('2月12日前给您回音');
    expect((await open.recruiter.call('applications.waiting', { employerId: open.employerId })).items).toMatchObject([{ maskedName: '岩*' }]);
  });

  test('is two taps for somebody who is known, and saying no gives nothing away', async () => {
    const { open, phone } = await applied('worker04', '夜班焊工');
    expect(phone.page().text()).toContain('投好了');
    expect((await open.recruiter.call('applications.waiting', { employerId: open.employerId })).items).toHaveLength(1);
    const other = await world.anOpenJob('recruiter02', { title: '白班焊工' });
    const second = await opened('worker04', '白班焊工');
    await second.page().tap('投这个岗位');
    await second.page().tap('先不投');
    expect((await other.recruiter.call('applications.waiting', { employerId: other.employerId })).items).toEqual([]);
  });

  test('says at the opening how far it is', async () => {
    const { phone } = await applied('worker04', '带班焊工');
    await phone.launch('tabs/jobs/index');
    await phone.page().tap('带班焊工');
    expect(phone.page().text()).toContain('投过了，等回音');
    expect(phone.page().taps()).not.toContain('投这个岗位');
  });
});

describe('an answer', () => {
  test('goes from the recruiter’s phone to the worker’s, who accepts and takes the place', async () => {
    const { open, phone, workerId } = await applied('worker04', '龙门焊工', 'recruiter03');
    const hiring = phones.of('recruiter03');
    await hiring.launch('areas/applications/list/index', { jobId: open.jobId });
    if (hiring.page().has('先换成招聘的身份')) await hiring.page().tap('月汀');
    expect(hiring.page().text()).toContain('陶**');
    await hiring.page().tap('陶**');
    expect(hiring.page().text()).toContain('陶文军');
    await hiring.page().tap('要你');
    expect(hiring.page().text()).toContain('要了，等答');

    await phone.launch('tabs/messages/index');
    await phone.pullDown();
    await phone.until('等您答');
    await phone.page().tap('龙门焊工');
    expect(phone.page().text()).toContain('要您了');
    await phone.page().tap('答应去');
    expect(phone.page().text()).toContain('您答应了');
    expect(await open.recruiter.call('jobs.get', { jobId: open.jobId })).toMatchObject({ filled: 1, remaining: 11 });
    expect((await open.recruiter.call('applications.open', { jobId: open.jobId, workerId })).state).toBe('accepted');
  });

  test('that says no gives the reason and what can be done', async () => {
    const { open, phone, workerId } = await applied('worker04', '高架焊工');
    await open.recruiter.call('applications.answer', { jobId: open.jobId, workerId, answer: 'refuse', reason: 'certificate' });
    await phone.launch('areas/applications/detail/index', { jobId: open.jobId });
    expect(phone.page().text()).toContain('缺要的证。考到证，可以再投');
  });

  test('is not needed any more once it was taken back', async () => {
    const { open, phone } = await applied('worker04', '码头焊工');
    await phone.launch('areas/applications/detail/index', { jobId: open.jobId });
    await phone.page().tap('收回');
    expect(phone.page().text()).toContain('马上看不到您的姓名和电话');
    await phone.page().tap('收回');
    expect(phone.page().text()).toContain('这家看不到您的资料了');
    expect((await open.recruiter.call('applications.waiting', { employerId: open.employerId })).items).toEqual([]);
  });
});
