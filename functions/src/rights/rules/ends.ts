import type { Item } from '../../table/table.ts';
import { retention } from './retention.ts';

const dayMs = 86_400_000;

/** The last of the moments that a kind of item is reckoned from. */
function lastOf(item: Item, names: readonly string[]): number | undefined {
  const moments = names.map((name) => Date.parse(String(item[name]))).filter((at) => !Number.isNaN(at));
  return moments.length ? Math.max(...moments) : undefined;
}

/** When an item of this kind has been kept as long as it may: by its own end, or by what is written of its kind. */
export function endOf(kind: string, item: Item): number | undefined {
  const { end } = retention[kind] ?? {};
  const since = end && lastOf(item, end.of);
  const ends = [typeof item.ttl === 'number' ? item.ttl * 1000 : undefined, end && since !== undefined ? since + end.days * dayMs : undefined];
  const known = ends.filter((at) => at !== undefined);
  return known.length ? Math.min(...known) : undefined;
}

export const isOver = (kind: string, item: Item, now: string): boolean => (endOf(kind, item) ?? Number.POSITIVE_INFINITY) <= Date.parse(now);
