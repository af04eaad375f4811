import { expect, test } from 'vitest';
import { isProblemCode, problems, sentenceOf } from './problems.ts';

test('a sentence is filled from detail and leaves no brace behind', () => {
  expect(sentenceOf('already_checked_in', { at: '9:12', number: '0417' })).toBe('9:12 已经签过了，还是 0417 号');
  expect(sentenceOf('number_taken')).toBe(' 号已经发给别人了，换一张');
});
test('every refusal has a client or server status and a sentence without a full stop', () => {
  for (const [code, [status, sentence]] of Object.entries(problems)) {
    expect(status, code).toBeGreaterThanOrEqual(400);
    expect(sentence, code).toMatch(/^[^。.!]{4,30}$/);
  }
});
test('only the codes of the table are codes', () => {
  expect(isProblemCode('wrong_fair')).toBe(true);
  expect(['toString', '', 'WRONG_FAIR', undefined, 7].some(isProblemCode)).toBe(false);
});
