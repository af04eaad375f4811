import { expect, test } from 'vitest';
import { leaksIn } from '../logs/leaks.ts';

const line = (more: object): string =>
  JSON.stringify({ requestId: 'f95ae722-30f3-41d8-be6d-bf4de40bc1fa', route: 'cards.answer', status: 200, millis: 1762, units: { reads: 10.5 }, ...more });

test.each([
  ['a name', { message: 'expected 杨桂兰' }],
  ['a phone', { message: 'bad phone 12066600001' }],
  ['a phone with its country', { phone: '+8613800138000' }],
  ['a resident id', { id: '53032419900101123X' }],
  ['a token', { headers: 'Bearer abc' }],
  ['a token by itself', { sent: 'eyJ3Ijoid29ya2VyMDAwMSJ9.c2lnbmF0dXJl' }],
])('a log line with %s is a leak', (_, more) => expect(leaksIn(line(more))).not.toEqual([]));
test('an ordinary log line is none', () =>
  expect(
    leaksIn(line({ audit: { hash: `${'a'.repeat(20)}eyJ4lkOItpHwb2${'13800138000'.repeat(4)}` }, sequence: '000000000000000000642', at: 1_795_229_598_120 })),
  ).toEqual([]));
test('nor is the hash of an audit block that begins as a token does', () =>
  expect(leaksIn(line({ audit: { region: '530324', block: 15, hash: 'eyJmvBaAHqlKXMeHA_Q2vJfTrVcCd3BfkVRwB6VUS4M' } }))).toEqual([]));
