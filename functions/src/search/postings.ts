import { eachGram } from './grams.ts';

/** Which documents hold which gram: keys in order, and for each its documents in order, each as the step from the one before. */
export interface Postings {
  readonly keys: Uint32Array;
  /** Where the steps of a key begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  readonly steps: Uint8Array;
}

/** Writes steps in seven bits to the byte; the highest bit says that more follows. */
function stepWriter() {
  let bytes = new Uint8Array(1 << 14);
  let length = 0;
  const makeRoom = (): void => {
    const larger = new Uint8Array(bytes.length * 2);
    larger.set(bytes);
    bytes = larger;
  };
  return {
    write(step: number): void {
      if (length + 5 > bytes.length) makeRoom();
      let rest = step;
      while (rest > 127) {
        bytes[length++] = (rest & 127) | 128;
        rest >>>= 7;
      }
      bytes[length++] = rest;
    },
    at: () => length,
    written: () => bytes.slice(0, length),
  };
}

/** Keys with their documents, the keys in order. */
export function writePostings(lists: Iterable<readonly [key: number, docs: ArrayLike<number>]>, keyCount: number): Postings {
  const keys = new Uint32Array(keyCount);
  const starts = new Uint32Array(keyCount + 1);
  const counts = new Uint32Array(keyCount);
  const writer = stepWriter();
  let k = 0;
  for (const [key, docs] of lists) {
    keys[k] = key;
    counts[k] = docs.length;
    starts[k] = writer.at();
    for (let i = 0, before = 0; i < docs.length; i++) {
      writer.write((docs[i] as number) - before);
      before = docs[i] as number;
    }
    k++;
  }
  starts[k] = writer.at();
  return { keys, starts, counts, steps: writer.written() };
}

/** The grams of many texts. */
export function postingsOf(texts: readonly string[]): Postings {
  const lists = new Map<number, number[]>();
  texts.forEach((text, doc) => {
    eachGram(text, (key) => {
      const docs = lists.get(key);
      if (!docs) lists.set(key, [doc]);
      else if (docs[docs.length - 1] !== doc) docs.push(doc);
    });
  });
  const sorted = [...lists].sort((a, b) => a[0] - b[0]);
  return writePostings(sorted, sorted.length);
}

/** The first place in sorted numbers that is not below this one. */
export function lowest(numbers: ArrayLike<number>, wanted: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The place of a key, -1 when no document holds it. */
export function placeOf({ keys }: Postings, key: number): number {
  const place = lowest(keys, key);
  return keys[place] === key ? place : -1;
}

/** The documents of the key at this place. */
export function docsAt({ starts, counts, steps }: Postings, place: number): Uint32Array {
  const docs = new Uint32Array(counts[place] as number);
  let at = starts[place] as number;
  let doc = 0;
  for (let i = 0; i < docs.length; i++) {
    let byte = steps[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = steps[at++] as number;
      step |= (byte & 127) << shift;
    }
    doc += step;
    docs[i] = doc;
  }
  return docs;
}

/** The documents that both hold. */
function both(few: Uint32Array, many: Uint32Array): Uint32Array {
  const kept = new Uint32Array(few.length);
  let length = 0;
  let at = 0;
  for (let i = 0; i < few.length; i++) {
    const doc = few[i] as number;
    while (at < many.length && (many[at] as number) < doc) at++;
    if (many[at] === doc) kept[length++] = doc;
  }
  return kept.subarray(0, length);
}

const nobody = new Uint32Array(0);

/** The documents that hold all these keys; the rarest is asked first. */
export function docsWithAll(postings: Postings, keys: readonly number[]): Uint32Array {
  const places = keys.map((key) => placeOf(postings, key));
  if (places.includes(-1) || !places.length) return nobody;
  places.sort((a, b) => (postings.counts[a] as number) - (postings.counts[b] as number));
  let docs = docsAt(postings, places[0] as number);
  for (const place of places.slice(1)) {
    if (!docs.length) break;
    docs = both(docs, docsAt(postings, place));
  }
  return docs;
}
