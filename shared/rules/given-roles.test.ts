import { describe, expect, test } from 'vitest';
import { isRoleDay, isRoleOver, mayGiveRole } from './given-roles.ts';

describe('a role of staff is given', () => {
  const by = (scope: string) => ({ role: 'officer', scope });
  test.each([
    ['a province’s officer', '530000', 'officer', '530324', true],
    ['a province’s officer', '530000', 'organizer', '530324', true],
    ['a province’s officer to a colleague', '530000', 'officer', '530000', true],
    ['a county’s officer', '530324', 'organizer', '530324', true],
    ['a county’s officer to a colleague', '530324', 'officer', '530324', false],
    ['a county’s officer upwards', '530324', 'officer', '530300', false],
    ['a county’s officer next door', '530324', 'organizer', '530381', false],
  ] as const)('by %s of %s: %s of %s → %s', (_, scope, role, over, may) => expect(mayGiveRole(by(scope), { role, scope: over })).toBe(may));
  test('by nobody else', () => expect(mayGiveRole({ role: 'organizer', scope: '530000' }, { role: 'organizer', scope: '530324' })).toBe(false));
});

describe('its last day', () => {
  test('lies after today and within a year', () =>
    expect(['2026-02-07', '2026-02-08', '2027-02-08', '2027-02-09'].map((day) => isRoleDay(day, '2026-02-07'))).toEqual([false, true, true, false]));
  test('still holds, the next one does not', () =>
    expect([isRoleOver({ untilOn: '2026-02-07' }, '2026-02-07'), isRoleOver({ untilOn: '2026-02-07' }, '2026-02-08'), isRoleOver({}, '2026-02-08')]).toEqual([
      false,
      true,
      false,
    ]));
});
