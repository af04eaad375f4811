import type { EmployerId, FairId, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aJobForm, noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let boothNo: Booth['boothNo'];
let employerId: EmployerId;
let jobId: JobId;
let recruiter: Actor;
let organizer: Actor;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  ({ fairId } = open.fair);
  ({ boothNo } = open.booth);
  ({ employerId, jobId } = open);
  recruiter = lasting(world, open.recruiter);
  organizer = lasting(world, open.organizer);
});
afterAll(() => world.stop());

let people = 0;
async function aVisitor(): Promise<Actor & { number: number }> {
  const worker = aWorker(world, ++people);
  const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-0001' });
  await world.settled(
    () => world.deps.attendance.carrierOf(fairId, number),
    (row) => row !== undefined,
  );
  return { ...worker, number };
}
const card = (over = {}) => ({
  fairId,
  boothNo,
  jobId,
  name: '杨桂兰',
  phone: '12066600001',
  trades: ['electrician' as const],
  consent: { employerId, version: '2026-11' },
  ...over,
});
let answers = 0;
const answer = (number: number, said: 'want' | 'talk' | 'no', over = {}) =>
  recruiter.call('cards.answer', { fairId, boothNo, number, answer: said, nonce: `nonce-${String(++answers).padStart(6, '0')}`, ...over });
const atBooth = async () => (await recruiter.call('cards.atBooth', { fairId, boothNo })).items;
const board = (isSettled: (b: Awaited<ReturnType<typeof readBoard>>) => boolean) => world.settled(readBoard, isSettled);
const readBoard = () => organizer.call('reports.board', { fairId });

describe('leaving a card', () => {
  test('needs a check-in at this fair', async () => {
    expect(await codeOf(aWorker(world, ++people).call('cards.leave', card()))).toBe('not_checked_in');
  });
  test('with a consent that names another employer is refused', async () => {
    const visitor = await aVisitor();
    const other = await world.anOpenJob('recruiter02');
    expect(await codeOf(visitor.call('cards.leave', card({ consent: { employerId: other.employerId, version: '2026-11' } })))).toBe('consent_other_employer');
    expect((await visitor.call('cards.mine', {})).items).toEqual([]);
  });
  test('for an opening of another booth is refused', async () => {
    const visitor = await aVisitor();
    const other = await world.anOpenJob('recruiter02');
    expect(await codeOf(visitor.call('cards.leave', card({ jobId: other.jobId })))).toBe('opening_not_here');
  });
  test('for work the law keeps from somebody of 17 is refused, and so is a yes to it', async () => {
    const visitor = await aVisitor();
    const { deps } = world;
    await deps.workers.change(visitor.session.workerId, { youngUntilOn: '2026-09-01' } as never);
    await visitor.call('cards.leave', card());
    await answer(visitor.number, 'want', { jobId });
    const { version, ...form } = await deps.jobs.get(jobId);
    await recruiter.call('jobs.change', { ...form, demands: ['height'], jobId, version });
    expect(await codeOf(visitor.call('cards.reply', { fairId, boothNo, reply: 'accepted' }))).toBe('work_kept_from_young');
    await visitor.call('cards.withdraw', { fairId, boothNo });
    expect(await codeOf(visitor.call('cards.leave', card()))).toBe('work_kept_from_young');
    expect(await visitor.call('cards.leave', card({ jobId: undefined }))).toMatchObject({ boothNo });
    expect(await (await aVisitor()).call('cards.leave', card())).toMatchObject({ boothNo });
  });
  test('at a booth that is not there is refused', async () => {
    const visitor = await aVisitor();
    expect(await codeOf(visitor.call('cards.leave', card({ boothNo: 99 })))).toBe('not_found');
  });
  test('again changes the opening only', async () => {
    const visitor = await aVisitor();
    const { jobId: second } = await recruiter.call('jobs.create', aJobForm({ title: '焊工', trade: 'welder' }));
    await recruiter.call('jobs.publish', { jobId: second });
    await organizer.call('fairs.attach', { fairId, boothNo, jobIds: [jobId, second] });
    const first = await visitor.call('cards.leave', card());
    world.clock.now = '2026-02-07T04:10:00.000Z';
    const again = await visitor.call('cards.leave', card({ jobId: second, name: '另一个名字' }));
    expect(again).toMatchObject({ jobId: second, jobTitle: '焊工', leftAt: first.leftAt });
    expect((await visitor.call('cards.mine', {})).items).toHaveLength(1);
    expect((await recruiter.call('cards.find', { fairId, boothNo, number: visitor.number })).card?.name).toBe('杨桂兰');
    await board((b) => b.cards === 1);
    expect((await readBoard()).cards).toBe(1);
  });
  test('after an answer leaves the answer as it is', async () => {
    const visitor = await aVisitor();
    await visitor.call('cards.leave', card());
    await answer(visitor.number, 'want');
    expect(await visitor.call('cards.leave', card({ jobId: undefined }))).toMatchObject({ jobId, answer: 'want' });
  });
});

