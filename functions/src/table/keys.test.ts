import { expect, test } from 'vitest';
import { type Key, keys } from './keys.ts';

/** A key with every value left open; what is fixed of it is what tells its kind. */
const open = '\u0000';
const fixedOf = (text: string): string => text.slice(0, text.indexOf(open) < 0 ? undefined : text.indexOf(open));
const isOneOf = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

interface Kind {
  name: string;
  partition: string;
  sort: string;
}
const kinds: Kind[] = Object.entries(keys).map(([name, keyOf]) => {
  const { pk, sk } = (keyOf as (...values: string[]) => Key)(...Array.from({ length: keyOf.length }, () => open));
  return { name, partition: fixedOf(pk), sort: fixedOf(sk) };
});

test('no two kinds of items under one partition can be taken for each other', () => {
  const pairs = kinds.flatMap((a, i) => kinds.slice(i + 1).map((b) => [a, b] as const));
  const mixed = pairs.filter(([a, b]) => isOneOf(a.partition, b.partition) && isOneOf(a.sort, b.sort));
  expect(mixed.map(([a, b]) => `${a.name} and ${b.name}: ${a.partition} · ${a.sort}`)).toEqual([]);
});
