import { describe, expect, test } from 'vitest';
import { fieldSeal } from './seal.ts';

const keyFrom = (letter: string): Uint8Array => Buffer.alloc(32, letter);
const blind = keyFrom('b');
const first = fieldSeal({ current: '1', byId: { '1': keyFrom('x') }, blind });
const place = { item: { pk: 'W#worker000001', sk: 'Z' }, field: 'residentId' };
const text = '53032419900307421X';

describe('a sealed value', () => {
  const sealed = first.close(text, place);
  test('opens where it was closed', () => expect(first.open(sealed, place)).toBe(text));
  test('does not show what it holds', () => {
    expect(sealed).not.toContain(text);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('5303');
  });
  test('is another each time', () => expect(first.close(text, place)).not.toBe(sealed));
  test('copied to another person does not open', () => {
    expect(() => first.open(sealed, { ...place, item: { ...place.item, pk: 'W#worker000002' } })).toThrow();
  });
  test('copied to another item of the same person does not open', () => {
    expect(() => first.open(sealed, { ...place, item: { ...place.item, sk: 'P' } })).toThrow();
  });
  test('copied to another field does not open', () => expect(() => first.open(sealed, { ...place, field: 'phone' })).toThrow());
  test.each([3, 20, -3])('changed at byte %i does not open', (at) => {
    const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
    const where = at < 0 ? bytes.length + at : at;
    bytes[where] = (bytes[where] ?? 0) ^ 1;
    expect(() => first.open(`s1.1.${bytes.toString('base64url')}`, place)).toThrow();
  });
  test.each(['', text, 's1.1.', 's0.1.AAAA', 's1.1.AAAA'])('%j is none', (other) => expect(() => first.open(other, place)).toThrow('Not a sealed value'));
});

describe('after a change of keys', () => {
  const second = fieldSeal({ current: '2', byId: { '1': keyFrom('x'), '2': keyFrom('y') }, blind });
  test('old values still open', () => expect(second.open(first.close(text, place), place)).toBe(text));
  test('new values are closed with the new key', () => {
    const sealed = second.close(text, place);
    expect(sealed).toMatch(/^s1\.2\./);
    expect(() => first.open(sealed, place)).toThrow('No key 2');
  });
  test('the blind index stays', () => expect(second.blind('phone', '12066600001')).toBe(first.blind('phone', '12066600001')));
});

describe('the blind index', () => {
  test('is the same for the same', () => expect(first.blind('id', text)).toBe(first.blind('id', text)));
  test('keeps kinds apart', () => expect(first.blind('id', text)).not.toBe(first.blind('phone', text)));
  test('needs the key', () => expect(fieldSeal({ current: '1', byId: {}, blind: keyFrom('c') }).blind('id', text)).not.toBe(first.blind('id', text)));
});

test('a key of the wrong length closes nothing', () => {
  expect(() => fieldSeal({ current: '1', byId: { '1': Buffer.alloc(16) }, blind }).close(text, place)).toThrow('32 bytes');
});
