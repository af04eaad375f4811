import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { type BoothDeed, type BoothSnapshot, judgeAtBooth } from '@shanhai/shared/rules/booth.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBoothDevice, type BoothDevice, type Shown } from '../support/booth-device.ts';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aGateDevice, type GateDevice } from '../support/gate-device.ts';
import { aWorker, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let place: { fairId: FairId; boothNo: number; employerId: string };
let recruiter: Actor;
let gate: GateDevice;
let device: BoothDevice;
/** The first of six numbers on paper; all but the last were registered. */
let strip: number;
beforeAll(async () => {
  world = await startWorld();
  const open = await world.anOpenFair();
  place = { fairId: open.fair.fairId, boothNo: open.booth.boothNo, employerId: open.employerId };
  recruiter = lasting(world, open.recruiter);
  const organizer = lasting(world, open.organizer);
  strip = (await world.printedStrips(place.fairId, 20)).from;
  gate = aGateDevice(world, organizer, place.fairId, 'device-gate-01');
  await gate.send(...Array.from({ length: 19 }, (_, i) => gate.walkIn(i < 4 ? strip + i : strip + i + 1, '2026-02-07T02:00:00.000Z')));
  device = aBoothDevice(recruiter, place, 'device-booth-1');
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const at = (clock: string): string => `2026-02-07T${clock}:00.000Z`;
const consent = () => ({ employerId: place.employerId as never, version: '2026-11' });
let people = 100;
/** Somebody with a phone, here since the morning. */
async function aVisitor() {
  const worker = aWorker(world, ++people);
  const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', place.fairId, 0), deviceId: 'device-0001' });
  await world.settled(
    () => world.deps.attendance.carrierOf(place.fairId, number),
    (row) => row !== undefined,
  );
  const leave = () =>
    worker.call('cards.leave', { fairId: place.fairId, boothNo: place.boothNo, name: '杨桂兰', phone: '12066600001', trades: [], consent: consent() });
  return {
    ...worker,
    number,
    leave,
    code: world.deps.codes.sign('P', worker.session.workerId),
    mine: async () => (await worker.call('cards.mine', {})).items[0],
  };
}
const cardAt = async (number: number) => (await recruiter.call('cards.find', { fairId: place.fairId, boothNo: place.boothNo, number })).card;
const told = async (worker: Actor): Promise<number> => (await worker.call('messages.mine', {})).items.filter((m) => m.kind === 'card.answered').length;

describe('what a booth did before its employer was suspended', () => {
  test('counts when it comes after, marked as such; what was done since is refused', async () => {
    const officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
    const employerId = place.employerId as never;
    const [early, late] = [await aVisitor(), await aVisitor()];
    await Promise.all([early.leave(), late.leave()]);
    world.clock.now = at('05:00');
    await officer.call('employers.suspend', { employerId, reason: 'complaint' });
    world.clock.now = at('06:00');
    const asked = strip + 15;
    const done = await device.send(
      device.look(early, { happenedAt: at('04:10') }),
      device.agree({ number: asked }, { happenedAt: at('04:20') }),
      device.answer(early, 'want', { happenedAt: at('04:30') }),
      device.answer({ number: asked }, 'talk', { happenedAt: at('04:40') }),
      device.look(late, { happenedAt: at('05:20') }),
      device.answer(late, 'want', { happenedAt: at('05:30') }),
    );
    expect(done.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual(['done', 'done', 'done', 'done', 'employer_suspended', 'employer_suspended']);
    expect(await early.mine()).toMatchObject({ answer: 'want', answeredAt: at('04:30'), isPaused: true });
    expect(await late.mine()).not.toHaveProperty('answer');
    const kept = await world.deps.cards.doneActions(place.fairId, place.boothNo, [done[2]?.nonce ?? '']);
    expect([...kept.values()]).toMatchObject([{ suspendedAt: at('05:00'), happenedAt: at('04:30'), arrivedAt: at('06:00') }]);
    await officer.call('employers.lift', { employerId });
  });
});

describe('an answer given without network', () => {
  test('stands as of its own moment, the person is told once, and sent again it adds nothing', async () => {
    const visitor = await aVisitor();
    await visitor.leave();
    world.clock.now = at('06:00');
    const actions = [device.look(visitor), device.answer(visitor, 'want', { happenedAt: at('04:30') })];
    const first = await device.send(...actions);
    expect(first).toMatchObject([{ outcome: 'done' }, { outcome: 'done', number: visitor.number, answer: 'want', answeredAt: at('04:30') }]);
    expect(await device.send(...actions)).toEqual(first);
    expect(await visitor.mine()).toMatchObject({ answer: 'want', answeredAt: at('04:30') });
    expect(await world.deps.cards.find(visitor.session.workerId as WorkerId, place.fairId, place.boothNo)).toMatchObject({ heardAt: at('06:00') });
    expect(await told(visitor)).toBe(1);
    expect((await visitor.call('workers.views', {})).items.map((v) => [v.what, v.at])).toEqual([
      ['answered', at('04:30')],
      ['card', at('03:50')],
    ]);
  });
  test('that was sent before and whose reply was lost is done, and tells nobody again', async () => {
    const visitor = await aVisitor();
    await visitor.leave();
    const queued = device.answer(visitor, 'talk', { happenedAt: at('04:00') });
    const { fairId, boothNo } = place;
    await recruiter.call('cards.answer', { fairId, boothNo, number: visitor.number, answer: 'talk', nonce: queued.nonce });
    expect(await device.send(queued)).toMatchObject([{ outcome: 'done', answer: 'talk' }]);
    expect(await told(visitor)).toBe(1);
  });
  test('to a card taken back meanwhile is refused, and the card stays taken back', async () => {
    const visitor = await aVisitor();
    const { leftAt } = await visitor.leave();
    await visitor.call('cards.withdraw', { fairId: place.fairId, boothNo: place.boothNo });
    const queued = device.answer(visitor, 'want', { leftAt, happenedAt: at('04:01') });
    world.clock.now = at('05:00');
    const refused = [{ nonce: queued.nonce, outcome: 'refused', problem: { code: 'card_withdrawn', detail: {} } }];
    expect(await device.send(queued)).toEqual(refused);
    expect(await visitor.mine()).toMatchObject({ withdrawnAt: noon });
    expect(await visitor.mine()).not.toHaveProperty('answer');
    // given anew later: the answer was to the earlier one, and what was refused stays refused
    await visitor.leave();
    expect(await device.send(queued)).toEqual(refused);
    expect(await device.send(device.answer(visitor, 'want', { leftAt, happenedAt: at('04:01') }))).toMatchObject([{ problem: { code: 'card_withdrawn' } }]);
    expect(await visitor.mine()).not.toHaveProperty('answer');
  });
  test('does not overwrite what a colleague said later, and the same said by two is one', async () => {
    const visitor = await aVisitor();
    await visitor.leave();
    const colleague = aBoothDevice(recruiter, place, 'device-booth-2');
    world.clock.now = at('06:00');
    await colleague.send(colleague.answer(visitor, 'no', { happenedAt: at('05:00') }));
    const [earlier, same] = await device.send(
      device.answer(visitor, 'want', { happenedAt: at('04:40') }),
      device.answer(visitor, 'no', { happenedAt: at('05:30') }),
    );
    expect(earlier).toMatchObject({ outcome: 'refused', problem: { code: 'answered_since' } });
    expect(same).toMatchObject({ outcome: 'already', answer: 'no', answeredAt: at('05:00') });
    expect(await told(visitor)).toBe(1);
  });
  test('of a clock that is ten minutes off keeps to what can be true; further off it is refused', async () => {
    const visitor = await aVisitor();
    const { leftAt } = await visitor.leave();
    const [slow] = await device.send(device.answer(visitor, 'talk', { leftAt, happenedAt: at('03:51') }));
    expect(slow).toMatchObject({ outcome: 'done', answeredAt: leftAt });
    const [ahead] = await device.send(device.answer(visitor, 'want', { leftAt, happenedAt: at('04:09') }));
    expect(ahead).toMatchObject({ outcome: 'done', answeredAt: noon });
    expect(await device.send(device.answer(visitor, 'no', { leftAt, happenedAt: at('04:11') }))).toMatchObject([{ problem: { code: 'clock_off' } }]);
  });
  test('sent by two copies at once is done once', async () => {
    const visitors = await Promise.all([aVisitor(), aVisitor(), aVisitor()]);
    await Promise.all(visitors.map((v) => v.leave()));
    const queue = visitors.map((v) => device.answer(v, 'want', { happenedAt: noon }));
    world.clock.now = at('06:00');
    const [one, other] = await Promise.all([device.send(...queue), device.send(...queue)]);
    expect(one).toEqual(other);
    expect(one.map((o) => o.outcome)).toEqual(['done', 'done', 'done']);
    expect(await Promise.all(visitors.map(told))).toEqual([1, 1, 1]);
  });
  test('that cannot be read is refused by itself and holds up nobody', async () => {
    const visitor = await aVisitor();
    await visitor.leave();
    const [bad, good] = await device.send(
      { kind: 'answer', nonce: 'bad-nonce-01', happenedAt: noon, answer: 'yes' },
      device.answer(visitor, 'no', { happenedAt: noon }),
    );
    expect(bad).toEqual({ nonce: 'bad-nonce-01', outcome: 'refused', problem: { code: 'invalid_input', detail: { field: 'answer' } } });
    expect(good).toMatchObject({ outcome: 'done' });
  });
  test('with a note that was not closed for this fair is refused, and nothing of it is kept', async () => {
    const visitor = await aVisitor();
    await visitor.leave();
    const sealKey = (await device.load()).sealKey;
    expect(sealKey).toBe(world.deps.gateSeal.publicKey(place.fairId));
    const sealed = `${sealKey.split('.')[0]}.${Buffer.alloc(90, 7).toString('base64url')}`;
    expect(await device.send(device.answer(visitor, 'want', { sealed }))).toMatchObject([{ problem: { code: 'invalid_input', detail: { field: 'sealed' } } }]);
    expect(await visitor.mine()).not.toHaveProperty('answer');
  });
});

describe('a yes said aloud without network', () => {
  test('leaves the card as of its moment, and the answer of the same batch falls on it', async () => {
    world.clock.now = at('06:00');
    const number = strip + 10;
    const [answered, agreed] = await device.send(
      device.answer({ number }, 'want', { happenedAt: at('03:12') }),
      device.agree({ number }, { happenedAt: at('03:11') }),
    );
    expect([agreed, answered]).toMatchObject([
      { outcome: 'done', number },
      { outcome: 'done', number, answer: 'want' },
    ]);
    expect(await cardAt(number)).toMatchObject({ name: '岩罕', spokenConsent: true, leftAt: at('03:11'), answeredAt: at('03:12') });
  });
  test('comes before the answer of the same moment, whatever their nonces', async () => {
    world.clock.now = at('06:00');
    const number = strip + 11;
    const happenedAt = at('03:20');
    const sent = [
      device.answer({ number }, 'talk', { happenedAt, nonce: 'aaaa-answer-01' }),
      device.agree({ number }, { happenedAt, nonce: 'zzzz-agree-0001' }),
    ];
    expect(await device.send(...sent)).toMatchObject([{ outcome: 'done', answer: 'talk' }, { outcome: 'done' }]);
  });
  test('does not bring back a card that was taken back after it, or close to it', async () => {
    const visitor = await aVisitor();
    await visitor.leave();
    await visitor.call('cards.withdraw', { fairId: place.fairId, boothNo: place.boothNo });
    world.clock.now = at('06:00');
    const soon = device.agree(visitor, { happenedAt: at('04:09') });
    expect(await device.send(soon)).toMatchObject([{ outcome: 'refused', problem: { code: 'card_withdrawn' } }]);
    expect(await visitor.mine()).toHaveProperty('withdrawnAt');
    await visitor.call('workers.change', { name: '杨桂兰' });
    expect(await device.send(device.agree(visitor, { happenedAt: at('04:30') }))).toMatchObject([{ outcome: 'done' }]);
    expect(await visitor.mine()).not.toHaveProperty('withdrawnAt');
  });
  test('of somebody without a name at the gate is kept for a human', async () => {
    const visitor = await aVisitor();
    expect(await device.send(device.agree(visitor))).toMatchObject([{ outcome: 'refused', problem: { code: 'consent_missing' } }]);
  });
});

interface Vector {
  name: string;
  agreed?: string;
  shown: string;
  deed: BoothDeed;
  outcome: string;
  code?: string;
  server?: string;
}
const file = path.join(import.meta.dirname, '../../shared/rules/booth-vectors.json');
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

describe('the device and the server', () => {
  let snapshot: BoothSnapshot;
  let shownAs: Record<string, Shown>;
  beforeAll(async () => {
    world.clock.now = noon;
    const [carded, uncarded] = [await aVisitor(), await aVisitor()];
    await carded.leave();
    await device.send(device.agree({ number: strip }));
    const otherFairId = (await world.anOpenFair()).fair.fairId;
    snapshot = await world.settled(device.load, (s) => [strip, carded.number].every((n) => s.cards.some((c) => c.number === n)));
    const { codes } = world.deps;
    shownAs = {
      cardedCode: { code: carded.code },
      uncardedCode: { code: uncarded.code },
      cardedNumber: { number: carded.number },
      ...Object.fromEntries([0, 1, 2, 3, 4].map((i) => [`strip${i + 1}`, { number: strip + i }])),
      strip1Code: { code: codes.signAt('N', place.fairId, strip) },
      otherStripCode: { code: codes.signAt('N', otherFairId, strip) },
      posterCode: { code: codes.signAt('S', place.fairId, 0) },
      noCode: { code: 'https://q.example.cn/menu' },
      unprinted: { number: 9321 },
      nothing: {},
    };
  });

  /** With network: the screen's own route for finding, the queue for what is done. */
  async function byServer(deed: BoothDeed): Promise<{ outcome: string; code?: string | undefined }> {
    if (deed.kind !== 'find') {
      const [said] = await device.send({ nonce: `vector-${++people}-${deed.kind}`, happenedAt: noon, agreed: true, ...deed });
      return said?.problem ? { outcome: 'refused', code: said.problem.code } : { outcome: 'card' };
    }
    const { kind: _, ...shown } = deed;
    const find = recruiter.call('cards.find', { fairId: place.fairId, boothNo: place.boothNo, ...shown });
    return find
      .then((found) => ({ outcome: found.card ? 'card' : 'not_agreed' }))
      .catch((error: { code: string }) => ({ outcome: 'refused', code: error.code }));
  }

  test.each(vectors)('judge alike: $name', async ({ agreed, shown, deed, outcome, code, server }) => {
    const before = agreed ? [shownAs[agreed]?.number ?? 0] : [];
    await Promise.all(before.map((number) => device.send(device.agree({ number }))));
    const said: BoothDeed = { ...(deed.kind === 'agree' && { consent: consent() }), ...deed, ...shownAs[shown] };
    expect(judgeAtBooth(snapshot, before, said)).toMatchObject({ outcome, ...(code && { code }) });
    const refusal = server ?? code;
    expect(await byServer(said)).toEqual(refusal ? { outcome: 'refused', code: refusal } : { outcome });
  });
});
