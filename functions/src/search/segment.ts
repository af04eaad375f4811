import type { JobId } from '@shanhai/shared/contract/basics.ts';
import { mealKinds } from '@shanhai/shared/rules/jobs.ts';
import { trades } from '@shanhai/shared/rules/trades.ts';
import { plain } from './grams.ts';
import type { KnownEmployer, KnownOpening } from './opening.ts';
import { type Postings, postingsOf } from './postings.ts';

export const idLength = 12;
export const flags = { dorm: 1, demo: 2, certificate: 4, hazardous: 8 } as const;

/** Openings side by side in columns, in the order of their ids, with the grams of their titles and of all the rest. */
export interface Segment {
  readonly size: number;
  /** Twelve letters each. */
  readonly ids: Uint8Array;
  readonly trade: Uint8Array;
  readonly meals: Uint8Array;
  readonly flags: Uint8Array;
  readonly kind: Uint8Array;
  readonly place: Uint16Array;
  readonly employer: Uint32Array;
  readonly client: Uint32Array;
  readonly payFen: Uint32Array;
  readonly remaining: Uint16Array;
  readonly createdAt: Uint32Array;
  readonly untilDay: Uint16Array;
  readonly startDay: Uint16Array;
  /** Where a title begins in `titles`; one more at the end. */
  readonly titleStarts: Uint32Array;
  readonly titles: Uint16Array;
  readonly inTitle: Postings;
  readonly inRest: Postings;
  /** What the numbers of `place`, `kind`, `employer` and `client` stand for. */
  readonly places: readonly string[];
  readonly kinds: readonly string[];
  readonly employers: readonly KnownEmployer[];
  /** Names; the empty one stands for openings of the employer itself. */
  readonly clients: readonly string[];
}

/** Numbers for values, in the order in which they are first met. */
export function numbering<T, K>(keyOf: (value: T) => K) {
  const numbers = new Map<K, number>();
  const values: T[] = [];
  return {
    values,
    of(value: T): number {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

const inIdOrder = (a: KnownOpening, b: KnownOpening): number => (a.jobId < b.jobId ? -1 : 1);

function writeIds(openings: readonly KnownOpening[]): Uint8Array {
  const ids = new Uint8Array(openings.length * idLength);
  openings.forEach(({ jobId }, doc) => {
    for (let i = 0; i < idLength; i++) ids[doc * idLength + i] = jobId.charCodeAt(i);
  });
  return ids;
}

function writeTitles(openings: readonly KnownOpening[]): { titleStarts: Uint32Array; titles: Uint16Array } {
  const titleStarts = new Uint32Array(openings.length + 1);
  openings.forEach(({ title }, doc) => {
    titleStarts[doc + 1] = (titleStarts[doc] as number) + title.length;
  });
  const titles = new Uint16Array(titleStarts[openings.length] as number);
  openings.forEach(({ title }, doc) => {
    for (let i = 0; i < title.length; i++) titles[(titleStarts[doc] as number) + i] = title.charCodeAt(i);
  });
  return { titleStarts, titles };
}

const flagsOf = ({ hasDorm, isDemo, needsCertificate, isHazardous }: KnownOpening): number =>
  (hasDorm ? flags.dorm : 0) | (isDemo ? flags.demo : 0) | (needsCertificate ? flags.certificate : 0) | (isHazardous ? flags.hazardous : 0);

/** A segment of these openings; each id once. */
export function buildSegment(unsorted: readonly KnownOpening[]): Segment {
  const openings = [...unsorted].sort(inIdOrder);
  const places = numbering((region: string) => region);
  const kinds = numbering((kind: string) => kind);
  const employers = numbering((employer: KnownEmployer) => employer.employerId);
  const clients = numbering((name: string) => name);
  return {
    size: openings.length,
    ids: writeIds(openings),
    trade: Uint8Array.from(openings, (o) => trades.indexOf(o.trade)),
    meals: Uint8Array.from(openings, (o) => mealKinds.indexOf(o.meals)),
    flags: Uint8Array.from(openings, flagsOf),
    kind: Uint8Array.from(openings, (o) => kinds.of(o.kind)),
    place: Uint16Array.from(openings, (o) => places.of(o.workRegion)),
    employer: Uint32Array.from(openings, (o) => employers.of(o.employer)),
    client: Uint32Array.from(openings, (o) => clients.of(o.clientName ?? '')),
    payFen: Uint32Array.from(openings, (o) => o.takeHomeFen),
    remaining: Uint16Array.from(openings, (o) => o.remaining),
    createdAt: Uint32Array.from(openings, (o) => o.createdAt),
    untilDay: Uint16Array.from(openings, (o) => o.untilDay),
    startDay: Uint16Array.from(openings, (o) => o.startDay),
    ...writeTitles(openings),
    inTitle: postingsOf(openings.map((o) => plain(o.title))),
    inRest: postingsOf(openings.map((o) => o.rest)),
    places: places.values,
    kinds: kinds.values,
    employers: employers.values,
    clients: clients.values,
  };
}

export const idOf = ({ ids }: Segment, doc: number): JobId => String.fromCharCode(...ids.subarray(doc * idLength, (doc + 1) * idLength)) as JobId;

export const titleOf = ({ titles, titleStarts }: Segment, doc: number): string =>
  String.fromCharCode(...titles.subarray(titleStarts[doc], titleStarts[doc + 1]));

/** Which of two comes first by id: negative when the first. */
export function compareIds(one: Segment, a: number, other: Segment, b: number): number {
  for (let i = 0; i < idLength; i++) {
    const difference = (one.ids[a * idLength + i] as number) - (other.ids[b * idLength + i] as number);
    if (difference) return difference;
  }
  return 0;
}

/** Where an opening stands, -1 when it is not here. */
export function find(segment: Segment, jobId: string): number {
  let from = 0;
  let to = segment.size;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (idOf(segment, middle) < jobId) from = middle + 1;
    else to = middle;
  }
  return from < segment.size && idOf(segment, from) === jobId ? from : -1;
}
