import { type Asked, eachMet, type Part } from './ask.ts';
import { compareIds, idOf, type Segment } from './segment.ts';
import { readWords } from './words.ts';

/** Segments that together are the index; an opening that a later one knows better is gone from the earlier. */
export interface SearchIndex {
  readonly parts: readonly Part[];
}

/** Where a page ended: what the last opening was ordered by, when it was made, its id. */
export interface Position {
  readonly rank: number;
  readonly createdAt: number;
  readonly jobId: string;
}

export interface Hit {
  readonly segment: Segment;
  readonly doc: number;
  readonly rank: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** All that are asked for, on this page or not. */
  readonly count: number;
  /** Where the next page begins, when there is one. */
  readonly next?: Position;
  /** What was taken as meant where a word as typed is nowhere. */
  readonly meant?: string;
}

const createdAt = ({ segment, doc }: Hit): number => segment.createdAt[doc] as number;

/** Below zero when the first stands before the second: the higher rank, then the newer, then by id. */
function order(a: Hit, b: Hit): number {
  return b.rank - a.rank || createdAt(b) - createdAt(a) || compareIds(a.segment, a.doc, b.segment, b.doc);
}

function isAfter(hit: Hit, { rank, createdAt: at, jobId }: Position): boolean {
  const difference = rank - hit.rank || at - createdAt(hit);
  return difference > 0 || (difference === 0 && idOf(hit.segment, hit.doc) > jobId);
}

/** Keeps the first few of many in order, without sorting the rest. */
function keepFirst(limit: number) {
  const kept: Hit[] = [];
  return {
    kept,
    /** Stands it before the last one kept, as far as rank and time say? */
    isWorthIt(rank: number, at: number): boolean {
      if (kept.length < limit) return true;
      const last = kept[limit - 1] as Hit;
      return rank > last.rank || (rank === last.rank && at >= createdAt(last));
    },
    offer(hit: Hit): void {
      if (kept.length === limit && order(hit, kept[limit - 1] as Hit) > 0) return;
      let at = kept.length;
      while (at > 0 && order(hit, kept[at - 1] as Hit) < 0) at--;
      kept.splice(at, 0, hit);
      if (kept.length > limit) kept.pop();
    },
  };
}

/** Answers a query from memory: the first openings after a position, and how many there are in all. */
export function search({ parts }: SearchIndex, asked: Asked, limit: number, after?: Position): Found {
  const words = asked.words
    ? readWords(
        asked.words,
        parts.map(({ segment }) => segment),
      )
    : [];
  const first = keepFirst(limit + 1);
  let count = 0;
  for (const part of parts) {
    const { segment } = part;
    eachMet(part, asked, words, (doc, rank) => {
      count++;
      if (!first.isWorthIt(rank, segment.createdAt[doc] as number)) return;
      const hit: Hit = { segment, doc, rank };
      if (!after || isAfter(hit, after)) first.offer(hit);
    });
  }
  const hits = first.kept.slice(0, limit);
  const last = hits.at(-1);
  const next = first.kept.length > limit && last ? { rank: last.rank, createdAt: createdAt(last), jobId: idOf(last.segment, last.doc) } : undefined;
  const slip = words.find((word) => word.isSlip);
  return { hits, count, ...(next ? { next } : {}), ...(slip?.texts[0] ? { meant: slip.texts[0] } : {}) };
}
