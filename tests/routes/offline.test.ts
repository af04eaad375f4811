import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPairing, noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aGateDevice, type GateDevice } from '../support/gate-device.ts';
import { aWorker, codeOf, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let organizer: Actor;
let east: GateDevice;
let west: GateDevice;
beforeAll(async () => {
  world = await startWorld();
  await world.deps.pairings.putAll([aPairing]);
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  ({ fairId } = open.fair);
  organizer = lasting(world, open.organizer);
  east = aGateDevice(world, organizer, fairId, 'device-east-1', '东门');
  west = aGateDevice(world, organizer, fairId, 'device-west-1', '西门');
});
afterAll(() => world.stop());

const at = (clock: string): string => `2026-02-07T${clock}.000Z`;
const standing = (workerId: string) => world.deps.attendance.find(workerId as WorkerId, fairId);
const counted = (present: number) =>
  world.settled(
    () => organizer.call('reports.board', { fairId }),
    (b) => b.present === present,
  );
const refusals = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await organizer.call('attendance.refusals', { fairId })).byReason.map((r) => [r.code, r.count]));

describe('a scan made without network', () => {
  test('counts in the half hour in which it happened, and keeps both times', async () => {
    world.clock.now = at('06:00:00');
    const [done] = await east.send(east.scan('offline00001', at('01:10:00')));
    expect(done).toMatchObject({ outcome: 'done', person: { at: at('01:10:00'), gate: '东门' } });
    expect(await standing('offline00001')).toMatchObject({ at: at('01:10:00'), arrivedAt: at('06:00:00'), via: 'staff_scan' });
    expect((await counted(1)).byHalfHour).toEqual([{ from: '09:00', count: 1, byGate: [1, 0] }]);
  });
  test('of somebody who is in already answers the first, and adds nobody', async () => {
    const [first] = await east.send(east.scan('offline00002', at('02:00:00')));
    const [again] = await west.send(west.scan('offline00002', at('02:30:00')));
    expect(again).toMatchObject({ outcome: 'already', number: first?.number, person: { at: at('02:00:00'), gate: '东门' } });
    await counted(1);
  });
  test('outside the hours is recorded and flagged', async () => {
    const [early, inside] = await east.send(east.scan('offline00003', at('00:40:00')), east.scan('offline00004'));
    expect(early).toMatchObject({ outcome: 'done', flags: ['outside_hours'] });
    expect(inside).not.toHaveProperty('flags');
    expect(await standing('offline00003')).toMatchObject({ flags: ['outside_hours'] });
  });
  test('at a fair closed meanwhile is recorded, and flagged when it came after closing', async () => {
    await organizer.call('fairs.close', { fairId });
    world.clock.now = at('06:00:00');
    const [before, after] = await east.send(east.scan('offline00005', at('03:59:00')), east.scan('offline00006', at('04:01:00')));
    expect(before).not.toHaveProperty('flags');
    expect(after).toMatchObject({ outcome: 'done', flags: ['fair_closed'] });
    expect((await counted(2)).status).toBe('closed');
  });
  test('of a strip that nobody registered is kept as seen', async () => {
    const { from } = await world.printedStrips(fairId, 3);
    const [seen, byCode] = await east.send(east.seeNumber(from), east.show(world.deps.codes.signAt('N', fairId, from)));
    expect([seen, byCode]).toMatchObject([
      { outcome: 'done', number: from, flags: ['unknown_number'] },
      { outcome: 'done', number: from, flags: ['unknown_number'] },
    ]);
    expect((await world.deps.attendance.unknownStrips(fairId)).map((a) => a.number)).toEqual([from, from]);
  });
  test('names nobody in its answer', async () => {
    const { from } = await world.printedStrips(fairId, 3);
    const [registered, seen] = await east.send(east.walkIn(from, at('02:00:00'), { phone: '13800138000' }), east.seeNumber(from, at('02:05:00')));
    expect(seen).toMatchObject({ outcome: 'already', number: from });
    expect(JSON.stringify([registered, seen])).not.toMatch(/岩罕|8000/);
  });
});

