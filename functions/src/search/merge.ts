import type { KnownEmployer } from './opening.ts';
import { docsAt, type Postings, writePostings } from './postings.ts';
import { compareIds, idLength, numbering, type Segment } from './segment.ts';

/** The place of every document of both in the merged order; -1 for what is left out. */
interface Places {
  readonly size: number;
  readonly older: Int32Array;
  readonly newer: Int32Array;
  /** For each merged document: its place in `older`, or below zero `-1 - place` in `newer`. */
  readonly from: Int32Array;
}

function weave(older: Segment, newer: Segment, isGone: (doc: number) => boolean): Places {
  const places = { older: new Int32Array(older.size).fill(-1), newer: new Int32Array(newer.size), from: new Int32Array(older.size + newer.size) };
  let size = 0;
  let n = 0;
  for (let o = 0; o <= older.size; o++) {
    while (n < newer.size && (o === older.size || compareIds(newer, n, older, o) < 0)) {
      places.from[size] = -1 - n;
      places.newer[n++] = size++;
    }
    if (o === older.size || isGone(o)) continue;
    places.from[size] = o;
    places.older[o] = size++;
  }
  return { ...places, size, from: places.from.subarray(0, size) };
}

function moved(docs: Uint32Array, places: Int32Array, into: number[]): void {
  for (let i = 0; i < docs.length; i++) {
    const place = places[docs[i] as number] as number;
    if (place >= 0) into.push(place);
  }
}

/** The keys of both in order, each with its place in the one and in the other; -1 where it is not. */
function* bothKeys(older: Uint32Array, newer: Uint32Array): Generator<[key: number, o: number, n: number]> {
  let o = 0;
  let n = 0;
  while (o < older.length || n < newer.length) {
    const key = Math.min(older[o] ?? Infinity, newer[n] ?? Infinity);
    yield [key, older[o] === key ? o++ : -1, newer[n] === key ? n++ : -1];
  }
}

/** The lists of both by key, documents at their new places. */
function* mergedLists(older: Postings, newer: Postings, places: Places): Generator<[number, number[]]> {
  for (const [key, o, n] of bothKeys(older.keys, newer.keys)) {
    const docs: number[] = [];
    if (o >= 0) moved(docsAt(older, o), places.older, docs);
    if (n >= 0) moved(docsAt(newer, n), places.newer, docs);
    if (o >= 0 && n >= 0) docs.sort((a, b) => a - b);
    if (docs.length) yield [key, docs];
  }
}

function mergePostings(older: Postings, newer: Postings, places: Places): Postings {
  const lists = [...mergedLists(older, newer, places)];
  return writePostings(lists, lists.length);
}

function mergeTexts(older: Segment, newer: Segment, { from, size }: Places): Pick<Segment, 'titles' | 'titleStarts'> {
  const parts = Array.from(from, (place) => {
    const [segment, doc] = place >= 0 ? [older, place] : [newer, -1 - place];
    return segment.titles.subarray(segment.titleStarts[doc], segment.titleStarts[doc + 1]);
  });
  const titleStarts = new Uint32Array(size + 1);
  parts.forEach((part, doc) => {
    titleStarts[doc + 1] = (titleStarts[doc] as number) + part.length;
  });
  const titles = new Uint16Array(titleStarts[size] as number);
  for (const [doc, part] of parts.entries()) titles.set(part, titleStarts[doc]);
  return { titles, titleStarts };
}

type Column = Uint8Array | Uint16Array | Uint32Array;

/** Fills a column with what `of` says of each merged document: asked of the segment it comes from, at its place there. */
function filled<C extends Column>(column: C, older: Segment, newer: Segment, from: Int32Array, of: (segment: Segment) => (doc: number) => number): C {
  const [ofOlder, ofNewer] = [of(older), of(newer)];
  for (let doc = 0; doc < from.length; doc++) {
    const place = from[doc] as number;
    column[doc] = place >= 0 ? ofOlder(place) : ofNewer(-1 - place);
  }
  return column;
}

function mergeIds(older: Segment, newer: Segment, from: Int32Array): Uint8Array {
  const ids = new Uint8Array(from.length * idLength);
  from.forEach((place, doc) => {
    const [segment, at] = place >= 0 ? [older, place] : [newer, -1 - place];
    ids.set(segment.ids.subarray(at * idLength, (at + 1) * idLength), doc * idLength);
  });
  return ids;
}

/** What the numbers of four columns stand for is numbered anew. */
function mergeNumbered(older: Segment, newer: Segment, from: Int32Array, employerNow: (known: KnownEmployer) => KnownEmployer) {
  const places = numbering((region: string) => region);
  const kinds = numbering((kind: string) => kind);
  const employers = numbering((employer: KnownEmployer) => employer.employerId);
  const clients = numbering((name: string) => name);
  const size = from.length;
  const again =
    <T>(values: readonly T[], column: Column, number: (value: T) => number) =>
    (doc: number) =>
      number(values[column[doc] as number] as T);
  return {
    place: filled(new Uint16Array(size), older, newer, from, (s) => again(s.places, s.place, places.of)),
    kind: filled(new Uint8Array(size), older, newer, from, (s) => again(s.kinds, s.kind, kinds.of)),
    employer: filled(new Uint32Array(size), older, newer, from, (s) => again(s.employers, s.employer, (e) => employers.of(employerNow(e)))),
    client: filled(new Uint32Array(size), older, newer, from, (s) => again(s.clients, s.client, clients.of)),
    places: places.values,
    kinds: kinds.values,
    employers: employers.values,
    clients: clients.values,
  };
}

type Plain = 'trade' | 'meals' | 'flags' | 'payFen' | 'remaining' | 'createdAt' | 'untilDay' | 'startDay';

/**
 * Two segments as one: the newer is right where both know an opening, and what is gone from the older falls away.
 * Works on the columns alone, so that nobody has to read 100,000 openings again for a few that changed.
 */
export function mergeSegments(older: Segment, newer: Segment, isGone: (doc: number) => boolean, employerNow: (known: KnownEmployer) => KnownEmployer): Segment {
  const places = weave(older, newer, isGone);
  const { from, size } = places;
  const plain = <C extends Column>(column: C, name: Plain): C => filled(column, older, newer, from, (s) => (doc) => s[name][doc] as number);
  return {
    size,
    ids: mergeIds(older, newer, from),
    trade: plain(new Uint8Array(size), 'trade'),
    meals: plain(new Uint8Array(size), 'meals'),
    flags: plain(new Uint8Array(size), 'flags'),
    payFen: plain(new Uint32Array(size), 'payFen'),
    remaining: plain(new Uint16Array(size), 'remaining'),
    createdAt: plain(new Uint32Array(size), 'createdAt'),
    untilDay: plain(new Uint16Array(size), 'untilDay'),
    startDay: plain(new Uint16Array(size), 'startDay'),
    ...mergeNumbered(older, newer, from, employerNow),
    ...mergeTexts(older, newer, places),
    inTitle: mergePostings(older.inTitle, newer.inTitle, places),
    inRest: mergePostings(older.inRest, newer.inRest, places),
  };
}
