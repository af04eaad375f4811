import { describe, expect, test } from 'vitest';
import { isQuiet, mostTries, nextTryAt, spread, verdictOn, whenSendable } from './rules/sending.ts';

const at = (china: string): string => new Date(`${china}:00+08:00`).toISOString();
const minutesTo = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

describe('between 21:00 and 8:00 of China', () => {
  test.each([
    ['2026-02-07T20:59', false],
    ['2026-02-07T21:00', true],
    ['2026-02-07T23:59', true],
    ['2026-02-08T00:00', true],
    ['2026-02-08T07:59', true],
    ['2026-02-08T08:00', false],
  ])('%s is quiet: %s', (china, quiet) => expect(isQuiet(at(china))).toBe(quiet));

  test.each(['2026-02-07T21:00', '2026-02-08T03:00'])('a message of %s waits for the eighth hour, and not all of them for the same second', (china) => {
    const due = Array.from({ length: 50 }, (_, i) => whenSendable(at(china), `id${i}`));
    expect(due.every((one) => one >= at('2026-02-08T08:00') && one < at('2026-02-08T08:10'))).toBe(true);
    expect(new Set(due).size).toBeGreaterThan(45);
  });
});

test('the spread is even enough', () => {
  const all = Array.from({ length: 1000 }, (_, i) => spread(`message#${i}`));
  expect(Math.min(...all)).toBeLessThan(0.02);
  expect(Math.max(...all)).toBeGreaterThan(0.98);
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
});

describe('what WeChat says', () => {
  const noon = at('2026-02-07T12:00');
  const one = { tries: 1, id: 'a' };
  test('sent and refused are final', () => {
    expect(verdictOn({ said: 'sent' }, one, noon)).toEqual({ state: 'sent' });
    expect(verdictOn({ said: 'refused' }, one, noon)).toEqual({ state: 'refused' });
  });
  test('nothing at all is final too: it may have been sent', () => expect(verdictOn({ said: 'unsure' }, one, noon)).toEqual({ state: 'unsure' }));
  test('busy waits longer each time, never the same for all', () => {
    const waits = [1, 2, 3, 4, 5].map((tries) => minutesTo(noon, nextTryAt(noon, tries, 'a')));
    waits.forEach((wait, i) => {
      expect(wait).toBeGreaterThanOrEqual(2 ** (i + 1));
      expect(wait).toBeLessThanOrEqual(2 ** (i + 2));
    });
    expect(nextTryAt(noon, 1, 'a')).not.toBe(nextTryAt(noon, 1, 'b'));
  });
  test('busy for the last time lays it aside with the reason', () => {
    expect(verdictOn({ said: 'busy', reason: '45011' }, { tries: mostTries, id: 'a' }, noon)).toEqual({ state: 'dead', reason: '45011' });
  });
  test('a used-up day waits for the next one, past its quiet hours', () => {
    expect(verdictOn({ said: 'tomorrow' }, one, noon)).toMatchObject({ state: 'waiting', dueAt: expect.stringMatching(/^2026-02-08T00:0\d/) });
  });
  test('a mistake of ours is laid aside at once', () => {
    expect(verdictOn({ said: 'fault', reason: '47003' }, one, noon)).toEqual({ state: 'dead', reason: '47003' });
  });
  test('a retry that would fall into the quiet hours waits for the morning', () => {
    expect(nextTryAt(at('2026-02-07T20:59'), 1, 'a') >= at('2026-02-08T08:00')).toBe(true);
  });
});
