import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPairing, noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let organizer: Actor;
beforeAll(async () => {
  world = await startWorld();
  await world.deps.pairings.putAll([aPairing]);
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  fairId = open.fair.fairId;
  organizer = lasting(world, open.organizer);
});
afterAll(() => world.stop());

let sequence = 0;
const gate = () => ({ fairId, gate: '西门', deviceId: 'device-gate-1', nonce: `nonce-${String(++sequence).padStart(6, '0')}` });
const personCode = (workerId: string): string => world.deps.codes.sign('P', workerId);
const carried = (number: number) =>
  world.settled(
    () => world.deps.attendance.carrierOf(fairId, number),
    (row) => row !== undefined,
  );
const gone = (number: number) =>
  world.settled(
    () => world.deps.attendance.carrierOf(fairId, number),
    (row) => row === undefined,
  );

async function aScanned(n: number) {
  const { workerId } = aWorker(world, n).session;
  const { number } = await organizer.call('attendance.scan', { ...gate(), code: personCode(workerId) });
  await carried(number);
  return { workerId, number };
}

describe('scanning at the gate', () => {
  test('checks a person in once and shows no name', async () => {
    const code = personCode('worker000777');
    const first = await organizer.call('attendance.scan', { ...gate(), code });
    expect(first).toMatchObject({ outcome: 'checked_in', person: { number: first.number, gate: '西门' } });
    expect(first.person).not.toHaveProperty('name');
    expect(await organizer.call('attendance.scan', { ...gate(), code })).toMatchObject({ outcome: 'already', number: first.number });
  });
  test('said again with the same nonce is the same check-in', async () => {
    const said = { ...gate(), code: personCode('worker000778') };
    const first = await organizer.call('attendance.scan', said);
    expect(await organizer.call('attendance.scan', said)).toEqual(first);
  });
  test('a strip nobody holds asks for a registration, by code or by typed number', async () => {
    const { from } = await world.printedStrips(fairId, 5);
    expect(await organizer.call('attendance.scan', { ...gate(), number: from })).toEqual({ outcome: 'blank_strip', number: from });
    expect(await organizer.call('attendance.scan', { ...gate(), code: world.deps.codes.signAt('N', fairId, from) })).toEqual({
      outcome: 'blank_strip',
      number: from,
    });
  });
  test('a carried number shows who holds it, without the name', async () => {
    const { number } = await aScanned(31);
    const again = await organizer.call('attendance.scan', { ...gate(), number });
    expect(again).toMatchObject({ outcome: 'already', number });
    expect(again.person).not.toHaveProperty('name');
  });
  test('each refusal has its own code and is counted', async () => {
    const other = await world.anOpenFair();
    const asked: [string, object][] = [
      ['number_unknown', { number: 4321 }],
      ['code_forged', { code: 'forged' }],
      ['wrong_fair', { code: world.deps.codes.signAt('N', other.fair.fairId, 1) }],
      ['code_not_here', { code: world.deps.codes.signAt('B', fairId, 1) }],
    ];
    for (const [code, person] of asked) expect(await codeOf(organizer.call('attendance.scan', { ...gate(), ...person }))).toBe(code);
    const { byReason } = await organizer.call('attendance.refusals', { fairId });
    expect(Object.fromEntries(byReason.map((r) => [r.code, r.count]))).toEqual({ number_unknown: 1, code_forged: 1, wrong_fair: 1, code_not_here: 1 });
  });
  test('after hours lets nobody in', async () => {
    world.clock.now = '2026-02-07T07:30:00.000Z';
    expect(await codeOf(organizer.call('attendance.scan', { ...gate(), code: personCode('worker000779') }))).toBe('fair_over');
    expect(await codeOf(organizer.call('attendance.registerWalkIn', { ...gate(), number: 1, name: '岩罕', trades: [], agreed: true }))).toBe('fair_over');
  });
});

