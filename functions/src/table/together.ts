import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import type { Item, Table } from './table.ts';

interface Words {
  pks: readonly string[];
  index?: 'gsi1' | 'gsi2';
  /** The attribute that the index, or the table itself, is ordered by. */
  order: 'sk' | 'gsi1sk' | 'gsi2sk';
  newestFirst: true;
  limit: number;
  cursor?: string | undefined;
}

const writePlace = (before: string): string => Buffer.from(JSON.stringify({ before })).toString('base64url');
function readPlace(cursor: string): string {
  try {
    return z.object({ before: z.string() }).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).before;
  } catch (error) {
    throw new Problem('invalid_input', { field: 'cursor' }, error);
  }
}

/** One page out of several partitions, mixed in the order of their sort keys. Of one partition it is the plain query. */
export async function queryTogether(table: Table, { pks, order, cursor, ...words }: Words): Promise<{ items: Item[]; cursor?: string }> {
  const [only, ...others] = pks;
  if (only && !others.length) return table.query({ ...words, pk: only, cursor });
  const before = cursor ? readPlace(cursor) : '~';
  const placeOf = (item: Item): string => String(item[order]);
  // what stands exactly at the place was on the page before: one more is read
  const pages = await Promise.all(pks.map((pk) => table.query({ ...words, pk, limit: words.limit + 1, between: ['0', before] })));
  const found = pages
    .flatMap((page) => page.items)
    .filter((item) => placeOf(item) < before)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  const items = found.slice(0, words.limit);
  const last = items.at(-1);
  const isMore = found.length > items.length || pages.some((page) => page.cursor);
  return { items, ...(last && isMore ? { cursor: writePlace(placeOf(last)) } : {}) };
}
