import type { EmployerId, FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBoothDevice } from '../support/booth-device.ts';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { actingAs, aWorker, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let organizer: Actor;
let recruiter: Actor;
let place: { fairId: FairId; boothNo: number; employerId: EmployerId };
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  ({ fairId } = open.fair);
  organizer = lasting(world, open.organizer);
  recruiter = lasting(world, open.recruiter);
  place = { fairId, boothNo: open.booth.boothNo, employerId: open.employerId };
});
afterAll(() => world.stop());

const at = (clock: string): string => `2026-02-07T${clock}.000Z`;
const said = { gate: '东门', queue: 0, people: 0, appVersion: '0.1.0', rosterVersion: '3.0.', rosterAt: noon, skewMs: -420 };
const report = (deviceId: string, over: Partial<typeof said> & { isDone?: boolean } = {}) =>
  organizer.call('devices.report', { fairId, deviceId, ...said, ...over });
const listed = async (deviceId: string) => (await organizer.call('devices.list', { fairId })).items.find((d) => d.deviceId === deviceId);
const board = () => organizer.call('reports.board', { fairId });

describe('a device at a gate', () => {
  test('tells how it stands, learns the time, and is listed', async () => {
    const heard = await report('device-a1', { queue: 4, people: 3 });
    expect(heard).toEqual({ now: noon });
    expect(await listed('device-a1')).toEqual({ ...said, kind: 'gate', deviceId: 'device-a1', queue: 4, people: 3, seenAt: noon, held: 0 });
    expect((await board()).mayAdd).toEqual({ devices: 1, people: 3 });
  });

  test('is written down once in half a minute while it says nothing new', async () => {
    const { meter } = world.deps.table;
    await report('device-a2');
    const written = meter.writes;
    for (const clock of ['04:00:05', '04:00:20', '04:00:29']) {
      world.clock.now = at(clock);
      await report('device-a2');
      await organizer.call('attendance.scan', { fairId, gate: '东门', deviceId: 'device-a2', nonce: 'nonce-000001', number: 1 }).catch(() => undefined);
    }
    // the refused scans write one refusal each
    expect(meter.writes - written).toBe(3);
    world.clock.now = at('04:00:30');
    await report('device-a2');
    expect(meter.writes - written).toBe(4);
    await report('device-a2', { queue: 1, people: 1 });
    expect(meter.writes - written).toBe(5);
  });

  test('is known by its scans alone, and then its silence means nothing', async () => {
    await organizer.call('attendance.scan', {
      fairId,
      gate: '西门',
      deviceId: 'device-a3',
      nonce: 'nonce-000001',
      code: world.deps.codes.sign('P', 'devices00001'),
    });
    expect(await listed('device-a3')).toMatchObject({ gate: '西门', seenAt: noon, queue: 0, appVersion: '' });
    world.clock.now = at('05:00:00');
    expect(await board()).not.toHaveProperty('mayAdd');
  });

  test('that falls silent is reckoned with at its fastest, until its work is ended', async () => {
    await report('device-a4', { people: 7, queue: 9 });
    world.clock.now = at('04:03:00');
    expect((await board()).mayAdd).toEqual({ devices: 1, people: 67 });
    world.clock.now = at('04:40:00');
    expect((await board()).mayAdd).toEqual({ devices: 1, people: 7, unheard: { devices: 1, minutes: 40 } });
    await report('device-a4', { isDone: true });
    world.clock.now = at('05:40:00');
    expect(await board()).not.toHaveProperty('mayAdd');
    await report('device-a4');
    expect(await listed('device-a4')).not.toHaveProperty('doneAt');
  });
});