describe('two devices without network that see one person', () => {
  test.each([
    ['the earlier one sends first', true],
    ['the later one sends first', false],
  ])('make one check-in, shown at the earlier moment, when %s', async (_, earlierFirst) => {
    const early = () => east.send(east.scan('offline00010', at('01:20:00')));
    const late = () => west.send(west.scan('offline00010', at('02:40:00')));
    const [one, two] = earlierFirst ? [await early(), await late()] : [await late(), await early()];
    expect([one[0]?.outcome, two[0]?.outcome]).toEqual(['done', 'already']);
    expect(two[0]?.person).toEqual({ number: one[0]?.number, at: at('01:20:00'), gate: '东门' });
    expect(await standing('offline00010')).toMatchObject({ at: at('01:20:00'), gate: '东门', number: one[0]?.number });
    const board = await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.byGate[0]?.count === 1 && b.byGate[1]?.count === 0,
    );
    expect(board).toMatchObject({ present: 1, byHalfHour: [{ from: '09:00', count: 1, byGate: [1, 0] }] });
  });
  test('at the same moment send at once, and one check-in stands', async () => {
    const both = await Promise.all([east.send(east.scan('offline00011')), west.send(west.scan('offline00011'))]);
    expect(both.map(([a]) => a?.outcome).sort()).toEqual(['already', 'done']);
    await counted(1);
  });
});

describe('somebody registered without network', () => {
  test('is found by name, and once', async () => {
    const { from } = await world.printedStrips(fairId, 3);
    const walkIn = east.walkIn(from, at('02:00:00'), { name: '李秀英', home: { regionCode: '530324', town: '板桥镇' } });
    const [done] = await east.send(walkIn);
    expect(done).toMatchObject({ outcome: 'done', number: from });
    expect(await east.send(walkIn)).toEqual([done]);
    expect(await counted(1)).toMatchObject({ byHome: [{ home: '板桥镇', count: 1 }] });
    expect((await organizer.call('attendance.search', { fairId, q: '李' })).items).toMatchObject([{ number: from, name: '李秀英' }]);
  });
  test('is seen by the paired bureaus after a yes said aloud, from the moment it was said', async () => {
    const { from } = await world.printedStrips(fairId, 3);
    const home = { regionCode: '530324', town: '板桥镇' };
    const { elsewhere: receivers = [] } = await organizer.call('attendance.snapshot', { fairId });
    const said = east.walkIn(from, at('02:00:00'), { home, elsewhere: { version: '2026-11', receivers } });
    const byAnother = east.walkIn(from + 1, at('02:01:00'), {
      home,
      elsewhere: { version: '2026-11', receivers },
      proxy: { name: '罗小妹', relation: '儿女' },
    });
    expect((await east.send(said, byAnother)).map((one) => one.outcome)).toEqual(['done', 'done']);
    const [one, other] = await Promise.all([from, from + 1].map((number) => world.deps.attendance.carrierOf(fairId, number)));
    const ids = [one?.workerId, other?.workerId] as WorkerId[];
    expect((await Promise.all(ids.map(world.deps.workers.get))).map((person) => person.sharedWith)).toEqual([['310113', '310000'], undefined]);
    const [yes] = (await world.deps.consents.of(ids)).filter((line) => line.purpose === 'elsewhere');
    expect(yes).toMatchObject({ how: 'spoken', receiver: receivers.join('、'), at: at('02:00:00') });
  });
  test('on a number that another device gave away meanwhile is refused, and stays so', async () => {
    const { from } = await world.printedStrips(fairId, 3);
    await west.send(west.walkIn(from, at('02:00:00'), { name: '李秀英' }));
    const late = east.walkIn(from, at('01:50:00'));
    const [refused] = await east.send(late);
    expect(refused).toMatchObject({ outcome: 'refused', problem: { code: 'number_taken', detail: { number: String(from).padStart(4, '0') } } });
    expect(await east.send(late)).toEqual([refused]);
    expect(await refusals()).toEqual({ number_taken: 1 });
  });
  test('on a number that was not printed is refused', async () => {
    expect(await east.send(east.walkIn(4321))).toMatchObject([{ outcome: 'refused', problem: { code: 'strip_not_printed' } }]);
  });
  test('online before, of whom the answer was lost, is the same person', async () => {
    const { from } = await world.printedStrips(fairId, 3);
    const queued = east.walkIn(from, at('03:00:00'));
    const { nonce } = queued;
    await organizer.call('attendance.registerWalkIn', {
      fairId,
      gate: '东门',
      deviceId: east.deviceId,
      nonce,
      number: from,
      name: '岩罕',
      trades: [],
      agreed: true,
    });
    expect(await east.send(queued)).toMatchObject([{ outcome: 'done', number: from }]);
    await counted(1);
  });
});

