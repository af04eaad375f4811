import { describe, expect, test } from 'vitest';
import { firstPayOn, type Living, type OwnCosts, reckon } from './take-home.ts';

const job: Living = {
  wagePeriod: 'month',
  baseWageFen: 520_000,
  overtimeFen: 107_600,
  overtimeHours: 24,
  allowanceFen: 0,
  deductionFen: 78_300,
  payRhythm: 'month',
  payDay: 15,
  hasDorm: true,
  meals: 'two',
};
const costs: OwnCosts = { startOn: '2026-02-10', travelFen: 35_000, mealDayFen: 3_000, rentFen: 80_000, thingsFen: 20_000 };

describe('the first pay comes', () => {
  test.each([
    ['2026-02-10', { payRhythm: 'month', payDay: 15 }, '2026-03-15'],
    ['2026-12-31', { payRhythm: 'month', payDay: 5 }, '2027-01-05'],
    ['2026-01-20', { payRhythm: 'month', payDay: 31 }, '2026-02-28'],
    ['2028-01-20', { payRhythm: 'month', payDay: 30 }, '2028-02-29'],
    ['2026-02-10', { payRhythm: 'half_month', payDay: 15 }, '2026-02-25'],
    ['2026-02-27', { payRhythm: 'week', payDay: 15 }, '2026-03-06'],
    ['2026-02-28', { payRhythm: 'day', payDay: 15 }, '2026-03-01'],
  ] as const)('for work from %s on, paid %j, on %s', (startOn, rhythm, on) => expect(firstPayOn(startOn, rhythm)).toBe(on));
});

describe('what one needs until then', () => {
  test('is travel, the own meals of those days and a few things; a bed that is given costs nothing', () => {
    const reckoned = reckon(job, costs);
    expect(reckoned).toMatchObject({ days: 33, firstPayOn: '2026-03-15', takeHomeFen: 549_300 });
    expect(reckoned.needs).toEqual([
      { what: '路费', fen: 35_000 },
      { what: '自己吃 33 天', fen: 33_000 },
      { what: '住，单位包', fen: 0 },
      { what: '被褥和日用', fen: 20_000 },
      { what: '押金（谁都不许收）', fen: 0 },
    ]);
    expect(reckoned.needFen).toBe(88_000);
  });
  test('is more without bed and board: rent by the month begun', () =>
    expect(reckon({ ...job, hasDorm: false, meals: 'none' }, costs).needs.slice(1, 3)).toEqual([
      { what: '自己吃 33 天', fen: 99_000 },
      { what: '租房 2 个月', fen: 160_000 },
    ]));
  test('never holds a deposit', () => expect(reckon(job, costs).needs.find(({ what }) => what.startsWith('押金'))?.fen).toBe(0));
  test('is in whole 分, whatever the days', () => {
    for (const mealDayFen of [1_001, 2_999]) expect(Number.isInteger(reckon({ ...job, meals: 'one' }, { ...costs, mealDayFen }).needFen)).toBe(true);
  });
});

describe('what comes in', () => {
  test('the first time is the part of the month that was worked', () => {
    expect(reckon(job, { ...costs, startOn: '2026-02-01' }).firstPayFen).toBe(549_300);
    expect(reckon(job, { ...costs, startOn: '2026-02-15' }).firstPayFen).toBe(274_650);
    expect(reckon({ ...job, payRhythm: 'half_month' }, costs).firstPayFen).toBe(274_650);
  });
  test('by the hour counts overtime hours in', () => {
    expect(reckon(job, costs).hourFen).toBe(2_774);
    const gig = {
      ...job,
      wagePeriod: 'hour' as const,
      baseWageFen: 3_000,
      usualDays: 20,
      shifts: { hours: 4 },
      overtimeFen: 0,
      overtimeHours: 0,
      deductionFen: 0,
    };
    expect(reckon(gig, costs)).toMatchObject({ takeHomeFen: 240_000, hourFen: 3_000 });
  });
});
