import { Problem } from '@shanhai/shared/problems.ts';
import { Parser } from 'saxen';

export interface XmlReader {
  open?(name: string, attributes: () => Record<string, string>): void;
  close?(name: string): void;
  text?(words: string): void;
}

/** Some programs write `x:row` for `row`. */
const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks through XML of hostile origin: no entities of its own, no outside addresses; what is broken is said to be broken. */
export function walkXml(xml: string, readerOf: (stop: () => void) => XmlReader): void {
  const parser = new Parser();
  const reader = readerOf(() => parser.stop());
  parser.on('openTag', (name, attributes) => reader.open?.(plain(name), attributes));
  parser.on('closeTag', (name) => reader.close?.(plain(name)));
  parser.on('text', (words, decode) => reader.text?.(decode(words)));
  parser.on('cdata', (words) => reader.text?.(words));
  parser.on('error', (error) => {
    throw new Problem('sheet_broken', {}, error);
  });
  parser.parse(xml);
}

/** Every element of one name, with its attributes. */
export function elementsOf(xml: string | undefined, wanted: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const take = (name: string, attributes: () => Record<string, string>): void => {
    if (name === wanted) found.push({ ...attributes() });
  };
  if (xml) walkXml(xml, () => ({ open: take }));
  return found;
}
