import { expect, test } from 'vitest';
import { isProblemCode, problems, sentenceOf } from './problems.ts';

test('a sentence is filled from detail and leaves no brace behind', () => {
  expect(sentenceOf('number_taken', { number: '0417' })).toBe('0417 号已经发给别人了，换一张');
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
