import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { describe, expect, test } from 'vitest';
import { requireHeard, requireProxy, requireRoom } from './rules.ts';

const workerId = 'worker000001' as WorkerId;
const neighbour: Caller = { workerId, role: 'worker' };
const officer: Caller = { workerId, role: 'officer', scope: '530300' };
const home = { regionCode: '530324' };

describe('acting for somebody', () => {
  test.each(['relative', 'village_officer', 'volunteer'] as const)('a neighbour does as %s', (relation) => {
    expect(() => requireProxy(neighbour, relation, undefined)).not.toThrow();
  });
  test('nobody calls themselves an officer who is none', () => expect(() => requireProxy(neighbour, 'officer', home)).toThrow('invalid_input'));
  test('an officer does for people of the own region', () => {
    expect(() => requireProxy(officer, 'officer', home)).not.toThrow();
    expect(() => requireProxy(officer, 'officer', { regionCode: '530602' })).toThrow('not_allowed');
    expect(() => requireProxy(officer, 'officer', undefined)).toThrow('invalid_input');
    expect(() => requireProxy(officer, 'relative', home)).toThrow('invalid_input');
  });
});

test('a family is ten people at most', () => {
  const family = Array.from({ length: 10 }, () => ({ relation: 'relative' as const }));
  expect(() => requireRoom(family.slice(1), 'relative')).not.toThrow();
  expect(() => requireRoom(family, 'relative')).toThrow('proxies_full');
  expect(() => requireRoom(family, 'volunteer')).not.toThrow();
});

describe('a yes to another region that is said aloud', () => {
  test('is heard of somebody without a phone', () => expect(() => requireHeard({}, ['310113'])).not.toThrow());
  test('is said by nobody else once the record was taken over', () =>
    expect(() => requireHeard({ claimedAt: '2026-02-07' }, ['310113'])).toThrow('not_allowed'));
  test('is asked for nobody', () => expect(() => requireHeard({}, [])).toThrow('invalid_input'));
});
