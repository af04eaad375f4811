import { describe, expect, test } from 'vitest';
import { ageBandOn, ageOn, bornOn, isResidentId, maskedResidentId, residentIdCheckDigit, tidyResidentId, turnsOn } from './resident-id.ts';

describe('a number', () => {
  test('has the check digit of the standard’s own example', () => expect(residentIdCheckDigit('11010519491231002')).toBe('X'));
  test.each(['11010519491231002X', '440524188001010014'])('%s of the standard is well formed', (id) => expect(isResidentId(id)).toBe(true));
  test.each([
    ['a wrong check digit', '110105194912310021'],
    ['two digits exchanged', '11010519491213002X'],
    ['a day that no month has', `1101051949023100${'2'}${residentIdCheckDigit('11010519490231002')}`],
    ['the 29th of February of an ordinary year', `11010519490229002${residentIdCheckDigit('11010519490229002')}`],
    ['15 digits', '110105491231002'],
    ['a small x', '11010519491231002x'],
    ['letters', 'AAAAAAAAAAAAAAAAAA'],
    ['nothing', ''],
  ])('%s is refused', (_, id) => expect(isResidentId(id)).toBe(false));
  test('is forgiven its blanks and its small x', () => expect(isResidentId(tidyResidentId('110105 19491231 002x'))).toBe(true));
  test('tells the birthday', () => expect(bornOn('11010519491231002X')).toBe('1949-12-31'));
  test('is shown by its ends', () => expect(maskedResidentId('11010519491231002X')).toBe('1101**********002X'));
});

describe('age', () => {
  test('goes up on the birthday', () => {
    expect([ageOn('2010-02-07', '2026-02-06'), ageOn('2010-02-07', '2026-02-07')]).toEqual([15, 16]);
  });
  test('of the 29th of February goes up on the 1st of March in ordinary years', () => {
    expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
    expect(ageOn('2008-02-29', '2024-02-29')).toBe(16);
    expect(turnsOn('2008-02-29', 18)).toBe('2026-03-01');
  });
  test.each([
    ['2026-02-06', 'under_age'],
    ['2026-02-07', 'young'],
    ['2028-02-06', 'young'],
    ['2028-02-07', 'grown'],
  ])('on %s somebody born on 2010-02-07 is %s', (day, band) => expect(ageBandOn('2010-02-07', day)).toBe(band));
});
