import { expect, test } from 'vitest';
import type { Entry } from '../contract/basics.ts';
import { contract } from '../contract/contract.ts';
import { type RouteName, routes } from '../routes.ts';
import { auditWords } from './audit-words.ts';
import { auditKindOf, isAuditKnown } from './audited.ts';

const names = Object.keys(routes) as RouteName[];
const byOf = (name: RouteName): Entry['by'] => (contract[name] as Entry).by;
const isForAll = (name: RouteName): boolean => byOf(name) === 'anyone';
const ofStaff = names.filter((name) => isForAll(name) || (byOf(name).length > 0 && (byOf(name) as readonly string[]).some((role) => role !== 'worker')));

test('every route of staff says what of it is written down, and in what words', () => {
  expect(ofStaff.filter((name) => !isAuditKnown(name))).toEqual([]);
  expect(names.filter((name) => isAuditKnown(name) && !ofStaff.includes(name))).toEqual([]);
});
test('a route that nobody thought of is written down', () => {
  expect(auditKindOf('no.such' as never)).toBe('decides');
  expect(auditWords('撤销设备')).toBe('撤销设备');
});
test('a person let in above the capacity is told in words', () => expect(auditWords('attendance.override')).toBe('人满了还放行'));
test('what anybody may read leaves no line when staff read it, and no officer ever reads the name of a route', () => {
  expect(names.filter((name) => isForAll(name) && auditKindOf(name) !== 'none')).toEqual([]);
  expect(ofStaff.map((name) => auditWords(name)).filter((words) => !/\p{Script=Han}/u.test(words))).toEqual([]);
});
