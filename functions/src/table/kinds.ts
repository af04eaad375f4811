import { type Key, keys } from './keys.ts';

/** Stands for every part of a key. */
const any = '§';
type Kind = keyof typeof keys;
type Make = (...parts: string[]) => Key;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/0*§/g, '.+');
const literal = ({ pk, sk }: Key): number => `${pk}${sk}`.replace(/0*§/g, '').length;

/** What keys of each kind look like, the most particular first; made of the keys themselves. */
const shapes = Object.entries(keys as unknown as Record<Kind, Make>)
  .map(([kind, make]): [Kind, Key] => [kind as Kind, make(...Array<string>(make.length).fill(any))])
  .sort(([, a], [, b]) => literal(b) - literal(a))
  .map(([kind, { pk, sk }]): [Kind, RegExp] => [kind, new RegExp(`^${escaped(pk)} ${escaped(sk)}$`, 's')]);

/** Which kind of item has this key? */
export function kindOf({ pk, sk }: Key): Kind | undefined {
  const key = `${pk} ${sk}`;
  return shapes.find(([, shape]) => shape.test(key))?.[0];
}
