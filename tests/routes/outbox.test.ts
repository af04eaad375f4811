import { duties } from '@shanhai/functions/src/duties.ts';
import { sendDue } from '@shanhai/functions/src/messages/sender.ts';
import { keys } from '@shanhai/functions/src/table/keys.ts';
import { runDuties } from '@shanhai/functions/src/turns.ts';
import type { SentMessage } from '@shanhai/infra/local/wechat/sim.ts';
import { localTemplates } from '@shanhai/infra/local/wechat/templates.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moreDeps } from '../faults/instance.ts';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { actingAs, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let person: Actor;
let workerId: WorkerId;
const user = 'worker01';
const other = 'worker02';

const simulate = async (name: string, input?: object): Promise<unknown> =>
  (await fetch(`${world.wechatOrigin}/__sim/${name}`, input ? { method: 'POST', body: JSON.stringify(input) } : {})).json();
const arrived = async (who = user): Promise<SentMessage[]> => (await simulate(`outbox?user=${who}`)) as SentMessage[];

beforeAll(async () => {
  world = await startWorld();
});
let round = 0;
beforeEach(async () => {
  world.clock.now = noon;
  await simulate('reset', {});
  person = await world.signIn(user);
  workerId = person.session.workerId;
  round++;
});
afterAll(() => world.stop());

const minutesLater = (n: number, from = noon): string => afterMinutes(from, n);
let told = 0;
async function tell(to = workerId, over: object = {}): Promise<string> {
  const onceKey = `card.answered#${round}#${++told}`;
  await world.deps.messages.tell(to, { kind: 'card.answered', values: { employer: '月汀钢构', about: '电工', answer: '要您了' }, onceKey, ...over });
  return onceKey;
}
/** What WeChat's question brings about: WeChat counts the yes, and so do we. */
async function agree(actor = person, who = user): Promise<void> {
  await simulate('subscribe', { user: who, tmplId: localTemplates.answer.id });
  await actor.call('messages.agree', { templates: ['answer'], nonce: `nonce-${round}-${++told}-000` });
}
const left = async (): Promise<number | undefined> => (await person.call('messages.templates', {})).items.find(({ template }) => template === 'answer')?.left;
const stateOf = async (onceKey: string): Promise<unknown> => (await world.deps.table.find(keys.message(workerId, onceKey), { strongly: true }))?.['wechat'];
const settleGrants = async (): Promise<void> => void (await world.deps.table.remove(keys.messageGrant(workerId, 'answer')));

describe('somebody who said yes once', () => {
  beforeEach(settleGrants);
  test('is told once in WeChat, in the words of the template, with the page to open', async () => {
    await agree();
    expect(await left()).toBe(1);
    const onceKey = await tell();
    await sendDue(world.deps);
    await sendDue(world.deps);
    expect(await arrived()).toMatchObject([
      {
        templateId: 'local-answer',
        page: 'tabs/messages/index',
        data: { thing1: '月汀钢构', thing2: '电工', phrase3: '有回音', time4: '2026年2月7日 12:00' },
      },
    ]);
    expect([await stateOf(onceKey), await left()]).toEqual(['sent', 0]);
  });
  test('is told of the second thing in the mini-program only', async () => {
    await agree();
    const keysTold = [await tell(), await tell()];
    await sendDue(world.deps);
    expect(await arrived()).toHaveLength(1);
    expect((await Promise.all(keysTold.map(stateOf))).sort()).toEqual(['no_yes', 'sent']);
    expect((await person.call('messages.mine', {})).items.length).toBeGreaterThanOrEqual(2);
  });
  test('with one tap sent twice is counted once', async () => {
    const once = { templates: ['answer' as const], nonce: `nonce-twice-${round}` };
    await person.call('messages.agree', once);
    await person.call('messages.agree', once);
    expect(await left()).toBe(1);
  });
  test('is told once though many senders run at the same moment', async () => {
    await agree();
    await agree();
    await tell();
    const senders = Array.from({ length: 6 }, () => moreDeps(world, { dynamo: world.endpoint }));
    await Promise.all(senders.map(sendDue));
    expect(await arrived()).toHaveLength(1);
    expect(await left()).toBe(1);
  });
});