describe('what a recruiter sees', () => {
  test('is only a number before the person agrees', async () => {
    const visitor = await aVisitor();
    await visitor.call('workers.change', { name: '杨桂兰', phone: '12066600001' });
    expect(await recruiter.call('cards.find', { fairId, boothNo, number: visitor.number })).toEqual({ number: visitor.number, hasName: true });
  });
  test('is the card by number, by the person’s code and in the booth’s list, and each look is told to the person', async () => {
    const visitor = await aVisitor();
    await visitor.call('cards.leave', card());
    const code = world.deps.codes.sign('P', visitor.session.workerId);
    for (const person of [{ number: visitor.number }, { code }]) {
      expect((await recruiter.call('cards.find', { fairId, boothNo, ...person })).card).toMatchObject({
        name: '杨桂兰',
        phone: '12066600001',
        number: visitor.number,
        spokenConsent: false,
      });
    }
    expect(await world.settled(atBooth, (items) => items.length === 1)).toMatchObject([{ name: '杨桂兰' }]);
    expect((await visitor.call('workers.views', {})).items.map((v) => v.what)).toEqual(['card', 'card']);
  });
  test('is gone at once when the person takes the card back', async () => {
    const visitor = await aVisitor();
    await visitor.call('cards.leave', card());
    await world.settled(atBooth, (items) => items.length === 1);
    await visitor.call('cards.withdraw', { fairId, boothNo });
    expect(await recruiter.call('cards.find', { fairId, boothNo, number: visitor.number })).not.toHaveProperty('card');
    expect(await atBooth()).toEqual([]);
    expect(await codeOf(answer(visitor.number, 'want'))).toBe('card_withdrawn');
    expect((await board((b) => b.cards === 0)).cards).toBe(0);
  });
  test('comes back when the card is left again, without the old answer', async () => {
    const visitor = await aVisitor();
    await visitor.call('cards.leave', card());
    await answer(visitor.number, 'want');
    await visitor.call('cards.withdraw', { fairId, boothNo });
    world.clock.now = '2026-02-07T04:20:00.000Z';
    const again = await visitor.call('cards.leave', card());
    expect(again).toMatchObject({ leftAt: '2026-02-07T04:20:00.000Z' });
    expect(again).not.toHaveProperty('answer');
    expect(again).not.toHaveProperty('withdrawnAt');
    const counted = await board((b) => b.cards === 1 && b.answered === 0);
    expect(counted).toMatchObject({ cards: 1, answered: 0 });
  });
  test('ends by itself after 90 days', async () => {
    const visitor = await aVisitor();
    await visitor.call('cards.leave', card());
    await world.settled(atBooth, (items) => items.length === 1);
    world.clock.now = '2026-05-08T04:00:00.000Z';
    expect(await atBooth()).toEqual([]);
  });
  test.each([
    ['number_unknown', () => ({ number: 4321 })],
    ['number_unknown', () => ({})],
    ['not_checked_in', () => ({ code: world.deps.codes.sign('P', 'nobodyhere01') })],
    ['wrong_fair', () => ({ code: world.deps.codes.signAt('N', 'elsewhere' as FairId, 1) })],
    ['code_forged', () => ({ code: 'forged' })],
  ] as const)('is refused with %s', async (code, person) => {
    expect(await codeOf(recruiter.call('cards.find', { fairId, boothNo, ...person() }))).toBe(code);
  });
});

