import { describe, expect, test } from 'vitest';
import { missingPapers, pictureTypeOf } from './files.ts';

const bytes = (...all: (number | string)[]): Uint8Array =>
  new Uint8Array(all.flatMap((one) => (typeof one === 'number' ? [one] : [...one].map((letter) => letter.charCodeAt(0)))));

describe('the kind of a picture', () => {
  test('is read from its first bytes', () => {
    expect(pictureTypeOf(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(pictureTypeOf(bytes(0x89, 'PNG', 13, 10, 26, 10))).toBe('image/png');
    expect(pictureTypeOf(bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '))).toBe('image/webp');
  });
  test.each([
    ['a page', bytes('<!doctype html><script>')],
    ['a drawing that may hold scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a program', bytes('MZ', 0x90, 0)],
    ['a sound that begins like a webp', bytes('RIFF', 1, 2, 3, 4, 'WAVEfmt ')],
    ['half a beginning', bytes(0xff, 0xd8)],
    ['nothing', bytes()],
  ])('of %s is none', (_, given) => expect(pictureTypeOf(given)).toBeUndefined());
});

describe('the papers of an employer', () => {
  const paper = (purpose: 'licence' | 'post' | 'agent_id' | 'authorisation') => ({ purpose, fileId: 'f' });
  test('are four, and five for an agency', () => {
    const four = [paper('licence'), paper('post'), paper('agent_id'), paper('authorisation')];
    expect(missingPapers('own_hiring', four)).toEqual([]);
    expect(missingPapers('agency', four)).toEqual(['service_licence']);
    expect(missingPapers('own_hiring')).toHaveLength(4);
  });
});
