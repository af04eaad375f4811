import { expect, test } from 'vitest';
import { minimumWageAt } from './wages.ts';

test.each([
  ['310113', '2023-06-30', undefined],
  ['310113', '2023-07-01', 269_000],
  ['310113', '2025-06-30', 269_000],
  ['310113', '2025-07-01', 274_000],
  ['310000', '2030-01-01', 274_000],
  ['530324', '2026-02-07', undefined],
])('the monthly minimum wage in %s on %s is %s fen', (region, day, fen) => expect(minimumWageAt(region, day)?.monthFen).toBe(fen));

test('an hour pays its own minimum', () => {
  expect(minimumWageAt('310113', '2025-06-30')?.hourFen).toBe(2_400);
  expect(minimumWageAt('310113', '2025-07-01')?.hourFen).toBe(2_500);
});
