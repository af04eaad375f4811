import type { FitTable } from './fit-table.ts';

/** What each group of people may choose: openings from the best fit downwards, in `to` and `fit` from `start[g]` to `start[g + 1]`. */
export interface Choices {
  start: Int32Array;
  to: Uint16Array;
  fit: Uint8Array;
}

const most = 65_535;

/** How many openings there are of each fit in a row; nought where it does not fit. */
function countFits(row: Uint8Array, counts: Int32Array): void {
  counts.fill(0);
  for (const fit of row) counts[fit] = (counts[fit] as number) + 1;
  counts[0] = 0;
}

/** Where the openings of each fit begin, the best first. */
function placeOfFits(counts: Int32Array, from: number): number {
  let at = from;
  for (let fit = 255; fit > 0; fit--) {
    const count = counts[fit] as number;
    counts[fit] = at;
    at += count;
  }
  return at;
}

/** Sorts the openings of every row by fit, by counting. @throws RangeError beyond 65,535 openings */
export function sortChoices({ people, openings, fits }: FitTable): Choices {
  if (openings > most) throw new RangeError(`At most ${most} kinds of openings`);
  let fitting = 0;
  for (const fit of fits) if (fit) fitting++;
  const choices: Choices = { start: new Int32Array(people + 1), to: new Uint16Array(fitting), fit: new Uint8Array(fitting) };
  const places = new Int32Array(256);
  for (let group = 0; group < people; group++) {
    const row = fits.subarray(group * openings, (group + 1) * openings);
    countFits(row, places);
    choices.start[group + 1] = placeOfFits(places, choices.start[group] as number);
    for (let opening = 0; opening < openings; opening++) {
      const fit = row[opening] as number;
      if (!fit) continue;
      const at = places[fit] as number;
      places[fit] = at + 1;
      choices.to[at] = opening;
      choices.fit[at] = fit;
    }
  }
  return choices;
}
