import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readResults } from '../bench/results.ts';
import { tableOf } from '../bench/table.ts';

const root = path.resolve(import.meta.dirname, '../..');

test.each(['docs/security.md', 'docs/privacy.md', 'docs/reliability.md', 'docs/operations.md'])('what %s names is there', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8');
  const named = [...text.matchAll(/`((?:docs|functions|infra|shared|tests|miniapp)\/[\w./-]+\.\w+)`/g)].map(([, file]) => file ?? '');
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test('the figures in docs/reliability.md are those of the last bench', () => {
  expect(readFileSync(path.join(root, 'docs/reliability.md'), 'utf8')).toContain(tableOf(readResults()));
});
