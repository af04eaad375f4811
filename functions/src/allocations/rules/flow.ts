import type { Choices } from './choices.ts';

export interface Flow {
  /** Opening of each person, -1 for nobody's. */
  openingOf: Int32Array;
  /** What a place is worth to the others; 0 where places are left. */
  prices: Int32Array;
  /** What each person has above the price of the place. Gains and prices of all places together equal the total fit: the proof that none is greater. */
  gains: Int32Array;
}

const nobody = -1;
const far = 1 << 20;

/** Who sits where. The people at an opening are `seats[from[o]] …`, as many as `taken[o]` says. */
interface Seating extends Flow {
  groupOf: Int32Array;
  places: Int32Array;
  from: Int32Array;
  taken: Int32Array;
  seats: Int32Array;
  seatOf: Int32Array;
}

/** What one search for a chain of moves writes down. */
interface Search {
  person: number;
  /** What the cheapest chain found so far costs everybody together. */
  cost: number;
  /** Where it ends: at an opening with a place left, or with somebody who goes without. */
  end: number;
  leaves: number;
  lossAt: Int32Array;
  mover: Int32Array;
  closed: number[];
  shelves: number[][];
  /** The person for whom this group was looked at last: people alike need one look. */
  seenFor: Int32Array;
}

function openSeating(groupOf: Int32Array, places: Int32Array): Seating {
  const from = new Int32Array(places.length + 1);
  for (let o = 0; o < places.length; o++) from[o + 1] = (from[o] as number) + (places[o] as number);
  const people = groupOf.length;
  return {
    groupOf,
    places,
    from,
    taken: new Int32Array(places.length),
    seats: new Int32Array(from[places.length] as number),
    seatOf: new Int32Array(people),
    openingOf: new Int32Array(people).fill(nobody),
    prices: new Int32Array(places.length),
    gains: new Int32Array(people),
  };
}

/** The best a group can gain at the prices of now. */
function bestGain({ start, to, fit }: Choices, group: number, prices: Int32Array): number {
  let best = 0;
  const end = start[group + 1] as number;
  for (let c = start[group] as number; c < end && (fit[c] as number) > best; c++) {
    const gain = (fit[c] as number) - (prices[to[c] as number] as number);
    if (gain > best) best = gain;
  }
  return best;
}

/** Looks at every opening this person could move to, having lost `loss` so far; openings that cost too much are cut off by their fit alone. */
function lookAround(mover: number, loss: number, choices: Choices, seating: Seating, search: Search): void {
  const { start, to, fit } = choices;
  const { groupOf, gains, prices, taken, places } = seating;
  const { lossAt, shelves } = search;
  const group = groupOf[mover] as number;
  const before = loss + (gains[mover] as number);
  const end = start[group + 1] as number;
  for (let c = start[group] as number; c < end && before - (fit[c] as number) < search.cost; c++) {
    const opening = to[c] as number;
    const there = before - (fit[c] as number) + (prices[opening] as number);
    if (there >= search.cost || there >= (lossAt[opening] as number)) continue;
    lossAt[opening] = there;
    search.mover[opening] = mover;
    if ((taken[opening] as number) < (places[opening] as number)) {
      search.cost = there;
      search.end = opening;
      search.leaves = nobody;
    } else shelves[there]?.push(opening);
  }
}

/** Everybody at a full opening may go without or move on. */
function lookAtSeats(opening: number, loss: number, choices: Choices, seating: Seating, search: Search): void {
  const { from, taken, seats, gains, groupOf } = seating;
  const first = from[opening] as number;
  const last = first + (taken[opening] as number);
  for (let s = first; s < last && search.cost > loss; s++) {
    const person = seats[s] as number;
    if (loss + (gains[person] as number) < search.cost) {
      search.cost = loss + (gains[person] as number);
      search.end = opening;
      search.leaves = person;
    }
    const group = groupOf[person] as number;
    if (search.seenFor[group] === search.person) continue;
    search.seenFor[group] = search.person;
    lookAround(person, loss, choices, seating, search);
  }
}

/** The cheapest chain that gives this person a place, or ends with somebody going without: openings are opened in the order of their loss. */
function findChain(person: number, choices: Choices, seating: Seating, search: Search): void {
  const gain = seating.gains[person] as number;
  Object.assign(search, { person, cost: gain, end: nobody, leaves: person });
  search.closed.length = 0;
  search.lossAt.fill(far);
  search.seenFor[seating.groupOf[person] as number] = person;
  lookAround(person, 0, choices, seating, search);
  for (let loss = 0; loss < search.cost; loss++) {
    const shelf = search.shelves[loss] as number[];
    for (let opening = shelf.pop(); opening !== undefined; opening = shelf.pop()) {
      if (search.lossAt[opening] !== loss) continue;
      search.closed.push(opening);
      lookAtSeats(opening, loss, choices, seating, search);
      if (loss >= search.cost) break;
    }
  }
  for (let loss = 0; loss <= gain; loss++) (search.shelves[loss] as number[]).length = 0;
}

/** Openings within the chain's cost become dearer by what was left of it; those who sit there gain that much less. */
function raisePrices({ prices, gains, from, taken, seats }: Seating, search: Search): void {
  for (const opening of search.closed) {
    const rise = search.cost - (search.lossAt[opening] as number);
    if (rise <= 0) continue;
    prices[opening] = (prices[opening] as number) + rise;
    const first = from[opening] as number;
    for (let s = first; s < first + (taken[opening] as number); s++) {
      const person = seats[s] as number;
      gains[person] = (gains[person] as number) - rise;
    }
  }
  gains[search.person] = (gains[search.person] as number) - search.cost;
}

/** Everybody on the chain moves one place on, from its end back to the person it began with. */
function move({ openingOf, seatOf, seats, from, taken }: Seating, { person, end, leaves, mover }: Search): void {
  if (end === nobody) return;
  let seat = (from[end] as number) + (taken[end] as number);
  if (leaves === nobody) taken[end] = (taken[end] as number) + 1;
  else {
    seat = seatOf[leaves] as number;
    openingOf[leaves] = nobody;
  }
  for (let opening = end; ; ) {
    const who = mover[opening] as number;
    const [leftOpening, leftSeat] = [openingOf[who] as number, seatOf[who] as number];
    seats[seat] = who;
    seatOf[who] = seat;
    openingOf[who] = opening;
    if (who === person) return;
    opening = leftOpening;
    seat = leftSeat;
  }
}

/**
 * Places people on openings so that the fits of all together are the greatest possible: a minimum-cost flow by
 * successive shortest paths. One by one each person enters at the least cost to all, others moving on where that is better.
 */
export function findFlow(choices: Choices, groupOf: Int32Array, places: Int32Array): Flow {
  const seating = openSeating(groupOf, places);
  const search: Search = {
    person: nobody,
    cost: 0,
    end: nobody,
    leaves: nobody,
    lossAt: new Int32Array(places.length),
    mover: new Int32Array(places.length),
    closed: [],
    shelves: Array.from({ length: 256 }, () => []),
    seenFor: new Int32Array(choices.start.length - 1).fill(nobody),
  };
  for (let person = 0; person < groupOf.length; person++) {
    seating.gains[person] = bestGain(choices, groupOf[person] as number, seating.prices);
    if (seating.gains[person] === 0) continue;
    findChain(person, choices, seating, search);
    raisePrices(seating, search);
    move(seating, search);
  }
  return { openingOf: seating.openingOf, prices: seating.prices, gains: seating.gains };
}
