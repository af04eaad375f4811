import { sortChoices } from './choices.ts';
import { cut, type FitTable, openingsAlike, peopleAlike } from './fit-table.ts';
import { findFlow } from './flow.ts';

export interface Placement {
  /** Opening of each person, -1 for those without. */
  openingOf: Int32Array;
  totalFit: number;
  /** No placement can have more than this; equal to `totalFit` when the placement is the best there is. */
  bound: number;
}

/** Seats the people of a kind of opening on its single openings: each time where the greatest share of places is left. */
function spread(kindOf: Int32Array, kindOfPerson: Int32Array, places: readonly number[]): Int32Array {
  const members: number[][] = [];
  kindOf.forEach((kind, opening) => {
    members[kind] = [...(members[kind] ?? []), opening];
  });
  const left = [...places];
  const shareLeft = (opening: number): number => (left[opening] ?? 0) / (places[opening] || 1);
  return kindOfPerson.map((kind) => {
    const all = kind < 0 ? [] : (members[kind] ?? []);
    const opening = all.reduce((best, o) => (best < 0 || shareLeft(o) > shareLeft(best) ? o : best), -1);
    if (opening >= 0) left[opening] = (left[opening] ?? 0) - 1;
    return opening;
  });
}

/**
 * The placement of the greatest total fit: one opening at most for each person, no more people than places anywhere.
 * People alike and openings alike are reckoned together; which of two like openings somebody gets is settled by the places left.
 */
export function placePeople(table: FitTable, places: readonly number[]): Placement {
  const people = peopleAlike(table);
  const rows = cut(table, people.firsts, [...places.keys()]);
  const kinds = openingsAlike(rows);
  const small = cut(rows, [...people.firsts.keys()], kinds.firsts);
  const kindPlaces = new Int32Array(kinds.firsts.length);
  kinds.groupOf.forEach((kind, opening) => {
    kindPlaces[kind] = (kindPlaces[kind] as number) + (places[opening] ?? 0);
  });
  const flow = findFlow(sortChoices(small), people.groupOf, kindPlaces);
  const openingOf = spread(kinds.groupOf, flow.openingOf, places);
  const totalFit = openingOf.reduce((sum, opening, person) => sum + (opening < 0 ? 0 : (table.fits[person * table.openings + opening] as number)), 0);
  const priced = kindPlaces.reduce((sum, count, kind) => sum + count * (flow.prices[kind] as number), 0);
  return { openingOf, totalFit, bound: priced + flow.gains.reduce((sum, gain) => sum + gain, 0) };
}