describe('a device that is revoked', () => {
  const revoked = async (deviceId: string) => {
    const device = aGateDevice(world, organizer, fairId, deviceId);
    await report(deviceId);
    await organizer.call('devices.revoke', { fairId, deviceId, reason: '手机丢了' });
    return device;
  };
  test('is refused at once, whatever it asks', async () => {
    const { deviceId } = await revoked('device-b1');
    const asked = [
      report(deviceId),
      organizer.call('attendance.snapshot', { fairId, deviceId }),
      organizer.call('attendance.search', { fairId, deviceId, q: '杨' }),
      organizer.call('attendance.undo', { fairId, deviceId, number: 1 }),
      organizer.call('attendance.scan', { fairId, deviceId, gate: '东门', nonce: 'nonce-000001', number: 1 }),
      organizer.call('attendance.registerWalkIn', { fairId, deviceId, gate: '东门', nonce: 'nonce-000001', number: 1, name: '岩罕', trades: [], agreed: true }),
    ];
    expect(await Promise.all(asked.map(async (one) => (await refusalOf(one)).code))).toEqual(asked.map(() => 'device_revoked'));
    expect(await listed(deviceId)).toMatchObject({ revokedAt: noon, reason: '手机丢了' });
  });

  test('loses nothing: what it sends waits, nobody is named, and somebody takes it', async () => {
    const device = await revoked('device-b2');
    const { from } = await world.printedStrips(fairId, 2);
    const actions = [device.scan('devices00002', at('03:00:00')), device.walkIn(from, at('03:10:00'), { name: '岩温罕' })];
    for (const _ of [1, 2]) expect((await refusalOf(device.send(...actions))).code).toBe('device_revoked');
    expect(await listed(device.deviceId)).toMatchObject({ held: 2 });
    const { items } = await organizer.call('attendance.held', { fairId, deviceId: device.deviceId });
    expect(items).toMatchObject([
      { kind: 'scan', happenedAt: at('03:00:00'), gate: '东门' },
      { kind: 'walk_in', number: from },
    ]);
    expect(JSON.stringify(items)).not.toContain('岩温罕');
    const nonces = items.map((one) => one.nonce);
    const taken = await organizer.call('attendance.settleHeld', { fairId, deviceId: device.deviceId, isTaken: true, nonces });
    expect(taken.items.map((one) => one.outcome)).toEqual(['done', 'done']);
    expect(await world.deps.attendance.find('devices00002' as WorkerId, fairId)).toMatchObject({ at: at('03:00:00'), deviceId: device.deviceId });
    expect((await organizer.call('attendance.held', { fairId, deviceId: device.deviceId })).items).toEqual([]);
  });

  test('may send nonsense, and the list of what waits still opens', async () => {
    const device = await revoked('device-b9');
    const nonsense = { kind: 'scan', nonce: 'nonsense-0001', happenedAt: 'soon', gate: '东'.repeat(99), number: 0 };
    expect((await refusalOf(device.send(nonsense as never, device.scan('devices00009', at('03:00:00'))))).code).toBe('device_revoked');
    const { items } = await organizer.call('attendance.held', { fairId, deviceId: device.deviceId });
    expect(items).toEqual(expect.arrayContaining([{ nonce: 'nonsense-0001', kind: 'scan', happenedAt: noon, arrivedAt: noon }]));
    expect(items).toHaveLength(2);
  });

  test('has its queue brought by another device, once, and what was held goes', async () => {
    const device = await revoked('device-b3');
    const action = device.scan('devices00003', at('03:00:00'));
    await refusalOf(device.send(action));
    const bring = () => organizer.call('attendance.upload', { fairId, deviceId: 'device-b4', from: device.deviceId, actions: [action] });
    const [first, again] = [await bring(), await bring()];
    expect(first.items).toMatchObject([{ outcome: 'done' }]);
    expect(again).toEqual(first);
    expect(await world.deps.attendance.find('devices00003' as WorkerId, fairId)).toMatchObject({ deviceId: device.deviceId });
    const [kept] = (await world.deps.attendance.doneActions(fairId, [action.nonce])).values();
    expect(kept).toMatchObject({ deviceId: device.deviceId, broughtBy: 'device-b4' });
    expect(await listed(device.deviceId)).toMatchObject({ held: 0 });
  });

  test('may be given back, and held actions may be dropped', async () => {
    const device = await revoked('device-b5');
    const action = device.scan('devices00005');
    await refusalOf(device.send(action));
    await organizer.call('attendance.settleHeld', { fairId, deviceId: device.deviceId, isTaken: false, nonces: [action.nonce] });
    expect(await listed(device.deviceId)).toMatchObject({ held: 0 });
    await organizer.call('devices.restore', { fairId, deviceId: device.deviceId });
    expect(await device.send(action)).toMatchObject([{ outcome: 'done' }]);
  });

  test('given back, sends what was held itself, and nothing is held any more', async () => {
    const device = await revoked('device-b6');
    const action = device.scan('devices00006');
    await refusalOf(device.send(action));
    await organizer.call('devices.restore', { fairId, deviceId: device.deviceId });
    expect(await listed(device.deviceId)).toMatchObject({ held: 1 });
    expect(await device.send(action)).toMatchObject([{ outcome: 'done' }]);
    expect(await listed(device.deviceId)).toMatchObject({ held: 0 });
  });

  test('must be known', async () => {
    expect((await refusalOf(organizer.call('devices.revoke', { fairId, deviceId: 'device-none', reason: '丢了' }))).code).toBe('not_found');
  });
});

