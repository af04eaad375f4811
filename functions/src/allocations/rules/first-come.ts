import type { FitTable } from './fit-table.ts';

function bestLeft(row: Uint8Array, left: readonly number[]): number {
  let best = -1;
  row.forEach((fit, opening) => {
    if (fit > (row[best] ?? 0) && (left[opening] ?? 0) > 0) best = opening;
  });
  return best;
}

/** What a placement is measured against: everybody in turn takes the best that is left. */
export function placeFirstCome({ people, openings, fits }: FitTable, places: readonly number[]): Int32Array {
  const left = [...places];
  const openingOf = new Int32Array(people).fill(-1);
  for (let person = 0; person < people; person++) {
    const best = bestLeft(fits.subarray(person * openings, (person + 1) * openings), left);
    openingOf[person] = best;
    if (best >= 0) left[best] = (left[best] ?? 0) - 1;
  }
  return openingOf;
}
