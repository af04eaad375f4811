import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import type { Item, Table } from './table.ts';

const Place = z.object({ at: z.string(), rest: z.string().optional() });
type Place = z.infer<typeof Place>;

function readPlace(text: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (error) {
    throw new Problem('invalid_input', { field: 'cursor' }, error);
  }
}
const writePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

interface Words {
  pks: readonly string[];
  limit: number;
  index?: 'gsi1' | 'gsi2';
  prefix?: string;
  newestFirst?: boolean;
  cursor?: string | undefined;
}

/** One page out of several partitions, one after the other in the order of their keys, as if they were one. */
export async function queryPartitions(table: Table, { pks, limit, cursor, ...words }: Words): Promise<{ items: Item[]; cursor?: string }> {
  const from = cursor ? readPlace(cursor) : undefined;
  const items: Item[] = [];
  let place = from;
  for (const pk of pks.filter((one) => !from || one >= from.at)) {
    if (items.length >= limit) return { items, cursor: writePlace({ at: pk }) };
    const page = await table.query({ ...words, pk, limit: limit - items.length, cursor: place?.at === pk ? place.rest : undefined });
    items.push(...page.items);
    if (page.cursor) return { items, cursor: writePlace({ at: pk, rest: page.cursor }) };
    place = undefined;
  }
  return { items };
}
