import { describe, expect, test } from 'vitest';
import { countMarks, evidenceOf, findingOf, joinedEvidence, ownEvidence, untoldOf, wordsOfEvidence } from './evidence.ts';

const fresh = { by: 'rotating', step: 9, match: 'fresh' } as const;
const screen = { code: 'rotating', confirmsAtGate: false } as const;

describe('an own scan', () => {
  test('of the poster is enough where nothing more is asked', () => {
    expect(ownEvidence(undefined, { by: 'printed' }, undefined, false)).toEqual({ by: 'printed' });
  });
  test('of the poster waits for the gate where a screen shows the code', () => {
    expect(ownEvidence(screen, { by: 'printed' }, undefined, false)).toEqual({ by: 'printed', gate: 'waiting' });
    expect(ownEvidence(screen, fresh, undefined, false)).toEqual(fresh);
  });
  test('waits for the gate wherever the fair wants it so', () => {
    expect(ownEvidence({ ...screen, confirmsAtGate: true }, fresh, undefined, true)).toEqual({ ...fresh, gate: 'waiting', isLate: true });
  });
  test('keeps what the phone says of its place only where it was asked, and no answer is unknown', () => {
    const asked = { ...screen, place: { east: 104.3, north: 24.9, radiusKm: 5 } };
    expect(ownEvidence(asked, fresh, 'outside', false)).toMatchObject({ place: 'outside' });
    expect(ownEvidence(asked, fresh, undefined, false)).toMatchObject({ place: 'unknown' });
    expect(ownEvidence(screen, fresh, 'within', false)).not.toHaveProperty('place');
  });
});

test('of whom it is not known how they came in is told apart, and nobody is counted for a place or a gate', () => {
  const counted = countMarks([{ by: 'printed', place: 'within', isLate: true }, { by: 'walk_in' }, { ...fresh, gate: 'confirmed' }]).map(([mark, count]) => ({
    mark,
    count,
  }));
  expect([untoldOf(counted, 5), untoldOf(counted, 3), untoldOf([], 4)]).toEqual([2, 0, 4]);
});

describe('one person seen twice', () => {
  const own = { by: 'printed', gate: 'waiting' } as const;
  test.each([
    [own, { by: 'gate_scan', isLate: true }],
    [{ by: 'gate_scan' }, own],
    [own, { ...own, gate: 'confirmed' }],
  ] as const)('is confirmed when the gate was one of the two', (first, second) => {
    expect(joinedEvidence(first, second)).toEqual({ by: 'printed', gate: 'confirmed' });
  });
  test('by the gate alone keeps the first', () => {
    expect(joinedEvidence({ by: 'walk_in' }, { by: 'gate_scan' })).toEqual({ by: 'walk_in' });
  });
  test('by the own phone alone stays waiting', () => expect(joinedEvidence(fresh, own)).toEqual(fresh));
});

describe('evidence in words and figures', () => {
  test('says each mark', () => {
    expect(wordsOfEvidence({ ...fresh, match: 'slow', place: 'unknown', gate: 'waiting', isLate: true })).toBe(
      '扫屏幕上的码，点得慢、没说在哪里、到门口再确认、没网时记下',
    );
  });
  test('is counted under every mark, and a mark nobody has is left out', () => {
    expect(countMarks([fresh, { ...fresh, match: 'late' }, { by: 'gate_scan', isLate: true }])).toEqual([
      ['rotating', 1],
      ['rotating_late', 1],
      ['gate_scan', 1],
      ['late', 1],
    ]);
  });
  test('of an older check-in is what can be known of it', () => {
    const at = '2026-02-07T03:00:00.000Z';
    expect(evidenceOf({ via: 'own_scan', at, arrivedAt: at })).toEqual({ by: 'printed' });
    expect(evidenceOf({ via: 'staff_scan', at, arrivedAt: '2026-02-07T03:10:00.000Z' })).toEqual({ by: 'gate_scan', isLate: true });
  });
});

describe('what a phone says of where it is', () => {
  const fair = { east: 104.31, north: 24.88, radiusKm: 5 };
  test('is near up to the distance the fair gives, and nothing else', () => {
    expect(findingOf(fair, fair)).toBe('within');
    expect(findingOf(fair, { east: 104.31, north: 24.92 })).toBe('within');
    expect(findingOf(fair, { east: 104.31, north: 24.93 })).toBe('outside');
    expect(findingOf(fair, { east: 121.49, north: 31.4 })).toBe('outside');
  });
});
