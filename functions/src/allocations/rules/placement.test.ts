import { type Edge, minCostFlow } from 'min-cost-flow';
import { describe, expect, test } from 'vitest';
import { placeFirstCome } from './first-come.ts';
import type { FitTable } from './fit-table.ts';
import { placePeople } from './placement.ts';

/** Seeded numbers, so that a failure can be seen again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

interface Case {
  table: FitTable;
  places: number[];
}

function aCase(seed: number, kinds: number): Case {
  const below = chance(seed);
  const [people, openings] = [1 + below(14), 1 + below(8)];
  const fits = Uint8Array.from({ length: people * openings }, () => (below(3) ? Math.min(255, 1 + below(kinds)) : 0));
  return { table: { people, openings, fits }, places: Array.from({ length: openings }, () => below(4)) };
}

/** The greatest total fit as an independent solver finds it; going without costs what the worst fit costs. */
function bestBySolver({ table: { people, openings, fits }, places }: Case): number {
  const worst = 255;
  const edges: Edge<string>[] = [{ from: 'without', to: 'SINK', capacity: people, cost: 0 }];
  for (const [o, capacity] of places.entries()) edges.push({ from: `o${o}`, to: 'SINK', capacity, cost: 0 });
  for (let p = 0; p < people; p++) {
    edges.push({ from: 'SOURCE', to: `p${p}`, capacity: 1, cost: 0 }, { from: `p${p}`, to: 'without', capacity: 1, cost: worst });
    for (let o = 0; o < openings; o++) {
      const fit = fits[p * openings + o] ?? 0;
      if (fit) edges.push({ from: `p${p}`, to: `o${o}`, capacity: 1, cost: worst - fit });
    }
  }
  const flow = minCostFlow(edges, { source: 'SOURCE', sink: 'SINK' });
  return people * worst - flow.reduce((sum, edge) => sum + edge.flow * edge.cost, 0);
}

const totalOf = ({ table: { openings, fits } }: Case, openingOf: Int32Array): number =>
  openingOf.reduce((sum, o, p) => sum + (o < 0 ? 0 : (fits[p * openings + o] ?? 0)), 0);

describe('placing people on openings', () => {
  test('is never worse than an independent solver, over many small cases', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const one = aCase(seed, seed % 2 ? 5 : 250);
      const { openingOf, totalFit, bound } = placePeople(one.table, one.places);
      expect([seed, totalFit, bound, totalOf(one, openingOf)]).toEqual([seed, bestBySolver(one), totalFit, totalFit]);
    }
  });

  test('fills no opening beyond its places and puts nobody where they do not fit', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { table, places } = aCase(seed, 9);
      const { openingOf } = placePeople(table, places);
      const taken = places.map((_, o) => openingOf.filter((one) => one === o).length);
      expect(taken.every((count, o) => count <= (places[o] ?? 0))).toBe(true);
      expect(openingOf.every((o, p) => o < 0 || (table.fits[p * table.openings + o] ?? 0) > 0)).toBe(true);
    }
  });

  test('lets somebody take their second best when that places two', () => {
    const table = { people: 2, openings: 2, fits: Uint8Array.from([90, 80, 85, 0]) };
    expect([...placeFirstCome(table, [1, 1])]).toEqual([0, -1]);
    expect(placePeople(table, [1, 1])).toMatchObject({ totalFit: 165, bound: 165 });
    expect([...placePeople(table, [1, 1]).openingOf]).toEqual([1, 0]);
  });

  test('spreads people alike over openings alike by the places they have', () => {
    const table = { people: 6, openings: 2, fits: new Uint8Array(12).fill(70) };
    const { openingOf } = placePeople(table, [8, 4]);
    expect([0, 1].map((o) => openingOf.filter((one) => one === o).length)).toEqual([4, 2]);
  });

  test('leaves everybody without when there is no place', () => {
    const table = { people: 2, openings: 1, fits: Uint8Array.from([60, 60]) };
    expect(placePeople(table, [0])).toMatchObject({ totalFit: 0, bound: 0 });
  });
});
