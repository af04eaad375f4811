import { residentIdCheckDigit } from '@shanhai/shared/rules/resident-id.ts';
import { describe, expect, test } from 'vitest';
import { youngUntil } from './age.ts';

const idOf = (born: string): string => {
  const first17 = `530324${born.replaceAll('-', '')}123`;
  return first17 + residentIdCheckDigit(first17);
};

describe('a resident id, on 2026-02-07,', () => {
  const today = '2026-02-07';
  test('of somebody of age marks nothing', () => expect(youngUntil(idOf('2008-02-07'), today)).toBeUndefined());
  test('of somebody of 17 marks the day they turn 18', () => expect(youngUntil(idOf('2008-02-08'), today)).toBe('2026-02-08'));
  test('of somebody who turns 16 today is taken', () => expect(youngUntil(idOf('2010-02-07'), today)).toBe('2028-02-07'));
  test('of somebody a day younger is refused', () => expect(() => youngUntil(idOf('2010-02-08'), today)).toThrow('worker_under_age'));
  test.each(['', '530324199003074210', idOf('2030-01-01')])('%j is refused at its field', (id) => expect(() => youngUntil(id, today)).toThrow('invalid_input'));
});
