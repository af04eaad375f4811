import { fitPoints, type Offered, questions, type Wish } from '@shanhai/shared/rules/matching.ts';
import type { FitTable } from './fit-table.ts';

/** One question of a fit, asked once of offers that answer alike. */
interface Column {
  points: number;
  isMet: (wish: Wish, offer: Offered) => boolean;
  /** One offer for each answer, and which of them each offer is like. */
  firsts: Offered[];
  likeOf: Uint16Array;
}

function columnsOf(offers: readonly Offered[]): Column[] {
  return Object.entries(questions).map(([name, { word, isMet }]) => {
    const known = new Map<unknown, number>();
    const column: Column = { points: fitPoints[name as keyof typeof fitPoints], isMet, firsts: [], likeOf: new Uint16Array(offers.length) };
    offers.forEach((offer, at) => {
      const like = known.get(word(offer)) ?? column.firsts.push(offer) - 1;
      known.set(word(offer), like);
      column.likeOf[at] = like;
    });
    return column;
  });
}

function addPoints({ points, isMet, firsts, likeOf }: Column, wish: Wish, row: Uint8Array): void {
  const gains = Uint8Array.from(firsts, (offer) => (isMet(wish, offer) ? points : 0));
  for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) + (gains[likeOf[at] as number] as number);
}

/**
 * How well every person fits every offer, as `fitOf` says it; what fits less than `leastFit` or has no place left does
 * not fit. Wishes alike are reckoned once, and of each question only the answers that differ: millions of pairs a second.
 */
export function tableOf(people: readonly { wish: Wish }[], offers: readonly Offered[], leastFit: number): FitTable {
  const columns = columnsOf(offers);
  const rows = new Map<string, Uint8Array>();
  const fits = new Uint8Array(people.length * offers.length);
  const rowOf = (wish: Wish): Uint8Array => {
    const row = new Uint8Array(offers.length);
    for (const column of columns) addPoints(column, wish, row);
    return row.map((score, at) => (score >= leastFit && (offers[at]?.remaining ?? 0) > 0 ? score : 0));
  };
  people.forEach(({ wish }, person) => {
    const word = JSON.stringify(wish);
    const row = rows.get(word) ?? rowOf(wish);
    rows.set(word, row);
    fits.set(row, person * offers.length);
  });
  return { people: people.length, openings: offers.length, fits };
}
