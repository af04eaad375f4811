import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { describe, expect, test } from 'vitest';
import { type CheckInRecord, gateScanned, heardElsewhere, requireUndoable, seenCheckIn } from './rules.ts';

const fairId = 'fair00001' as FairId;

describe('what was scanned at a gate', () => {
  test('is the gate of a fair', () => {
    expect(gateScanned({ kind: 'gate', fairId, index: 1 }, undefined)).toMatchObject({ fairId, index: 1 });
    expect(gateScanned({ kind: 'gate', fairId, index: 1 }, fairId)).toMatchObject({ fairId, index: 1 });
  });
  test('is refused when it is the gate of another fair', () => {
    expect(() => gateScanned({ kind: 'gate', fairId, index: 0 }, 'fair00002' as FairId)).toThrow('wrong_fair');
  });
  test.each([
    { kind: 'booth', fairId, index: 3 },
    { kind: 'strip', fairId, index: 3 },
    { kind: 'person', workerId: 'worker000001' as WorkerId },
    { kind: 'desk', deskId: 'desk00000001' },
  ] as const)('is refused when it is the code of a $kind', (scanned) => expect(() => gateScanned(scanned, fairId)).toThrow('code_not_here'));
});

describe('a yes said aloud at the gate to being seen elsewhere', () => {
  const pairings = [{ shanghaiRegion: '310113', partnerRegion: '530300' }];
  const home = { regionCode: '530324', town: '板桥镇' };
  const elsewhere = { version: '2026-11', receivers: ['宝山区人社局', '上海市人社局'] };
  test('names the bureaus that were read out', () => {
    expect(heardElsewhere({ home, elsewhere }, pairings)).toEqual({
      regions: ['310113', '310000'],
      receiver: '宝山区人社局、上海市人社局',
      version: '2026-11',
    });
  });
  test('reaches no bureau that was not read out, and none that is not paired with the home', () => {
    expect(heardElsewhere({ home, elsewhere: { ...elsewhere, receivers: ['上海市人社局', '徐汇区人社局'] } }, pairings)?.regions).toEqual(['310000']);
    expect(heardElsewhere({ home: { ...home, regionCode: '430000' }, elsewhere }, pairings)).toBeUndefined();
  });
  test.each([
    ['nobody said it', { home }],
    ['no home was told', { elsewhere }],
    ['a relative answers', { home, elsewhere, proxy: { name: '罗小妹', relation: '儿女' } }],
  ])('is none where %s', (_, said) => expect(heardElsewhere(said, pairings)).toBeUndefined());
});

describe('taking a check-in back', () => {
  const record: CheckInRecord = {
    fairId,
    workerId: 'worker000001' as WorkerId,
    number: 1,
    at: '2026-02-07T03:00:00.000Z',
    arrivedAt: '2026-02-07T04:00:00.000Z',
    gate: '东门',
    via: 'staff_scan',
    deviceId: 'device-1',
  };
  test('works for 15 minutes from when the server heard of it', () => {
    expect(() => requireUndoable(record, { deviceId: 'device-1', at: '2026-02-07T04:15:00.000Z' })).not.toThrow();
    expect(() => requireUndoable(record, { deviceId: 'device-1', at: '2026-02-07T04:15:00.001Z' })).toThrow('undo_too_late');
  });
  test('of a device without network is judged between the two moments on that device', () => {
    expect(() => requireUndoable(record, { deviceId: 'device-1', at: '2026-02-07T03:15:00.000Z' }, record.at)).not.toThrow();
    expect(() => requireUndoable(record, { deviceId: 'device-1', at: '2026-02-07T03:15:00.001Z' }, record.at)).toThrow('undo_too_late');
  });
  test('works on no other device', () =>
    expect(() => requireUndoable(record, { deviceId: 'device-2', at: '2026-02-07T04:01:00.000Z' })).toThrow('undo_other_device'));
});

test('a check-in is late when the server heard of it later', () => {
  const record = { fairId, workerId: 'worker000001' as WorkerId, number: 1, gate: '东门', via: 'own_scan' as const, deviceId: 'device-1' };
  const at = '2026-02-07T03:00:00.000Z';
  expect(seenCheckIn({ ...record, at, arrivedAt: '2026-02-07T04:00:00.000Z' })).toMatchObject({ late: true });
  expect(seenCheckIn({ ...record, at, arrivedAt: at })).not.toHaveProperty('late');
});
