import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { actingAs, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let organizer: Actor;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  ({ fairId } = open.fair);
  organizer = lasting(world, open.organizer);
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
    expect(await listed('device-a1')).toEqual({ ...said, deviceId: 'device-a1', queue: 4, people: 3, seenAt: noon, held: 0 });
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

  test('must be known', async () => {
    expect((await refusalOf(organizer.call('devices.revoke', { fairId, deviceId: 'device-none', reason: '丢了' }))).code).toBe('not_found');
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
  ];
  expect(await Promise.all(asked.map(async (call) => (await refusalOf(call)).code))).toEqual(asked.map(() => 'not_allowed'));
});
