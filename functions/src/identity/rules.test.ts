import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { describe, expect, test } from 'vitest';
import { confirmDesk, type Desk, minutesAfter, sessionMinutes, takeRole } from './rules.ts';

const held: HeldRole[] = [
  { role: 'organizer', scope: '530324' },
  { role: 'officer', scope: '310113' },
];

describe('taking a role', () => {
  test('gives a held one', () => expect(takeRole(held, { role: 'officer', scope: '310113' })).toEqual(held[1]));
  test('without a scope gives the first of that role', () => expect(takeRole(held, { role: 'organizer' })).toEqual(held[0]));
  test('everybody is a job seeker', () => expect(takeRole([], { role: 'worker', scope: '310113' })).toEqual({ role: 'worker' }));
  test.each([{ role: 'recruiter' }, { role: 'officer', scope: '310117' }, { role: 'organizer', scope: '310113' }] as const)(
    '%j is refused to somebody who does not hold it',
    (wanted) => {
      expect(() => takeRole(held, wanted)).toThrow('role_not_held');
    },
  );
});

describe('a desktop sign-in', () => {
  const desk: Desk = { deskId: 'desk00000001', secretHash: 'x', expiresAt: '2026-02-07T04:03:00.000Z' };
  const by = { workerId: 'worker000001', role: 'organizer' as const, scope: '530324' };
  test('is confirmed while its code is shown', () => expect(confirmDesk(desk, by, '2026-02-07T04:03:00.000Z').confirmed).toEqual(by));
  test('is refused afterwards', () => expect(() => confirmDesk(desk, by, '2026-02-07T04:03:00.001Z')).toThrow('desk_expired'));
  test('is confirmed once', () => expect(() => confirmDesk({ ...desk, confirmed: by }, by, '2026-02-07T04:00:00.000Z')).toThrow('desk_expired'));
});

test('staff sessions are short', () => {
  expect(minutesAfter('2026-02-07T23:45:00.000Z', sessionMinutes.officer)).toBe('2026-02-08T00:15:00.000Z');
  expect([sessionMinutes.recruiter, sessionMinutes.organizer, sessionMinutes.officer].every((m) => m <= 30)).toBe(true);
});
