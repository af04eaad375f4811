import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { describe, expect, test } from 'vitest';
import { confirmDesk, type Desk, requireGiver, sessionEnd, sessionMinutes, takeRole } from './rules.ts';

const held: HeldRole[] = [
  { role: 'organizer', scope: '530324' },
  { role: 'officer', scope: '310113' },
];

const today = '2026-02-07';

describe('taking a role', () => {
  test('gives a held one', () => expect(takeRole(held, { role: 'officer', scope: '310113' }, today)).toEqual(held[1]));
  test('without a scope gives the first of that role', () => expect(takeRole(held, { role: 'organizer' }, today)).toEqual(held[0]));
  test('everybody is a job seeker', () => expect(takeRole([], { role: 'worker', scope: '310113' }, today)).toEqual({ role: 'worker' }));
  test.each([{ role: 'recruiter' }, { role: 'officer', scope: '310117' }, { role: 'organizer', scope: '310113' }] as const)(
    '%j is refused to somebody who does not hold it',
    (wanted) => {
      expect(() => takeRole(held, wanted, today)).toThrow('role_not_held');
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
  expect(afterMinutes('2026-02-07T23:45:00.000Z', sessionMinutes.officer)).toBe('2026-02-08T00:15:00.000Z');
  expect([sessionMinutes.recruiter, sessionMinutes.organizer, sessionMinutes.officer].every((m) => m <= 30)).toBe(true);
});

test('a session ends with the role that it acts in', () => {
  const officer: HeldRole = { role: 'officer', scope: '310113', untilOn: '2026-02-07' };
  expect(sessionEnd(officer, '2026-02-07T15:45:00.000Z')).toBe('2026-02-07T16:00:00.000Z');
  expect(sessionEnd(officer, '2026-02-07T04:00:00.000Z')).toBe('2026-02-07T04:30:00.000Z');
  expect(() => takeRole([officer], officer, '2026-02-08')).toThrow('role_not_held');
});

test('nobody gives a role to themselves', () => {
  const by = { workerId: 'worker000001', role: 'officer' as const, scope: '310000' };
  expect(() => requireGiver(by, { workerId: 'worker000001', role: 'officer', scope: '310113' }, today)).toThrow('role_own');
  expect(() => requireGiver(by, { workerId: 'worker000002', role: 'officer', scope: '310113', untilOn: '2028-01-01' }, today)).toThrow('role_day_wrong');
});
