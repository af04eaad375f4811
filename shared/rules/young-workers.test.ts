import { expect, test } from 'vitest';
import { demands } from './job-terms.ts';
import { hazards, hazardsOf, hazardWords, isHazardousFor, isYoungOn, ownHazards } from './young-workers.ts';

const young = { youngUntilOn: '2026-02-07' };

test('somebody is young until the day they turn 18', () => {
  expect([isYoungOn(young, '2026-02-06'), isYoungOn(young, '2026-02-07'), isYoungOn({}, '2026-02-06')]).toEqual([true, false, false]);
});
test('hazardous work is kept from the young only, and harmless work from nobody', () => {
  const height = { demands: ['height'] as const, hazards: [] };
  const boiler = { demands: [], hazards: ['boiler'] as const };
  expect(isHazardousFor(young, height, '2026-02-06')).toBe(true);
  expect(isHazardousFor(young, boiler, '2026-02-06')).toBe(true);
  expect(isHazardousFor(young, height, '2026-02-07')).toBe(false);
  expect(isHazardousFor(young, { demands: ['standing', 'night', 'noise'], hazards: [] }, '2026-02-06')).toBe(false);
  expect(isHazardousFor({}, boiler, '2026-02-06')).toBe(false);
});
test.each([
  ['KTV 服务员', '送酒水', true],
  ['服务员', '在酒吧收银', true],
  ['餐厅服务员', '点菜、上菜，收拾桌子', false],
])('%s, %s: kept from the young as a place of entertainment: %s', (title, duties, isKept) => {
  expect(isHazardousFor(young, { demands: [], hazards: [], title, duties }, '2026-02-06')).toBe(isKept);
});
test('every hazard of the law can be told: by a demand of the work, or by itself', () => {
  const told = demands.flatMap((demand) => hazardsOf({ demands: [demand], hazards: [] }));
  expect([...new Set([...told, ...ownHazards])].sort()).toEqual([...hazards].sort());
});
test('every hazard has its words and its article', () => {
  expect(hazards.every((h) => hazardWords[h].words && hazardWords[h].article.startsWith('第三条'))).toBe(true);
});
