import type { Congestion } from '@shanhai/shared/contract/allocations.ts';
import type { FitTable } from './fit-table.ts';

/** How often each opening is in front of somebody, against its places. */
function congestionOf(shown: Int32Array, places: readonly number[], eachMaySee: number): Congestion {
  const count = Math.max(1, places.length);
  const toNobody = places.filter((_, opening) => shown[opening] === 0).length;
  const toTooMany = places.filter((free, opening) => (shown[opening] as number) > free * eachMaySee).length;
  return { toNobody: toNobody / count, toTooMany: toTooMany / count };
}

/** The best fits of a row, as many as are shown at a time; of those that fit alike the earlier. */
function bestOf(row: Uint8Array, most: number): number[] {
  const counts = new Int32Array(256);
  for (const fit of row) counts[fit] = (counts[fit] as number) + 1;
  let least = 255;
  let above = 0;
  while (least > 1 && above + (counts[least] as number) < most) above += counts[least--] as number;
  const best: number[] = [];
  let atLeast = most - above;
  row.forEach((fit, opening) => {
    if (fit > least || (fit === least && atLeast-- > 0)) best.push(opening);
  });
  return best;
}

/**
 * If everybody were shown the openings that fit best, so many each: an opening is in front of too many when more people
 * than its places times that number see it. Relevance alone crowds people before the same doors.
 */
export function congestionOfBest({ people, openings, fits }: FitTable, places: readonly number[], shownToEach: number): Congestion {
  const shown = new Int32Array(openings);
  for (let person = 0; person < people; person++) {
    for (const opening of bestOf(fits.subarray(person * openings, (person + 1) * openings), shownToEach)) shown[opening] = (shown[opening] as number) + 1;
  }
  return congestionOf(shown, places, shownToEach);
}

/** The same for one recommendation each. */
export function congestionOfPlacement(openingOf: Int32Array, places: readonly number[]): Congestion {
  const shown = new Int32Array(places.length);
  for (const opening of openingOf) if (opening >= 0) shown[opening] = (shown[opening] as number) + 1;
  return congestionOf(shown, places, 1);
}