describe('in the quiet hours', () => {
  beforeEach(settleGrants);
  test('nothing is sent, and in the morning it is', async () => {
    await agree();
    world.clock.now = '2026-02-07T13:30:00.000Z';
    await tell();
    for (const at of ['2026-02-07T13:31:00.000Z', '2026-02-07T20:00:00.000Z', '2026-02-07T23:59:00.000Z']) {
      world.clock.now = at;
      await sendDue(world.deps);
      expect(await arrived()).toEqual([]);
    }
    world.clock.now = '2026-02-08T00:11:00.000Z';
    await sendDue(world.deps);
    expect(await arrived()).toHaveLength(1);
  });
  test('what was due shortly before is put off as well', async () => {
    await agree();
    world.clock.now = '2026-02-07T12:59:00.000Z';
    await tell();
    world.clock.now = '2026-02-07T13:01:00.000Z';
    await sendDue(world.deps);
    expect(await arrived()).toEqual([]);
    world.clock.now = '2026-02-08T00:11:00.000Z';
    await sendDue(world.deps);
    expect(await arrived()).toHaveLength(1);
  });
  test('what is of no use in the morning is not sent at all', async () => {
    await agree();
    world.clock.now = '2026-02-07T13:30:00.000Z';
    const onceKey = await tell(workerId, { usefulUntil: '2026-02-07T23:00:00.000Z' });
    world.clock.now = '2026-02-08T00:11:00.000Z';
    await sendDue(world.deps);
    expect([await arrived(), await stateOf(onceKey), await left()]).toEqual([[], 'late', 1]);
  });
});

describe('when WeChat', () => {
  beforeEach(settleGrants);
  const fault = (over: object): Promise<unknown> => simulate('faults', { match: 'subscribe/send', ...over });
  const timesAsked = async (): Promise<number | undefined> =>
    ((await simulate('state')) as { calls: Record<string, number> }).calls['/cgi-bin/message/subscribe/send'];
  /** Runs the sender minute by minute. */
  async function play(minutes: number): Promise<void> {
    for (let n = 1; n <= minutes; n++) {
      world.clock.now = minutesLater(n);
      await sendDue(world.deps);
    }
  }

  test('says the person wants none, that is final, and what we counted is forgotten', async () => {
    await person.call('messages.agree', { templates: ['answer'], nonce: `nonce-only-ours-${round}` });
    const onceKey = await tell();
    await play(1);
    expect([await stateOf(onceKey), await left()]).toEqual(['refused', 0]);
    const asked = await timesAsked();
    await play(30);
    expect(await timesAsked()).toBe(asked);
  });
  test.each([
    ['is busy', { errcode: -1, times: 3 }],
    ['has had too many calls this minute', { errcode: 45011 }],
    ['is just telling the person something else', { errcode: 43108 }],
  ])('%s, it is tried again later and arrives once', async (_, trouble) => {
    await agree();
    await fault(trouble);
    const onceKey = await tell();
    await sendDue(world.deps);
    expect([await stateOf(onceKey), await left()]).toEqual(['waiting', 1]);
    await play(5);
    expect([await stateOf(onceKey), (await arrived()).length, await left()]).toEqual(['sent', 1, 0]);
  });
  test.each([40001, 42001])('calls the token dead (%i), a fresh one is taken on the way', async (errcode) => {
    await agree();
    await fault({ errcode });
    const onceKey = await tell();
    await sendDue(world.deps);
    expect([await stateOf(onceKey), (await arrived()).length]).toEqual(['sent', 1]);
  });
  test('gives no token, nothing was asked and it is tried again', async () => {
    await agree();
    const fresh = moreDeps(world, { dynamo: world.endpoint });
    await simulate('faults', { match: 'stable_token', httpStatus: 502 });
    const onceKey = await tell();
    await sendDue(fresh);
    expect(await stateOf(onceKey)).toBe('waiting');
    world.clock.now = minutesLater(5);
    await sendDue(fresh);
    expect([await stateOf(onceKey), (await arrived()).length]).toEqual(['sent', 1]);
  });
  test('has sent enough for today, it waits for tomorrow’s eighth hour', async () => {
    await agree();
    await fault({ errcode: 45009 });
    const onceKey = await tell();
    await play(60);
    expect(await arrived()).toEqual([]);
    world.clock.now = '2026-02-08T00:11:00.000Z';
    await sendDue(world.deps);
    expect([await stateOf(onceKey), (await arrived()).length]).toEqual(['sent', 1]);
  });
  test.each([
    ['drops the line', { dropConnection: true }],
    ['answers with a page of its gateway', { httpStatus: 502 }],
    ['cuts its answer off', { truncate: true }],
  ])('%s, nobody knows whether it was sent, and it is not sent again', async (_, trouble) => {
    await agree();
    await agree();
    await fault(trouble);
    const onceKey = await tell();
    await play(30);
    expect(await stateOf(onceKey)).toBe('unsure');
    expect((await arrived()).length).toBeLessThanOrEqual(1);
  });
  test('stays busy, it is laid aside after six tries', async () => {
    await agree();
    await fault({ errcode: 45011, times: 50 });
    const onceKey = await tell();
    await play(150);
    expect([await stateOf(onceKey), await left()]).toEqual(['dead', 1]);
    expect(await timesAsked()).toBe(6);
  });
});

