import { describe, expect, test } from 'vitest';
import { keys } from '../table/keys.ts';
import { resealed } from './reseal.ts';
import { fieldSeal } from './seal.ts';

const keyFrom = (letter: string): Uint8Array => Buffer.alloc(32, letter);
const blind = keyFrom('b');
const first = fieldSeal({ current: '1', byId: { '1': keyFrom('x') }, blind });
const second = fieldSeal({ current: '2', byId: { '1': keyFrom('x'), '2': keyFrom('y') }, blind });
/** The old key is out. */
const only = fieldSeal({ current: '2', byId: { '2': keyFrom('y') }, blind });

const person = keys.sealedPerson('worker000001' as never);
const other = keys.sealedPerson('worker000002' as never);
const closed = (field: string, item = person) => first.close('53032419900307421X', { item, field });

describe('after a change of keys', () => {
  const item = { ...person, residentId: closed('residentId'), idBlind: first.blind('resident-id', '53032419900307421X'), rev: 3 };
  const set = resealed(item, second);

  test('what the old key closed is closed with the new one and opens without the old one', () => {
    expect(Object.keys(set)).toEqual(['residentId']);
    expect(set.residentId).toMatch(/^s1\.2\./);
    expect(only.open(String(set.residentId), { item: person, field: 'residentId' })).toBe('53032419900307421X');
    expect(() => only.open(item.residentId, { item: person, field: 'residentId' })).toThrow('No key 1');
  });
  test('what is closed anew opens nowhere else', () => {
    expect(() => only.open(String(set.residentId), { item: other, field: 'residentId' })).toThrow();
  });
  test('a value that was moved here from another person is not closed anew', () => {
    expect(() => resealed({ ...other, residentId: item.residentId }, second)).toThrow();
  });
  test('nothing is left to do the second time', () => expect(resealed({ ...item, ...set }, second)).toEqual({}));
  test('an item without a closed value is let be', () => expect(resealed({ ...person, name: 's1', words: 's1.1 岗位' }, second)).toEqual({}));

  test('images that a merge keeps are closed for the item they are of', () => {
    const merge = { ...keys.merge('merge0000001'), touched: [{ ...person, before: { residentId: closed('residentId') }, after: { rev: 1 } }] };
    const { touched } = resealed(merge, second) as typeof merge;
    expect(only.open(String(touched[0]?.before.residentId), { item: person, field: 'residentId' })).toBe('53032419900307421X');
  });
  test('parts of a list and what a device sent as well', () => {
    const part = keys.importPart('import000001', 1);
    const held = keys.heldAction('fair00000001' as never, 'device-1', 'nonce-1');
    const anew = [resealed({ ...part, sealed: closed('sealed', part) }, second).sealed, resealed({ ...held, sealed: closed('action', held) }, second).sealed];
    expect(only.open(String(anew[0]), { item: part, field: 'sealed' })).toContain('530324');
    expect(only.open(String(anew[1]), { item: held, field: 'action' })).toContain('530324');
  });
});
