import type { Item } from '../table/table.ts';
import type { Place, Seal } from './seal.ts';

/** A field that is closed under another name than it lies under. */
const closedAs = (sk: string, field: string): string => (sk.startsWith('H#') && field === 'sealed' ? 'action' : field);
const isSealed = (value: unknown): value is string => typeof value === 'string' && /^s\d\.[^.]+\./.test(value);
const isItem = (value: object): value is { pk: string; sk: string } => 'pk' in value && 'sk' in value;

/** The same value with everything in it that an older key closed closed anew; images of an item inside another are closed for the item they are of. */
function closedAnew(value: unknown, place: Place, seal: Seal): unknown {
  if (isSealed(value)) return seal.anew(value, { ...place, field: closedAs(place.item.sk, place.field) });
  if (Array.isArray(value)) return value.map((one) => closedAnew(one, place, seal));
  if (typeof value !== 'object' || value === null) return value;
  const item = isItem(value) ? { pk: value.pk, sk: value.sk } : place.item;
  return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, closedAnew(one, { item, field }, seal)]));
}

/** The attributes of an item that are to be written anew, because a key that is not in use any more closed something in them. */
export function resealed(item: Item & { pk: string; sk: string }, seal: Seal): Item {
  const anew = closedAnew(item, { item, field: '' }, seal) as Item;
  return Object.fromEntries(Object.entries(anew).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(item[name])));
}
