import { createHmac } from 'node:crypto';
import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { describe, expect, test } from 'vitest';
import { readSession, signSession } from './session-token.ts';

const key = new Uint8Array(32).fill(1);
const organizer: Caller = { workerId: 'worker000001' as WorkerId, role: 'organizer', scope: '530324' };
const until = '2026-02-07T04:30:00.000Z';
const before = '2026-02-07T04:29:59.000Z';
const token = signSession(organizer, until, key);
const [body = '', mac = ''] = token.split('.');
const sealed = (payload: unknown): string => {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${text}.${createHmac('sha256', key).update(`session|v1|${text}`).digest('base64url')}`;
};

describe('a session token', () => {
  test('gives its caller back', () => expect(readSession(token, before, key)).toEqual(organizer));
  test('of a job seeker carries no scope', () => {
    const worker: Caller = { workerId: organizer.workerId, role: 'worker' };
    expect(readSession(signSession(worker, until, key), before, key)).toEqual(worker);
  });
  test('ends at its second', () => {
    expect(readSession(token, until, key)).toBeUndefined();
    expect(readSession(token, '2026-02-08T00:00:00.000Z', key)).toBeUndefined();
  });
  test('of another key is worth nothing', () => expect(readSession(token, before, new Uint8Array(32).fill(2))).toBeUndefined());
  test('is refused when any character of its body changes', () => {
    for (let i = 0; i < body.length; i++) {
      const other = body[i] === 'A' ? 'B' : 'A';
      expect(readSession(`${body.slice(0, i)}${other}${body.slice(i + 1)}.${mac}`, before, key)).toBeUndefined();
    }
  });
  test('cannot be given another role under the old signature', () => {
    const officer = Buffer.from(JSON.stringify({ w: organizer.workerId, r: 'officer', s: '310000', e: 4_102_444_800 })).toString('base64url');
    expect(readSession(`${officer}.${mac}`, before, key)).toBeUndefined();
  });
  test.each(['', '.', body, `${body}.`, `.${mac}`, `${body}.${mac.slice(1)}`, `${mac}.${body}`])('%j is none', (text) => {
    expect(readSession(text, before, key)).toBeUndefined();
  });
  test.each([
    { w: 'short', r: 'worker', e: 4_102_444_800 },
    { w: organizer.workerId, r: 'admin', e: 4_102_444_800 },
    { w: organizer.workerId, r: 'worker' },
    'text',
    null,
  ])('with a genuine signature over %j is refused', (payload) => expect(readSession(sealed(payload), before, key)).toBeUndefined());
  test('of a genuine payload is accepted, so that the case above can fail', () => {
    expect(readSession(sealed({ w: organizer.workerId, r: 'worker', e: 4_102_444_800 }), before, key)).toBeDefined();
  });
});
