import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { packageBytes } from '../bench/bytes.ts';
import { weappFolder } from '../support/builds.ts';

const scripts = readdirSync(weappFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
const read = (file: string): string => readFileSync(path.join(weappFolder, file), 'utf8');
const kb = 1024;

describe('the compiled mini-program', () => {
  test.each(scripts)('%s is ES5, which every phone that WeChat runs on reads', (file) => {
    expect(() => parse(read(file), { ecmaVersion: 5 })).not.toThrow();
  });

  test.each(scripts)('%s makes no code from text', (file) => {
    // the packager asks for the global object this way; WeChat knows and allows the one text
    const text = read(file).replaceAll(/\bFunction\((['"])return this\1\)/g, '');
    expect(text).not.toMatch(/\beval\s*\(/);
    expect(text).not.toMatch(/\bnew Function\b|[^.\w]Function\s*\(\s*["'`]/);
  });

  test('keeps zod off the phone', () => {
    expect(scripts.filter((file) => read(file).includes('ZodError'))).toEqual([]);
  });

  test('has no service worker: its package lies on the phone anyway', () => {
    expect(scripts.filter((file) => /serviceWorker|sw\.js/.test(read(file)))).toEqual([]);
  });

  test('has a main package of 700 KB at most', () => {
    expect(packageBytes().get('main')).toBeLessThanOrEqual(700 * kb);
  });

  test('has subpackages of 600 KB at most', () => {
    const tooLarge = [...packageBytes()].filter(([name, bytes]) => name !== 'main' && bytes > 600 * kb);
    expect(tooLarge).toEqual([]);
  });
});
