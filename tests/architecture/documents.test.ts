import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
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

describe('docs/security.md', () => {
  const lines = readFileSync(path.join(root, 'docs/security.md'), 'utf8').split('\n');
  test.each(Array.from({ length: 10 }, (_, at) => `API${at + 1}`))('has one row for %s, with a test that holds it', (risk) => {
    const rows = lines.filter((line) => line.startsWith(`| ${risk} `));
    expect(rows.length).toBe(1);
    expect(rows[0]).toMatch(/`[\w./-]+\.test\.ts`/);
  });
  test('names a test in every row of who might try and of ASVS', () => {
    const sections = lines
      .join('\n')
      .split(/^## /m)
      .filter((part) => /^(Who might try|ASVS)/.test(part));
    const rows = sections.flatMap((part) =>
      part
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .slice(2),
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !/`[\w./-]+\.test\.ts`/.test(row.replace('`tests/logs/main.ts`', '`main.test.ts`')))).toEqual([]);
  });
});
