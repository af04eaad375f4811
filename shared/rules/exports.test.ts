import { expect, test } from 'vitest';
import { totalWords } from './exports.ts';

test('a list that stops at its bound says so', () => {
  expect(totalWords(12, '个在招的岗位', true)).toBe('12 个在招的岗位');
  expect(totalWords(10_000, '个在招的岗位', false)).toBe('只列了前 10000 个在招的岗位，没有列完，还有更多');
});
