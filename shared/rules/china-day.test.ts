import { describe, expect, test } from 'vitest';
import { atChinaTime, chinaDay, chinaHalfHour, chinaTime, dayAfter, daysBetween, monthDay, weekday } from './china-day.ts';

describe('the China day', () => {
  test.each([
    ['2026-02-06T15:59:59.999Z', '2026-02-06'],
    ['2026-02-06T16:00:00.000Z', '2026-02-07'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('of %s is %s', (at, day) => expect(chinaDay(at)).toBe(day));

  test('has clock times as people write them', () => {
    expect(chinaTime('2026-02-07T01:05:00.000Z')).toBe('9:05');
    expect(chinaTime('2026-02-07T16:00:00.000Z')).toBe('0:00');
  });
  test.each([
    ['2026-02-07T01:29:59.999Z', '09:00'],
    ['2026-02-07T01:30:00.000Z', '09:30'],
    ['2026-02-07T16:00:00.000Z', '00:00'],
  ])('puts %s into the half hour %s', (at, from) => expect(chinaHalfHour(at)).toBe(from));
  test('is named by month, day and weekday', () => {
    expect(monthDay('2026-02-06T16:00:00.000Z')).toBe('2月7日');
    expect(weekday('2026-02-06T16:00:00.000Z')).toBe('周六');
    expect(weekday('2026-02-06T15:59:00.000Z')).toBe('周五');
  });
  test('and a clock time make an instant', () => {
    expect(atChinaTime('2026-02-07', '09:00')).toBe('2026-02-07T01:00:00.000Z');
    expect(atChinaTime('2026-02-07', '7:30')).toBe('2026-02-06T23:30:00.000Z');
  });
  test('is counted on and back over months and leap years', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-31', '2026-03-01')).toBe(29);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
});