describe('what cannot be true', () => {
  test('is refused with its reason, action by action, and counted', async () => {
    const other = await world.anOpenFair();
    const sign = world.deps.codes.signAt;
    const answers = await east.send(
      east.show('forged'),
      east.show(sign('N', other.fair.fairId, 1)),
      east.show(sign('B', fairId, 1)),
      east.seeNumber(4321),
      east.scan('offline00020'),
    );
    expect(answers.map((a) => a.problem?.code ?? a.outcome)).toEqual(['code_forged', 'wrong_fair', 'code_not_here', 'number_unknown', 'done']);
    expect(await refusals()).toEqual({ code_forged: 1, wrong_fair: 1, code_not_here: 1, number_unknown: 1 });
  });
  test.each([
    ['ten minutes ahead', '2026-02-07T04:10:00.000Z', 'done'],
    ['more than ten minutes ahead', '2026-02-07T04:10:00.001Z', 'clock_off'],
    ['ten minutes behind', '2026-02-07T03:50:00.000Z', 'done'],
    ['a week old', '2026-01-31T04:00:00.000Z', 'done'],
    ['more than a week old', '2026-01-31T03:59:59.999Z', 'clock_off'],
  ])('a clock %s: %s gives %s', async (_, happenedAt, expected) => {
    const [answer] = await east.send(east.scan('offline00021', happenedAt));
    expect(answer?.problem?.code ?? answer?.outcome).toBe(expected);
  });
  test('an action of which nobody can make sense is refused by itself', async () => {
    const answers = await east.send({ kind: 'dance', nonce: 'nonsense-1' }, {}, { ...east.walkIn(1), agreed: false }, east.scan('offline00022'));
    expect(answers).toMatchObject([
      { nonce: 'nonsense-1', outcome: 'refused', problem: { code: 'invalid_input', detail: { field: 'kind' } } },
      { nonce: '', outcome: 'refused', problem: { code: 'invalid_input' } },
      { outcome: 'refused', problem: { code: 'invalid_input', detail: { field: 'agreed' } } },
      { outcome: 'done' },
    ]);
    await counted(1);
  });
  test('a batch of none or of more than 100 is not taken at all', async () => {
    expect(await codeOf(east.send())).toBe('invalid_input');
    expect(await codeOf(east.send(...Array.from({ length: 101 }, () => east.refused('code_forged'))))).toBe('invalid_input');
  });
});

describe('a refusal made without network', () => {
  test('is counted once, however often it is sent', async () => {
    const said = [east.refused('code_forged', at('02:00:00')), east.refused('code_forged', at('02:00:00')), east.refused('wrong_fair')];
    expect((await east.send(...said)).map((a) => a.outcome)).toEqual(['done', 'done', 'done']);
    await east.send(...said);
    expect(await refusals()).toEqual({ code_forged: 2, wrong_fair: 1 });
    const board = await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.refused === 3,
    );
    expect(board.refused).toBe(3);
  });
  test('for a reason that is none of ours is refused', async () => {
    expect(await east.send(east.refused('bad_mood'))).toMatchObject([{ outcome: 'refused', problem: { code: 'invalid_input' } }]);
  });
});

