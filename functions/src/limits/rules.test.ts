import { waitWords } from '@shanhai/shared/rules/limits.ts';
import { describe, expect, test } from 'vitest';
import { type Bucket, takeToken, windowOf } from './rules.ts';

describe('a bucket', () => {
  const limit = { most: 3, minutes: 1 };
  const takeMany = (times: number, at: number, from?: Bucket) => {
    let [bucket, waits] = [from, [] as number[]];
    for (let i = 0; i < times; i++) {
      const taken = takeToken(bucket, limit, at);
      [bucket, waits] = [taken.bucket, [...waits, taken.wait]];
    }
    return { bucket, waits };
  };
  test('lets as many through as it holds and says how long the next one waits', () => expect(takeMany(4, 0).waits).toEqual([0, 0, 0, 20]));
  test('fills evenly again', () => expect(takeMany(2, 20_000, takeMany(3, 0).bucket).waits).toEqual([0, 20]));
  test('never holds more than its measure', () => expect(takeMany(4, 86_400_000, takeMany(3, 0).bucket).waits).toEqual([0, 0, 0, 20]));
});

test('a count ends with its hour', () => {
  const at = Date.parse('2026-02-07T04:10:00.000Z');
  expect(windowOf(at, 60)).toMatchObject({ wait: 3000 });
  expect(windowOf(at + 3_000_000, 60).window).toBe(windowOf(at, 60).window + 1);
});

test.each([
  [20, '20 秒'],
  [3000, '50 分钟'],
  [40_000, '12 小时'],
])('%i seconds are said as %s', (seconds, words) => expect(waitWords(seconds)).toBe(words));

test('a clock that is set back by half a year makes nobody wait', () => {
  const limit = { most: 10, minutes: 60 };
  const { bucket } = takeToken(undefined, limit, 2e12);
  expect(takeToken(bucket, limit, 2e12 - 180 * 86_400_000).wait).toBe(0);
});
