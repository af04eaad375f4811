import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { matchOf, readRotating, rotatingCode, signedOf, stepAt, stepLeftMs, stepsFor } from './rotating-code.ts';
import { bytesOf, hmacSha256, sha256 } from './sha256.ts';

const noon = '2026-02-07T04:00:00.000Z';
const at = Date.parse(noon);
const seconds = (n: number): string => new Date(at + n * 1000).toISOString();
const screen = { keyId: '1', key: 'a-key-of-one-fair' };

describe('the digest of a screen', () => {
  test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 300])('of %i letters is that of the server', (length) => {
    const text = 'shanhai'.repeat(50).slice(0, length);
    expect(Buffer.from(sha256(bytesOf(text))).toString('hex')).toBe(createHash('sha256').update(text).digest('hex'));
    expect(Buffer.from(hmacSha256(text, 'gate')).toString('hex')).toBe(createHmac('sha256', text).update('gate').digest('hex'));
  });
});

describe('a rotating code', () => {
  const code = rotatingCode(screen, 'f_-9ABCde', 19, at);
  test('is 32 characters, signed as the server would', () => {
    const head = code.slice(0, 14);
    const mac = createHmac('sha256', screen.key)
      .update(signedOf(head, stepAt(at)))
      .digest('base64url')
      .slice(0, 18);
    expect(code).toBe(head + mac);
    expect(code).toHaveLength(32);
  });
  test('says its fair and its gate', () => expect(readRotating(code)).toMatchObject({ fairId: 'f_-9ABCde', gate: 19 }));
  test('stays for 30 seconds and never comes again', () => {
    expect(rotatingCode(screen, 'f_-9ABCde', 19, at + 29_999)).toBe(code);
    expect(rotatingCode(screen, 'f_-9ABCde', 19, at + 30_000)).not.toBe(code);
    const sameLook = rotatingCode(screen, 'f_-9ABCde', 19, at + 8192 * 30_000);
    expect(sameLook.slice(0, 14)).toBe(code.slice(0, 14));
    expect(sameLook).not.toBe(code);
    expect(stepLeftMs(at + 1)).toBe(29_999);
  });
  test.each([0, 3, 100, 8190, 8192, 9000, 20_000])('made %i steps ago is found again', (ago) => {
    const step = stepAt(noon) - ago;
    expect(stepsFor(step % 8192, stepAt(noon))).toContain(step);
  });
  test.each(['', 'S1fair00001AAAAAAAAAAAAAAAAAAAAA', code.slice(1)])('is not %j', (text) => expect(readRotating(text)).toBeUndefined());
});

describe('how a code of noon fits', () => {
  test.each([
    ['at once', 0, undefined, 'fresh'],
    ['a minute later, within the step of grace', 59, undefined, 'fresh'],
    ['by a screen whose clock is a little ahead', -30, undefined, 'fresh'],
    ['read for two minutes', 140, undefined, 'slow'],
    ['photographed, ten minutes later', 600, undefined, undefined],
    ['by a screen whose clock is minutes ahead', -120, undefined, undefined],
    ['kept without network, sent two hours later', 7200, 10, 'late'],
    ['kept by a phone whose clock is nine minutes off', 7200, 540, 'late'],
    ['photographed, and kept an hour later', 7200, 3600, undefined],
    ['sent at once with a moment that is hours ago', 10, -7200, undefined],
    ['kept and sent within the step', 10, 5, 'fresh'],
  ] as const)('%s', (_, now, told, match) => {
    expect(matchOf(stepAt(noon), seconds(now), told === undefined ? undefined : seconds(told))).toBe(match);
  });
});
