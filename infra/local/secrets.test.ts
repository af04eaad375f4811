import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSecrets, makeSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const kept = (): unknown => JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'));

test('keys are made once and stay, readable by their owner only', () => {
  const first = keepSecrets(folder);
  expect(keepSecrets(folder)).toEqual(first);
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('keys kept by an older version stay and get what is missing', () => {
  const { fieldKeys: _fieldKeys, blindKey: _blindKey, ...older } = makeSecrets();
  writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify(older));
  const now = keepSecrets(folder);
  expect(now).toMatchObject(older);
  expect(Buffer.from(now.fieldKeys['1'] ?? '', 'base64')).toHaveLength(32);
  expect(now.blindKey.length).toBeGreaterThanOrEqual(40);
  expect(kept()).toEqual(now);
  expect(keepSecrets(folder)).toEqual(now);
});
