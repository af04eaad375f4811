/** Prices of one kind of region; what is not known there is null. */
type Price =
  | 'millionWrites'
  | 'millionReads'
  | 'millionRequests'
  | 'millionCalls'
  | 'gigabyteSecond'
  | 'logGigabyte'
  | 'storedGigabyteMonth'
  | 'backupGigabyteMonth'
  /** Key, secret, alarms, dashboard, figures: the same however many come. */
  | 'monthly';
type List = Readonly<Record<Price, number | null> & { currency: string }>;

export interface Prices {
  readonly on: string;
  readonly note: string;
  readonly rate: number;
  readonly us: List;
  readonly china: List;
}

/** Figures of `npm run bench`, by name. */
export type Measured = Readonly<Record<string, { readonly value: number } | undefined>>;

export interface Size {
  readonly name: string;
  /** People who look for work through it in a year. */
  readonly people: number;
  readonly fairs: number;
}

export const sizes: readonly Size[] = [
  { name: 'one county', people: 8_000, fairs: 12 },
  { name: 'a province', people: 400_000, fairs: 900 },
  { name: 'all of Shanghai’s cooperation', people: 1_500_000, fairs: 3_500 },
];

/** What one person does in a year. Guesses, to be replaced by what the dashboard shows after the first season. */
const acts = { checkIns: 1.5, cards: 3, applications: 2, pages: 60, searches: 20 } as const;
/** How long a request is reckoned, with 1 GB; what it writes into the logs; what is kept of a person. */
const reckoned = { seconds: 0.05, logBytes: 700, keptBytes: 6_000, boardViewers: 5, fairHours: 4 } as const;

interface Use {
  readonly writes: number;
  readonly reads: number;
  readonly requests: number;
  readonly storedGigabytes: number;
}

function figure(measured: Measured, name: string): number {
  const found = measured[name];
  if (!found) throw new Error(`bench/results.json has no ${name}: run npm run bench`);
  return found.value;
}

/** Units of the table and requests in a year. The stream writes about once more for what is counted and listed. */
function useOf({ people, fairs }: Size, measured: Measured): Use {
  const of = (name: string): number => figure(measured, name);
  const [checkIns, cards, applications] = [people * acts.checkIns, people * acts.cards, people * acts.applications];
  const written = checkIns * of('checkin.write_units') + cards * of('card.write_units') + applications * 4;
  // a board asks every five seconds while its fair is open
  const boards = fairs * reckoned.boardViewers * reckoned.fairHours * 720;
  const pages = people * acts.pages;
  const reads =
    cards * of('card.read_units') + boards * of('board.read_units') + pages * (of('booths.read_units') / 2) + people * acts.searches * of('search.read_units');
  return {
    writes: written * 2,
    reads,
    requests: checkIns + cards + applications + boards + pages + people * acts.searches,
    storedGigabytes: (people * reckoned.keptBytes) / 1e9,
  };
}

/** A year in the currency of the list. */
function yearOf(use: Use, price: (name: Price) => number): number {
  const { writes, reads, requests, storedGigabytes } = use;
  const table = (writes / 1e6) * price('millionWrites') + (reads / 1e6) * price('millionReads');
  const run = (requests / 1e6) * (price('millionRequests') + price('millionCalls')) + requests * reckoned.seconds * price('gigabyteSecond');
  const kept = storedGigabytes * (price('storedGigabyteMonth') + price('backupGigabyteMonth')) * 12;
  return table + run + kept + ((requests * reckoned.logBytes) / 1e9) * price('logGigabyte') + price('monthly') * 12;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** The sheet as a table of Markdown. */
export function sheetOf(measured: Measured, prices: Prices): string {
  const inUs = (name: Price): number => prices.us[name] ?? 0;
  const inChina = (name: Price): number => prices.china[name] ?? inUs(name) * prices.rate;
  const rows = sizes.map((size) => {
    const use = useOf(size, measured);
    const perPerson = (yearOf(use, inChina) / size.people).toFixed(3);
    const cells = [size.name, whole(size.people), whole(size.fairs), whole(use.requests / 1000), whole(use.writes / 1000), whole(use.reads / 1000)];
    return `| ${[...cells, whole(yearOf(use, inUs)), whole(yearOf(use, inChina)), perPerson].join(' | ')} |`;
  });
  return [
    `Prices of ${prices.on}. ${prices.note}`,
    '',
    '| use | people a year | fairs a year | requests, thousand | write units, thousand | read units, thousand | USD a year | CNY a year, China | CNY per person |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    `Reckoned for a person and year: ${Object.entries(acts)
      .map(([name, times]) => `${times} ${name}`)
      .join(', ')}; ${reckoned.seconds * 1000} ms of 1 GB a request. Units of check-in, card, board and booth list are measured (\`bench/results.json\`).`,
  ].join('\n');
}