describe('the own tap of a worker without network', () => {
  const tap = (n: number, happenedAt?: string) =>
    aWorker(world, n).call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), fairId, deviceId: 'device-0001', happenedAt });

  test('is judged and counted at its own moment, and says that it came late', async () => {
    world.clock.now = at('08:00:00');
    expect(await tap(9101, at('06:40:00'))).toMatchObject({ at: at('06:40:00'), late: true, repeated: false });
    expect((await counted(1)).byHalfHour).toEqual([{ from: '14:30', count: 1, byGate: [1, 0] }]);
    expect((await aWorker(world, 9101).call('attendance.mine', {})).items).toMatchObject([{ late: true }]);
  });
  test('said online is not late', async () => expect(await tap(9102)).not.toHaveProperty('late'));
  test('at a fair closed since then is taken', async () => {
    await organizer.call('fairs.close', { fairId });
    world.clock.now = at('05:00:00');
    expect(await tap(9103, at('03:00:00'))).toMatchObject({ repeated: false });
    expect(await codeOf(tap(9104))).toBe('fair_closed');
  });
  test('after hours is refused as it would have been then', async () => expect(await codeOf(tap(9105, at('00:30:00')))).toBe('fair_not_open_yet'));
  test('refused twice, because the answer was lost, counts once', async () => {
    for (const _ of [1, 2]) expect(await codeOf(tap(9109, at('00:30:00')))).toBe('fair_not_open_yet');
    expect(await codeOf(tap(9109, at('00:31:00')))).toBe('fair_not_open_yet');
    expect(await refusals()).toEqual({ fair_not_open_yet: 2 });
  });
  test('with a clock that is off is refused', async () => {
    expect(await refusalOf(tap(9106, at('04:11:00')))).toMatchObject({ code: 'clock_off', status: 422 });
    expect(await codeOf(tap(9106, '2026-01-30T04:00:00.000Z'))).toBe('clock_off');
  });
  test('sent again is the same check-in', async () => {
    const first = await tap(9107, at('03:00:00'));
    expect(await tap(9107, at('03:00:00'))).toEqual({ ...first, repeated: true });
  });
  test('that was made before staff scanned the person tells the earlier moment', async () => {
    const worker = aWorker(world, 9108).session.workerId;
    const [scanned] = await west.send(west.scan(worker, at('03:30:00')));
    expect(await tap(9108, at('03:00:00'))).toMatchObject({ at: at('03:00:00'), gate: '东门', number: scanned?.number, repeated: true });
    expect(await tap(9108, at('03:10:00'))).toMatchObject({ at: at('03:00:00'), repeated: true });
    await counted(1);
  });
});

test('the report of the fair tells what came late, out of hours, or on a strip of nobody', async () => {
  const { from } = await world.printedStrips(fairId, 3);
  await east.send(east.walkIn(from, at('00:50:00')), east.seeNumber(from + 1, at('02:00:00')), east.seeNumber(from + 2, at('02:00:00')));
  await west.send(west.walkIn(from + 2, at('02:10:00')));
  await world.settled(
    () => world.deps.attendance.roster(fairId),
    (rows) => rows.filter((r) => r.arrivedAt).length === 2,
  );
  await organizer.call('fairs.close', { fairId });
  const { xlsxBase64 } = await organizer.call('reports.fairReport', { fairId });
  const sheets = await readExcelFile(Buffer.from(xlsxBase64, 'base64'));
  const rowsOf = (name: string): unknown[][] => sheets.find((s) => s.sheet === name)?.data ?? [];
  const figures = Object.fromEntries(rowsOf('汇总').map(([name, value]) => [name, value]));
  expect(figures).toMatchObject({ 到场人数: 2, 补传的到场: 2, 时间外的到场: 1, 没登记的号码条: 1 });
  expect(rowsOf('到场').map((row) => row[7])).toEqual(['说明', '不在开场时间里', null]);
});

test('a device loads the numbers that are taken, and nothing about anybody', async () => {
  const { from, to } = await world.printedStrips(fairId, 3);
  const empty = await organizer.call('attendance.snapshot', { fairId });
  expect(empty).toMatchObject({ takenAt: noon, strips: [{ from, to }], taken: [] });
  await east.send(east.walkIn(from, at('02:00:00'), { phone: '13800138000' }));
  const loaded = await organizer.call('attendance.snapshot', { fairId });
  expect(loaded.taken).toEqual([{ number: from, at: at('02:00:00'), gate: '东门' }]);
  expect(loaded.version).not.toBe(empty.version);
  expect(JSON.stringify(loaded)).not.toMatch(/岩罕|8000|workerId|plans|policePermitNo/);
});
