import { describe, expect, test } from 'vitest';
import { fairCan, type fairStatuses, gateStateAt, isOnline, spokenNumber } from './fairs.ts';

const fair = (status: (typeof fairStatuses)[number]) => ({ status, opensAt: '2026-02-07T01:00:00.000Z', closesAt: '2026-02-07T07:00:00.000Z' });

describe('the gate', () => {
  test.each([
    ['draft', '2026-02-07T04:00:00.000Z', 'unpublished'],
    ['published', '2026-02-07T00:59:59.999Z', 'early'],
    ['published', '2026-02-07T01:00:00.000Z', 'open'],
    ['published', '2026-02-07T07:00:00.000Z', 'open'],
    ['published', '2026-02-07T07:00:00.001Z', 'over'],
    ['closed', '2026-02-07T04:00:00.000Z', 'closed'],
  ] as const)('of a %s fair at %s is %s', (status, now, state) => expect(gateStateAt(fair(status), now)).toBe(state));
});

test.each([
  ['draft', { change: true, publish: true, close: false }],
  ['published', { change: true, publish: false, close: true }],
  ['closed', { change: false, publish: false, close: false }],
] as const)('what one can do with a %s fair', (status, can) => {
  expect({ change: fairCan.change({ status }), publish: fairCan.publish({ status }), close: fairCan.close({ status }) }).toEqual(can);
});

test('only cloud and live-stream fairs are online', () => {
  expect((['onsite', 'cloud', 'live_stream', 'campus', 'township_tour', 'stationed', 'group_hiring'] as const).filter(isOnline)).toEqual([
    'cloud',
    'live_stream',
  ]);
});

test('a number is said in four digits', () => expect([7, 12, 9999].map(spokenNumber)).toEqual(['0007', '0012', '9999']));
