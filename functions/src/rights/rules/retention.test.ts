import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keys } from '../../table/keys.ts';
import { retention, retentionLines } from './retention.ts';

const docs = path.join(import.meta.dirname, '../../../../docs');
const read = (file: string): string => readFileSync(path.join(docs, file), 'utf8');
const described = [...read('table.md').matchAll(/^\| ([^|`-][^|]*?) \| `/gm)].map(([, item]) => item);

describe('how long things are kept', () => {
  test.each(Object.keys(keys))('is said of %s', (kind) => expect(retention[kind]).toMatchObject({ item: expect.any(String), law: expect.any(String) }));

  test('is said of every item that docs/table.md describes', () => {
    const said = new Set(Object.values(retention).map(({ item }) => item));
    expect(described.length).toBeGreaterThan(50);
    expect(described.filter((item) => !said.has(item ?? ''))).toEqual([]);
  });

  test('has an article wherever something of a person is held', () => {
    const without = Object.values(retention).filter(({ holds, law }) => holds !== 'nothing of a person' && law === '-');
    expect(without).toEqual([]);
  });

  test('stands in docs/privacy.md as it is', () => {
    const written = read('privacy.md');
    expect(retentionLines().filter((line) => !written.includes(line))).toEqual([]);
  });
});