describe('answers and replies', () => {
  test('an answer said otherwise replaces the first and asks the person again', async () => {
    const visitor = await aVisitor();
    await visitor.call('cards.leave', card());
    await answer(visitor.number, 'want', { note: '明天来看厂' });
    await visitor.call('cards.reply', { fairId, boothNo, reply: 'accepted' });
    expect(await board((b) => b.accepted === 1)).toMatchObject({ want: 1, accepted: 1, filled: 1 });
    await answer(visitor.number, 'no');
    const [mine] = (await visitor.call('cards.mine', {})).items;
    expect(mine).toMatchObject({ answer: 'no' });
    expect(mine).not.toHaveProperty('reply');
    expect(mine).not.toHaveProperty('note');
    expect(await board((b) => b.no === 1)).toMatchObject({ want: 0, no: 1, answered: 1, accepted: 0, filled: 0 });
  });
  test('the same answer said again keeps the reply', async () => {
    const visitor = await aVisitor();
    await visitor.call('cards.leave', card());
    await answer(visitor.number, 'want');
    await visitor.call('cards.reply', { fairId, boothNo, reply: 'accepted' });
    expect(await answer(visitor.number, 'want')).toMatchObject({ reply: 'accepted' });
  });
  test('somebody who left no card cannot be answered', async () => {
    const visitor = await aVisitor();
    expect(await codeOf(answer(visitor.number, 'want'))).toBe('card_missing');
  });
  test('a reply comes after 要你 or 再谈, and once', async () => {
    const visitor = await aVisitor();
    const reply = () => visitor.call('cards.reply', { fairId, boothNo, reply: 'declined' });
    expect(await codeOf(reply())).toBe('card_missing');
    await visitor.call('cards.leave', card());
    expect(await codeOf(reply())).toBe('card_cannot_reply');
    await answer(visitor.number, 'no');
    expect(await codeOf(reply())).toBe('card_cannot_reply');
    await answer(visitor.number, 'talk');
    expect(await reply()).toMatchObject({ reply: 'declined' });
    expect(await codeOf(reply())).toBe('card_cannot_reply');
  });
  test('a full opening takes nobody more', async () => {
    const small = await world.anOpenJob('recruiter02', { headcount: 1 });
    const booth = await organizer.call('fairs.invite', { fairId, employerId: small.employerId, label: 'B01', jobIds: [small.jobId] });
    const at = { boothNo: booth.boothNo, jobId: small.jobId, consent: { employerId: small.employerId, version: '2026-11' } };
    const say = (number: number, nonce: string) => small.recruiter.call('cards.answer', { fairId, boothNo: booth.boothNo, number, answer: 'want', nonce });
    const [first, second, third] = [await aVisitor(), await aVisitor(), await aVisitor()];
    await first.call('cards.leave', card(at));
    await second.call('cards.leave', card(at));
    await say(first.number, 'nonce-full-01');
    await first.call('cards.reply', { fairId, boothNo: booth.boothNo, reply: 'accepted' });
    await board((b) => b.filled === 1);
    expect(await codeOf(say(second.number, 'nonce-full-02'))).toBe('opening_full');
    world.clock.now = '2026-02-07T04:00:06.000Z';
    expect(await codeOf(third.call('cards.leave', card(at)))).toBe('opening_full');
    const { items } = await third.call('fairs.booths', { fairId });
    expect(items.find((b) => b.boothNo === booth.boothNo)?.openings[0]?.remaining).toBe(0);
  });
});

describe('somebody without a phone at a booth', () => {
  test('says yes aloud, and the card takes name and phone from the registration', async () => {
    const { from } = await world.printedStrips(fairId, 2);
    const at = { fairId, gate: '西门', deviceId: 'device-gate-1', nonce: 'walk-in-0001' };
    await organizer.call('attendance.registerWalkIn', { ...at, number: from, name: '岩罕', phone: '13800138000', trades: ['guard'], agreed: true });
    const said = { fairId, boothNo, agreed: true as const, consent: { employerId, version: '2026-11' } };
    expect(await recruiter.call('cards.leaveFor', { ...said, code: world.deps.codes.signAt('N', fairId, from) })).toMatchObject({
      number: from,
      name: '岩罕',
      phone: '13800138000',
      trades: ['guard'],
      spokenConsent: true,
    });
    expect(await codeOf(recruiter.call('cards.leaveFor', { ...said, number: from, consent: { employerId: 'employerXXXX' as EmployerId, version: '1' } }))).toBe(
      'consent_other_employer',
    );
  });
  test('is refused for somebody whose name is not known', async () => {
    const visitor = await aVisitor();
    const said = { fairId, boothNo, number: visitor.number, agreed: true as const, consent: { employerId, version: '2026-11' } };
    expect(await codeOf(recruiter.call('cards.leaveFor', said))).toBe('consent_missing');
  });
});

test('a recruiter’s booths are those of published and closed fairs', async () => {
  const draft = await organizer.call('fairs.create', { ...(await organizer.call('fairs.mine', {})).items[0] } as never);
  await organizer.call('fairs.invite', { fairId: draft.fairId, employerId, label: 'A01', jobIds: [jobId] });
  const { items } = await recruiter.call('cards.myBooths', {});
  expect(items.map((b) => b.fairId)).toEqual([fairId]);
});