/** Who may see the person with this number, and the yes it rests on. */
async function heardOf(number: number) {
  const { workerId } = (await world.deps.attendance.carrierOf(fairId, number)) ?? {};
  if (!workerId) throw new Error(`Nobody has ${number}`);
  const { sharedWith } = await world.deps.workers.get(workerId);
  return { sharedWith, yes: (await world.deps.consents.of([workerId])).find((one) => one.purpose === 'elsewhere') };
}

describe('somebody without a phone', () => {
  const walkIn = (number: number, over = {}) => ({ ...gate(), number, name: '岩罕', trades: [], agreed: true as const, ...over });

  test('is registered on a printed strip, and again with the same nonce only once', async () => {
    const { from } = await world.printedStrips(fairId, 5);
    const said = walkIn(from, { phone: '13800138000', home: { regionCode: '530324', town: '板桥镇' } });
    const first = await organizer.call('attendance.registerWalkIn', said);
    expect(first).toMatchObject({ number: from, name: '岩罕', phoneTail: '8000', town: '板桥镇' });
    expect(await organizer.call('attendance.registerWalkIn', said)).toEqual(first);
    const board = await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.present === 1,
    );
    expect(board).toMatchObject({ present: 1, byHome: [{ home: '板桥镇', count: 1 }] });
  });
  test('is seen by the paired bureaus after a yes said aloud that names them, and otherwise not', async () => {
    const { from } = await world.printedStrips(fairId, 5);
    const home = { regionCode: '530324', town: '板桥镇' };
    const { elsewhere: receivers = [] } = await organizer.call('attendance.snapshot', { fairId });
    expect(receivers).toEqual(['宝山区人社局', '上海市人社局']);
    await organizer.call('attendance.registerWalkIn', walkIn(from, { home, elsewhere: { version: '2026-11', receivers } }));
    await organizer.call('attendance.registerWalkIn', { ...walkIn(from + 1, { home }), nonce: 'walk-silent-01' });
    const [said, silent] = await Promise.all([from, from + 1].map(heardOf));
    expect(said).toMatchObject({ sharedWith: ['310113', '310000'], yes: { how: 'spoken', receiver: receivers.join('、'), version: '2026-11' } });
    expect(silent).toEqual({ sharedWith: undefined, yes: undefined });
  });
  test('is refused on a number that was not printed', async () => {
    const { to } = await world.printedStrips(fairId, 5);
    const refusal = await refusalOf(organizer.call('attendance.registerWalkIn', walkIn(to + 1)));
    expect(refusal).toMatchObject({ code: 'strip_not_printed', detail: { number: String(to + 1).padStart(4, '0') } });
  });
  test('is refused on the number of somebody else', async () => {
    const { from } = await world.printedStrips(fairId, 5);
    await organizer.call('attendance.registerWalkIn', walkIn(from));
    expect(await codeOf(organizer.call('attendance.registerWalkIn', walkIn(from, { name: '李秀英' })))).toBe('number_taken');
  });
  test('is refused without having agreed', async () => {
    const { from } = await world.printedStrips(fairId, 5);
    expect(await refusalOf(organizer.call('attendance.registerWalkIn', { ...walkIn(from), agreed: false as never }))).toMatchObject({
      code: 'invalid_input',
      detail: { field: 'agreed' },
    });
  });
  test('on one strip from two devices at once is one person', async () => {
    const { from } = await world.printedStrips(fairId, 5);
    const both = await Promise.allSettled(['岩罕', '李秀英'].map((name) => organizer.call('attendance.registerWalkIn', walkIn(from, { name }))));
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('taking a check-in back', () => {
  test('works on the same device within 15 minutes and counts one less', async () => {
    const { number } = await aScanned(51);
    world.clock.now = '2026-02-07T04:15:00.000Z';
    expect(await organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' })).toEqual({ undone: true, number });
    const board = await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.present === 0,
    );
    expect(board).toMatchObject({
      present: 0,
      byGate: [
        { gate: '东门', count: 0 },
        { gate: '西门', count: 0 },
      ],
    });
  });
  test('is refused after 15 minutes, on another device, and for a number nobody carries', async () => {
    const { number } = await aScanned(52);
    expect(await codeOf(organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-2' }))).toBe('undo_other_device');
    expect(await codeOf(organizer.call('attendance.undo', { fairId, number: 4321, deviceId: 'device-gate-1' }))).toBe('number_unknown');
    world.clock.now = '2026-02-07T04:15:00.001Z';
    expect(await codeOf(organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' }))).toBe('undo_too_late');
  });
  test('twice is refused', async () => {
    const { number } = await aScanned(53);
    await organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' });
    expect(await codeOf(organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' }))).toBe('number_unknown');
  });
  test('lets the person come in again', async () => {
    const { number, workerId } = await aScanned(54);
    await organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' });
    const again = await organizer.call('attendance.scan', { ...gate(), code: personCode(workerId) });
    expect(again).toMatchObject({ outcome: 'checked_in' });
    const board = await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.present === 1,
    );
    expect(board.present).toBe(1);
  });
  test('frees the strip, and the next one’s name is the one that is found', async () => {
    const { from } = await world.printedStrips(fairId, 5);
    const said = { number: from, trades: [], agreed: true as const };
    await organizer.call('attendance.registerWalkIn', { ...gate(), ...said, name: '岩罕', phone: '13800138000' });
    await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.present === 1,
    );
    await organizer.call('attendance.undo', { fairId, number: from, deviceId: 'device-gate-1' });
    await gone(from);
    expect(await organizer.call('attendance.registerWalkIn', { ...gate(), ...said, name: '李秀英' })).toMatchObject({ number: from, name: '李秀英' });
    const search = async (q: string) => (await organizer.call('attendance.search', { fairId, q })).items.map((p) => p.name);
    expect(await search('李')).toEqual(['李秀英']);
    expect(await search('岩')).toEqual([]);
    expect(await search('8000')).toEqual([]);
  });
});

describe('searching at the gate', () => {
  test('finds by the beginning of a name or the last four digits, and tells the person who looked', async () => {
    const worker = await world.signIn('worker03');
    await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-worker03' });
    await worker.call('workers.change', { name: '李秀英', phone: '12066600003' });
    const search = async (q: string) => (await organizer.call('attendance.search', { fairId, q })).items;
    const [found] = await world.settled(
      () => search('李秀'),
      (items) => items.length === 1,
    );
    expect(found).toMatchObject({ name: '李秀英', phoneTail: '0003' });
    expect(await search('0003')).toHaveLength(1);
    expect(await search('秀英')).toEqual([]);
    expect(await search('0004')).toEqual([]);
    const { items } = await worker.call('workers.views', {});
    expect(items.filter((v) => v.what === 'searched').length).toBeGreaterThanOrEqual(2);
    expect(items[0]).toMatchObject({ role: 'organizer', byName: '罗平县人社局' });
  });
  test('finds nobody of another fair', async () => {
    const { from } = await world.printedStrips(fairId, 2);
    await organizer.call('attendance.registerWalkIn', { ...gate(), number: from, name: '陶文军', trades: [], agreed: true });
    const other = await world.anOpenFair();
    expect((await organizer.call('attendance.search', { fairId: other.fair.fairId, q: '陶' })).items).toEqual([]);
  });
  test('needs something to search for', async () => {
    expect(await refusalOf(organizer.call('attendance.search', { fairId, q: ' ' }))).toMatchObject({ code: 'invalid_input', detail: { field: 'q' } });
  });
});

test('a number taken back under another check-in is not the newer one', async () => {
  const { number, workerId } = await aScanned(61);
  const record = await world.deps.attendance.find(workerId as WorkerId, fairId);
  await world.deps.table.put({ pk: `W#${workerId}`, sk: `C#${fairId}` }, { ...record, number: number + 500, at: '2026-02-07T04:00:30.000Z' });
  expect(await codeOf(organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' }))).toBe('number_unknown');
});