describe('a mistake of ours', () => {
  beforeEach(settleGrants);
  test('is laid aside where the city’s officer sees it by its reason, and is sent after it is mended', async () => {
    await agree();
    const officer = actingAs(world, { workerId: 'officer00001' as WorkerId, role: 'officer', scope: '310000' });
    const before = (await officer.call('messages.outbox', {})).dead.find(({ reason }) => reason === '47003')?.count ?? 0;
    await simulate('faults', { match: 'subscribe/send', errcode: 47003 });
    const onceKey = await tell();
    await sendDue(world.deps);
    expect([await stateOf(onceKey), await left()]).toEqual(['dead', 1]);
    const { dead } = await officer.call('messages.outbox', {});
    expect(dead.find(({ reason }) => reason === '47003')).toEqual({ template: 'answer', reason: '47003', count: before + 1, newestAt: noon });
    expect((await officer.call('messages.resend', {})).count).toBeGreaterThan(before);
    for (let more = 0; more < dead.length; more++) await agree();
    await sendDue(world.deps);
    expect(await stateOf(onceKey)).toBe('sent');
    expect((await officer.call('messages.outbox', {})).dead).toEqual([]);
  });
  test('is shown to no other officer', async () => {
    const officer = actingAs(world, { workerId: 'officer00002' as WorkerId, role: 'officer', scope: '310113' });
    expect(await codeOf(officer.call('messages.outbox', {}))).toBe('not_allowed');
    expect(await codeOf(officer.call('messages.resend', {}))).toBe('not_allowed');
  });
});

test('news that is two days old rings nobody up', async () => {
  await settleGrants();
  await agree();
  const onceKey = await tell();
  world.clock.now = '2026-02-09T04:01:00.000Z';
  await sendDue(world.deps);
  expect([await arrived(), await stateOf(onceKey)]).toEqual([[], 'late']);
});

describe('by the clock', () => {
  beforeEach(settleGrants);
  test('a duty is done once in its time, however many clocks strike', async () => {
    let runs = 0;
    const counting = [{ name: `counting-${round}`, everyMinutes: 15, run: async () => void runs++ }];
    const clocks = Array.from({ length: 5 }, () => runDuties(moreDeps(world, { dynamo: world.endpoint }), counting));
    await Promise.all(clocks.map((strike) => strike()));
    expect(runs).toBe(1);
    world.clock.now = minutesLater(14);
    await clocks[0]?.();
    expect(runs).toBe(1);
    world.clock.now = minutesLater(15);
    await Promise.all(clocks.map((strike) => strike()));
    expect(runs).toBe(2);
  });
  test('a duty that fails keeps no other from being done, says so, and is tried with the next stroke', async () => {
    let [tries, done] = [0, 0];
    const failing = { name: `failing-${round}`, everyMinutes: 60, run: () => (++tries === 1 ? Promise.reject(new Error('broken')) : Promise.resolve()) };
    const strike = runDuties(world.deps, [failing, { name: `fine-${round}`, everyMinutes: 60, run: async () => void done++ }]);
    await expect(strike()).rejects.toThrow(`failing-${round}`);
    expect([tries, done]).toEqual([1, 1]);
    await strike();
    expect([tries, done]).toEqual([2, 1]);
  });
  test('messages are sent', async () => {
    await agree();
    await tell();
    world.clock.now = '2026-02-08T04:00:00.000Z';
    await runDuties(world.deps, duties)();
    expect(await arrived()).toHaveLength(1);
    expect(await arrived(other)).toEqual([]);
  });
});
