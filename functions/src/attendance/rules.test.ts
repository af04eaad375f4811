import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { describe, expect, test } from 'vitest';
import { type CheckInRecord, gateRefusal, gateScanned, isPrinted, requireUndoable } from './rules.ts';

const fairId = 'fair00001' as FairId;
const fair = { status: 'published' as const, opensAt: '2026-02-07T01:00:00.000Z', closesAt: '2026-02-07T07:00:00.000Z' };

describe('why nobody is let in', () => {
  test('is nothing while the fair is open', () => expect(gateRefusal(fair, '2026-02-07T04:00:00.000Z')).toBeUndefined());
  test('says the clock on the same day and the day on another', () => {
    expect(gateRefusal(fair, '2026-02-07T00:30:00.000Z')).toEqual({ code: 'fair_not_open_yet', detail: { opens: '9:00' } });
    expect(gateRefusal(fair, '2026-02-05T04:00:00.000Z')).toEqual({ code: 'fair_not_open_yet', detail: { opens: '2月7日 9:00' } });
    expect(gateRefusal(fair, '2026-02-07T08:00:00.000Z')).toEqual({ code: 'fair_over', detail: { closes: '15:00' } });
  });
  test('is its own sentence for a draft and for a closed fair', () => {
    expect(gateRefusal({ ...fair, status: 'draft' }, '2026-02-07T04:00:00.000Z')?.code).toBe('fair_not_published');
    expect(gateRefusal({ ...fair, status: 'closed' }, '2026-02-07T04:00:00.000Z')?.code).toBe('fair_closed');
  });
});

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
    expect(() => requireUndoable(record, 'device-1', '2026-02-07T04:15:00.000Z')).not.toThrow();
    expect(() => requireUndoable(record, 'device-1', '2026-02-07T04:15:00.001Z')).toThrow('undo_too_late');
  });
  test('works on no other device', () => expect(() => requireUndoable(record, 'device-2', '2026-02-07T04:01:00.000Z')).toThrow('undo_other_device'));
});

test('a number is printed when any batch of strips holds it', () => {
  const strips = [
    { from: 11, to: 20 },
    { from: 41, to: 50 },
  ];
  expect([10, 11, 20, 21, 40, 41, 50, 51].filter((n) => isPrinted({ strips }, n))).toEqual([11, 20, 41, 50]);
});
