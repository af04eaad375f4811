import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Pairing } from '@shanhai/shared/contract/pairings.ts';
import { describe, expect, test } from 'vitest';
import { poolOf, requireOwnPeople, survivorOf, wouldGo } from './rules.ts';

const officer = (scope: string): Caller => ({ workerId: 'worker000001' as WorkerId, role: 'officer', scope });
const pairing = { pairingId: 'baoshan-qujing', shanghaiRegion: '310113', partnerRegion: '530300' } as Pairing;

describe('an officer', () => {
  test('answers for people of the own region, all of them', () => {
    expect(() => requireOwnPeople(['530324'], officer('530324'))).not.toThrow();
    expect(() => requireOwnPeople(['530324', '530381'], officer('530300'))).not.toThrow();
    expect(() => requireOwnPeople(['530324', '530381'], officer('530324'))).toThrow('not_allowed');
    expect(() => requireOwnPeople(['530324', undefined], officer('530324'))).not.toThrow();
    expect(() => requireOwnPeople([undefined], officer('530324'))).toThrow('not_allowed');
    expect(() => requireOwnPeople(['530324'], { ...officer('530324'), role: 'organizer' })).toThrow('not_allowed');
  });
  test('at home sees the own region and may call', () => {
    expect(poolOf(officer('530324'), [pairing], undefined)).toEqual({ regions: ['530324'], goesTo: undefined, canReveal: true });
  });
  test('of a paired district sees who would come to Shanghai, and may not call', () => {
    expect(poolOf(officer('310113'), [pairing], undefined)).toEqual({ regions: ['530300'], goesTo: '310000', canReveal: false });
    expect(poolOf(officer('310117'), [pairing], undefined).regions).toEqual([]);
  });
});

test.each([
  [undefined, '310000', true],
  ['310113', '310000', true],
  ['310000', '310113', true],
  ['530324', '310000', false],
  ['530324', undefined, true],
])('who wants to %s would go to %s: %s', (placeRegion, region, would) => expect(wouldGo({ placeRegion }, region)).toBe(would));

describe('of two records', () => {
  const [a, b] = ['worker000001', 'worker000002'] as [WorkerId, WorkerId];
  const sides = (x: boolean, y: boolean) => [
    { workerId: a, hasAccount: x },
    { workerId: b, hasAccount: y },
  ];
  test('the chosen one stays', () => expect(survivorOf(b, sides(false, false))).toEqual({ survivor: b, other: a }));
  test('the one with an account stays, whatever was chosen', () => expect(survivorOf(b, sides(true, false))).toEqual({ survivor: a, other: b }));
  test('with an account each neither goes', () => expect(() => survivorOf(a, sides(true, true))).toThrow('merge_two_accounts'));
  test('a third is not chosen', () => expect(() => survivorOf('worker000003' as WorkerId, sides(false, false))).toThrow('invalid_input'));
});