describe('a device at a booth', () => {
  const { gate: _, people: __, ...saidAtBooth } = said;
  const reportBooth = (deviceId: string, over: object = {}) =>
    recruiter.call('devices.reportBooth', { fairId, boothNo: place.boothNo, deviceId, ...saidAtBooth, ...over });
  const revoke = (deviceId: string) => organizer.call('devices.revoke', { fairId, deviceId, reason: '手机丢了' });
  async function aCard(n: number) {
    const worker = aWorker(world, n);
    const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-0001' });
    const { boothNo, employerId } = place;
    await worker.call('cards.leave', { fairId, boothNo, name: '罗小凤', phone: '12066600001', trades: [], consent: { employerId, version: '2026-11' } });
    await world.settled(
      () => world.deps.attendance.carrierOf(fairId, number),
      (row) => row !== undefined,
    );
    return { number, mine: async () => (await worker.call('cards.mine', {})).items[0] };
  }

  test('is listed with its employer and its booth, and adds nobody to the count, silent or not', async () => {
    expect(await reportBooth('device-d1', { queue: 4 })).toEqual({ now: noon });
    expect(await listed('device-d1')).toMatchObject({ kind: 'booth', boothNo: place.boothNo, gate: 'A03', employer: expect.any(String), queue: 4, people: 0 });
    world.clock.now = at('05:00:00');
    expect(await board()).not.toHaveProperty('mayAdd');
  });

  test('is known by its calls alone, and renewed by them', async () => {
    const { boothNo } = place;
    await recruiter.call('cards.snapshot', { fairId, boothNo, deviceId: 'device-d2' });
    world.clock.now = at('04:01:00');
    await recruiter.call('cards.atBooth', { fairId, boothNo, deviceId: 'device-d2' });
    expect(await listed('device-d2')).toMatchObject({ kind: 'booth', boothNo, seenAt: at('04:01:00'), appVersion: '' });
  });

  test('that is revoked is refused whatever it asks; the same person’s other device goes on', async () => {
    const { boothNo, employerId } = place;
    const { number } = await aCard(801);
    await reportBooth('device-d3');
    await revoke('device-d3');
    const on = (deviceId: string) => ({ fairId, boothNo, deviceId });
    const consent = { employerId, version: '2026-11' };
    const asked = [
      reportBooth('device-d3'),
      recruiter.call('cards.snapshot', on('device-d3')),
      recruiter.call('cards.atBooth', on('device-d3')),
      recruiter.call('cards.find', { ...on('device-d3'), number }),
      recruiter.call('cards.leaveFor', { ...on('device-d3'), number, agreed: true, consent }),
      recruiter.call('cards.answer', { ...on('device-d3'), number, answer: 'want', nonce: 'nonce-booth-01' }),
    ];
    expect(await Promise.all(asked.map(async (one) => (await refusalOf(one)).code))).toEqual(asked.map(() => 'device_revoked'));
    expect(await recruiter.call('cards.find', { ...on('device-d4'), number })).toMatchObject({ card: { name: '罗小凤' } });
  });

  test('that is revoked loses nothing: the host sees that something came, not whom or what, and takes it', async () => {
    const { number, mine } = await aCard(802);
    const device = aBoothDevice(recruiter, place, 'device-d5');
    await reportBooth('device-d5');
    await revoke('device-d5');
    const actions = [device.look({ number }), device.answer({ number }, 'want', { note: '周一八点来', happenedAt: at('04:00:00') })];
    for (const _ of [1, 2]) expect((await refusalOf(device.send(...actions))).code).toBe('device_revoked');
    expect(await listed('device-d5')).toMatchObject({ held: 2, revokedAt: noon });
    const one = { fairId, deviceId: 'device-d5' };
    const { items } = await organizer.call('attendance.held', one);
    expect(items).toMatchObject([{ kind: 'look' }, { kind: 'answer', number }]);
    expect(JSON.stringify(items)).not.toMatch(/周一|want|罗小凤/);
    const taken = await organizer.call('cards.settleHeld', { ...one, isTaken: true, nonces: items.map(({ nonce }) => nonce) });
    expect(taken.items.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(await mine()).toMatchObject({ answer: 'want', note: '周一八点来', answeredAt: at('04:00:00') });
    expect(await listed('device-d5')).toMatchObject({ held: 0 });
  });

  test('may be given back and sends it itself; another may bring it; it may be dropped', async () => {
    const { number, mine } = await aCard(803);
    const [device, other] = [aBoothDevice(recruiter, place, 'device-d6'), aBoothDevice(recruiter, place, 'device-d7')];
    await reportBooth('device-d6');
    await revoke('device-d6');
    const [brought, dropped, sent] = [device.look({ number }), device.answer({ number }, 'no'), device.answer({ number }, 'talk')];
    await refusalOf(device.send(brought, dropped, sent));
    expect(await other.bring('device-d6', brought)).toMatchObject([{ outcome: 'done' }]);
    await organizer.call('cards.settleHeld', { fairId, deviceId: 'device-d6', isTaken: false, nonces: [dropped.nonce] });
    await organizer.call('devices.restore', { fairId, deviceId: 'device-d6' });
    expect(await device.send(sent)).toMatchObject([{ outcome: 'done', answer: 'talk' }]);
    expect(await mine()).toMatchObject({ answer: 'talk' });
  });

  test('takes no place in the list of a gate’s device at work', async () => {
    await report('device-d9', { people: 7 });
    await reportBooth('device-d9');
    expect(await listed('device-d9')).toMatchObject({ kind: 'gate', people: 7 });
    world.clock.now = at('04:31:00');
    await reportBooth('device-d9');
    expect(await listed('device-d9')).toMatchObject({ kind: 'booth' });
  });
});

describe('a screen with the changing code', () => {
  const key = (deviceId: string) => organizer.call('fairs.screenKey', { fairId, deviceId, gate: '西门' });
  test('is a device among the others, and gets no key any more once it is revoked', async () => {
    expect((await key('device-s1')).key).toMatch(/^[\w-]{40,}$/);
    expect(await listed('device-s1')).toMatchObject({ kind: 'gate', gate: '西门', screenAt: noon });
    await organizer.call('devices.revoke', { fairId, deviceId: 'device-s1', reason: '手机丢了' });
    expect((await refusalOf(key('device-s1'))).code).toBe('device_revoked');
    await organizer.call('devices.restore', { fairId, deviceId: 'device-s1' });
    expect(await key('device-s1')).toMatchObject({ now: noon });
  });
});

test('another county’s devices are seen, revoked and heard by nobody else', async () => {
  await report('device-c1');
  const stranger = actingAs(world, { workerId: 'stranger0001' as WorkerId, role: 'organizer', scope: '530602' });
  const one = { fairId, deviceId: 'device-c1' };
  const asked = [
    stranger.call('devices.list', { fairId }),
    stranger.call('devices.report', { ...one, ...said }),
    stranger.call('devices.revoke', { ...one, reason: '丢了' }),
    stranger.call('devices.restore', one),
    stranger.call('attendance.held', one),
    stranger.call('attendance.settleHeld', { ...one, isTaken: true, nonces: ['nonce-000001'] }),
    stranger.call('cards.settleHeld', { ...one, isTaken: true, nonces: ['nonce-000001'] }),
  ];
  expect(await Promise.all(asked.map(async (call) => (await refusalOf(call)).code))).toEqual(asked.map(() => 'not_allowed'));
});
