import { describe, expect, test } from 'vitest';
import { isOffered, lookingState } from './still-looking.ts';

const saidAt = '2026-02-07T04:00:00.000Z';

describe('somebody who said on the 7th of February that they look', () => {
  test.each([
    ['2026-05-08T03:59:59.999Z', 'looking', true],
    ['2026-05-08T04:00:00.000Z', 'asked', true],
    ['2026-06-07T03:59:59.999Z', 'asked', true],
    ['2026-06-07T04:00:00.000Z', 'grey', false],
  ])('at %s is %s', (now, state, offered) => {
    expect([lookingState({ is: true, saidAt }, now), isOffered({ is: true, saidAt }, now)]).toEqual([state, offered]);
  });
});
test('who said no is not offered, at any time', () => {
  expect([lookingState({ is: false, saidAt }, saidAt), isOffered({ is: false, saidAt }, saidAt)]).toEqual(['stopped', false]);
});
test('who never said anything is not asked', () => expect(lookingState(undefined, '2030-01-01T00:00:00.000Z')).toBe('looking'));
