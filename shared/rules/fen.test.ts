import { describe, expect, test } from 'vitest';
import { fenFromYuan, yuan } from './fen.ts';

test.each([
  [0, '0'],
  [5, '0.05'],
  [2_550, '25.50'],
  [597_500, '5,975'],
  [100_000_000, '1,000,000'],
  [99_999, '999.99'],
  [-101_900, '-1,019'],
  [-5, '-0.05'],
])('%i fen read as %s yuan', (fen, words) => expect(yuan(fen)).toBe(words));

describe('what a person typed', () => {
  test.each([
    ['5200', 520_000],
    ['5,200', 520_000],
    ['5，200元', 520_000],
    [' 25.5 ', 2_550],
    ['0.07', 7],
    ['1.15', 115],
    ['9999999.99', 999_999_999],
  ])('%j is %i fen', (typed, fen) => expect(fenFromYuan(typed)).toBe(fen));
  test.each(['', '五千', '1.234', '-5', '1e3', '12345678', '5.', '.5', '5.5.5'])('%j is no amount', (typed) => expect(fenFromYuan(typed)).toBeUndefined());
});
