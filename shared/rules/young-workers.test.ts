import { expect, test } from 'vitest';
import { hazards, hazardWords, isHazardousFor, isYoungOn } from './young-workers.ts';

const young = { youngUntilOn: '2026-02-07' };

test('somebody is young until the day they turn 18', () => {
  expect([isYoungOn(young, '2026-02-06'), isYoungOn(young, '2026-02-07'), isYoungOn({}, '2026-02-06')]).toEqual([true, false, false]);
});
test('hazardous work is kept from the young only, and harmless work from nobody', () => {
  expect(isHazardousFor(young, { hazards: ['height'] }, '2026-02-06')).toBe(true);
  expect(isHazardousFor(young, { hazards: ['height'] }, '2026-02-07')).toBe(false);
  expect(isHazardousFor(young, { hazards: [] }, '2026-02-06')).toBe(false);
  expect(isHazardousFor(young, {}, '2026-02-06')).toBe(false);
  expect(isHazardousFor({}, { hazards: ['height'] }, '2026-02-06')).toBe(false);
});
test('every hazard has its words and its article', () => {
  expect(hazards.every((h) => hazardWords[h].words && hazardWords[h].article.startsWith('第三条'))).toBe(true);
});
