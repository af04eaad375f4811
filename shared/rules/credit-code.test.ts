import { describe, expect, test } from 'vitest';
import { creditCodeCheckDigit, isCreditCode } from './credit-code.ts';

describe('a 统一社会信用代码', () => {
  test.each(['91350100M000100Y43', '9144030071526726XG', '91330100799655058B', '914403001922038216', '91110108551385082Q'])('%s is genuine', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });
  test('is refused for every single wrong character', () => {
    const code = '91350100M000100Y43';
    const altered = Array.from(code, (letter, i) => code.slice(0, i) + (letter === '5' ? '6' : '5') + code.slice(i + 1));
    expect(altered.filter(isCreditCode)).toEqual([]);
  });
  test('is refused when two neighbours change places', () => {
    expect(isCreditCode('93150100M000100Y43')).toBe(false);
  });
  test.each(['', '91350100M000100Y4', '91350100M000100Y433', '91350100m000100y43', '91350100I000100Y43', '91350100O000100Y43', ' 91350100M000100Y43'])(
    '%j is none',
    (code) => expect(isCreditCode(code)).toBe(false),
  );
  test('has no check digit when a letter is not allowed', () => {
    expect(creditCodeCheckDigit('91350100I000100Y4')).toBe('');
  });
});
