import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { mealKinds } from '@shanhai/shared/rules/jobs.ts';
import { trades } from '@shanhai/shared/rules/trades.ts';
import type { Postings } from './postings.ts';
import type { Segment } from './segment.ts';

/** What is kept under other numbers cannot be read: it is built anew. */
const shape = `2 ${trades.join()} ${mealKinds.join()}`;

const columns = {
  ids: Uint8Array,
  trade: Uint8Array,
  meals: Uint8Array,
  flags: Uint8Array,
  kind: Uint8Array,
  place: Uint16Array,
  employer: Uint32Array,
  client: Uint32Array,
  payFen: Uint32Array,
  remaining: Uint16Array,
  createdAt: Uint32Array,
  untilDay: Uint16Array,
  startDay: Uint16Array,
  titleStarts: Uint32Array,
  titles: Uint16Array,
} as const;
const postingColumns = { keys: Uint32Array, starts: Uint32Array, counts: Uint32Array, steps: Uint8Array } as const;
type AnyColumn = Uint8Array | Uint16Array | Uint32Array;
type ColumnType = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor;

interface Head {
  readonly shape: string;
  readonly size: number;
  readonly lengths: readonly number[];
  readonly lists: Pick<Segment, 'places' | 'kinds' | 'employers' | 'clients'>;
  /** What the writer adds. */
  readonly note: unknown;
}

const types: readonly ColumnType[] = [...Object.values(columns), ...Object.values(postingColumns), ...Object.values(postingColumns)];
const aligned = (bytes: number): number => (bytes + 7) & ~7;

function columnsOf(segment: Segment): AnyColumn[] {
  const plainOnes = (Object.keys(columns) as (keyof typeof columns)[]).map((name) => segment[name]);
  const ofPostings = (postings: Postings) => (Object.keys(postingColumns) as (keyof Postings)[]).map((name) => postings[name]);
  return [...plainOnes, ...ofPostings(segment.inTitle), ...ofPostings(segment.inRest)];
}

/** A segment and a note as one object: a head in JSON, then the columns as they lie in memory, all of it compressed. */
export function pack(segment: Segment, note: unknown = {}): Uint8Array {
  const all = columnsOf(segment);
  const { size, places, kinds, employers, clients } = segment;
  const head: Head = { shape, size, lengths: all.map((column) => column.length), lists: { places, kinds, employers, clients }, note };
  const headBytes = Buffer.from(JSON.stringify(head));
  const bytes = new Uint8Array(aligned(4 + headBytes.length) + all.reduce((sum, column) => sum + aligned(column.byteLength), 0));
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  let at = aligned(4 + headBytes.length);
  for (const column of all) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += aligned(column.byteLength);
  }
  return zstdCompressSync(bytes);
}

/** What was packed; undefined when it was packed under other numbers. Columns are views: nothing is copied. */
export function unpack(packed: Uint8Array): { segment: Segment; note: unknown } | undefined {
  const opened = zstdDecompressSync(packed);
  // views need their columns at even addresses
  const bytes = opened.byteOffset % 8 ? Uint8Array.from(opened) : opened;
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(Buffer.from(bytes.subarray(4, 4 + headLength)).toString()) as Head;
  if (head.shape !== shape) return undefined;
  let at = aligned(4 + headLength);
  const all = types.map((Type, i) => {
    const column = new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, head.lengths[i]);
    at += aligned(column.byteLength);
    return column;
  });
  const plainOnes = Object.fromEntries(Object.keys(columns).map((name, i) => [name, all[i]]));
  const count = Object.keys(columns).length;
  const postings = (from: number) => Object.fromEntries(Object.keys(postingColumns).map((name, i) => [name, all[from + i]]));
  const segment = { size: head.size, ...plainOnes, inTitle: postings(count), inRest: postings(count + 4), ...head.lists } as unknown as Segment;
  return { segment, note: head.note };
}
