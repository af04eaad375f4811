import { describe, expect, test } from 'vitest';
import { jobCan, jobStatuses, payParts, sumsOf, takeHomeFen } from './jobs.ts';

test('what one takes home is base and extras less what is taken off', () => {
  expect(takeHomeFen({ wagePeriod: 'month', baseWageFen: 520_000, overtimeFen: 149_400, allowanceFen: 30_000, deductionFen: 101_900 })).toBe(597_500);
  expect(takeHomeFen({ wagePeriod: 'hour', baseWageFen: 2_500, overtimeFen: 0, allowanceFen: 0, deductionFen: 0 })).toBe(435_000);
});

describe('the lines of a month', () => {
  const pay = { wagePeriod: 'month' as const, baseWageFen: 520_000, overtimeFen: 0, allowanceFen: 0, deductionFen: 0 };
  test('name every allowance and every deduction, and add up to what one takes home', () => {
    const whole = {
      ...pay,
      overtimeFen: 107_600,
      overtimeHours: 24,
      allowances: [{ words: '全勤奖', fen: 30_000 }],
      deductions: { dormFen: 10_000, mealsFen: 0, insuranceFen: 78_300 },
    };
    expect(payParts(whole)).toEqual([
      { what: '基本工资', fen: 520_000 },
      { what: '平常加班 24 小时', fen: 107_600 },
      { what: '全勤奖', fen: 30_000 },
      { what: '住宿水电', fen: -10_000 },
      { what: '社保（自己交的）', fen: -78_300 },
    ]);
    expect(takeHomeFen(whole)).toBe(569_300);
    expect(sumsOf(whole)).toEqual({ allowanceFen: 30_000, deductionFen: 88_300 });
  });
  test('of an old post are its totals', () => {
    expect(payParts({ ...pay, allowanceFen: 20_000, deductionFen: 5_000 }).map(({ fen }) => fen)).toEqual([520_000, 20_000, -5_000]);
    expect(sumsOf({ ...pay, allowanceFen: 20_000, deductionFen: 5_000 })).toEqual({ allowanceFen: 20_000, deductionFen: 5_000 });
  });
  test.each([
    ['by the piece', { wagePeriod: 'piece' as const, baseWageFen: 200_000, piece: { unit: '件', rateFen: 25, pieces: 16_000 } }, 600_000],
    ['by the day of a full month', { wagePeriod: 'day' as const, baseWageFen: 20_000 }, 435_000],
    ['by the day of a few days', { wagePeriod: 'day' as const, baseWageFen: 20_000, usualDays: 12 }, 240_000],
    ['by the hour of short days', { wagePeriod: 'hour' as const, baseWageFen: 3_000, usualDays: 20, shifts: { hours: 4 } }, 240_000],
  ])('reckon %s', (_, over, fen) => expect(takeHomeFen({ ...pay, ...over })).toBe(fen));
});

test('states say what can be done with an opening', () => {
  const can = (verb: keyof typeof jobCan) => jobStatuses.filter((status) => jobCan[verb]({ status }));
  expect({ change: can('change'), publish: can('publish'), pause: can('pause'), close: can('close') }).toEqual({
    change: ['draft', 'open', 'paused'],
    publish: ['draft', 'paused'],
    pause: ['open'],
    close: ['draft', 'open', 'paused'],
  });
});
