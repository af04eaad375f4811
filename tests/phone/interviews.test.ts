import { remind } from '@shanhai/functions/src/interviews/duties.ts';
import { sendDue } from '@shanhai/functions/src/messages/sender.ts';
import type { SentMessage } from '@shanhai/infra/local/wechat/sim.ts';
import type { JobId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
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

/** Somebody whom an employer wants to meet, with two times to choose from. */
async function invited(persona: string): Promise<JobId> {
  const { recruiter, employerId, jobId } = await world.anOpenJob();
  const worker = await world.signIn(persona);
  const { workerId } = worker.session;
  const consent = { employerId, version: '2026-11' };
  await worker.call('applications.apply', { jobId, name: '杨桂兰', phone: '12066600001', trades: [], consent });
  await recruiter.call('applications.answer', { jobId, workerId, answer: 'interview', interviewKind: 'on_site' });
  const startsAt = ['2026-02-09T01:00:00.000Z', '2026-02-09T02:00:00.000Z'];
  await recruiter.call('interviews.offer', { jobId, kind: 'on_site', place: '月浦镇 12 号', minutes: 30, seats: 1, startsAt, nonce: 'noncePhone01' });
  // nobody has said yes to anything yet
  await sendDue(world.deps);
  return jobId;
}
const inWechat = async (user: string): Promise<SentMessage[]> => {
  const reply = await fetch(`${world.wechatOrigin}/__sim/outbox?user=${user}`);
  return (await reply.json()) as SentMessage[];
};

describe('in the WeChat build', () => {
  test('a time is chosen, kept in the phone’s calendar, and reminded of in WeChat the evening before, after one tap', async () => {
    const jobId = await invited('worker01');
    const phone = phones.of('worker01');
    await phone.launch('areas/interviews/take/index', { jobId });
    await phone.page().tap('10:00–10:30');
    await phone.page().tap('约后天 10:00');
    expect(phone.page().route).toBe('areas/interviews/mine/index');
    expect(phone.page().text()).toContain('后天 2月9日 周一 10:00–10:30');
    await phone.page().tap('放进手机日历');
    expect(phone.handedOver.join()).toContain('月浦镇 12 号');
    await phone.page().tap('微信里提醒我');
    expect(phone.page().text()).toContain('到时候微信里告诉您');
    world.clock.now = '2026-02-08T11:00:00.000Z';
    await remind(world.deps);
    await sendDue(world.deps);
    expect(await inWechat('worker01')).toMatchObject([{ templateId: 'local-reminder', data: { time2: '2026年2月9日 10:00', thing3: '月浦镇 12 号' } }]);
  });

  test('somebody who says no is left in peace, and still finds the message in the mini-program', async () => {
    const jobId = await invited('refuses01');
    const phone = phones.of('refuses01');
    await phone.launch('areas/interviews/take/index', { jobId });
    await phone.page().tap('9:00–9:30');
    await phone.page().tap('约后天 9:00');
    await phone.page().tap('微信里提醒我');
    expect(phone.page().taps()).not.toContain('微信里提醒我');
    world.clock.now = '2026-02-08T11:00:00.000Z';
    await remind(world.deps);
    await sendDue(world.deps);
    expect(await inWechat('refuses01')).toEqual([]);
    await phone.launch('areas/messages/list/index', {});
    expect(phone.page().text()).toContain('别忘了 2月9日 周一 9:00 见面');
  });
});
