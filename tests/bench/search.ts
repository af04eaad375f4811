import type { Asked } from '@shanhai/functions/src/search/ask.ts';
import { type SearchIndex, search } from '@shanhai/functions/src/search/find.ts';
import { plain } from '@shanhai/functions/src/search/grams.ts';
import { pack, unpack } from '@shanhai/functions/src/search/pack.ts';
import { buildSegment } from '@shanhai/functions/src/search/segment.ts';
import { Index as FlexIndex } from 'flexsearch';
import MiniSearch from 'minisearch';
import { manyOpenings, searchedOn } from '../support/many-openings.ts';
import { type Figures, rounded } from './figures.ts';
import type { Stage } from './stage.ts';

const openings = 100_000;
const onPage = 20;
const usual: readonly Omit<Asked, 'today'>[] = [
  { words: '缝纫工', sort: 'fit' },
  { words: '电焊工', sort: 'fit', wish: { trades: ['welder'], placeRegion: '310000', needsDorm: true } },
  { words: '养老护理员', sort: 'newest' },
  { words: '宝山 保洁', sort: 'fit' },
  { words: '电工', region: '310000', leastTakeHomeFen: 500_000, sort: 'pay' },
  { words: '叉车', hasDorm: true, sort: 'near', homeRegion: '530324' },
  { region: '310113', hasDorm: true, sort: 'pay' },
  { words: '缝仞工', sort: 'fit' },
];
const broad: readonly Omit<Asked, 'today'>[] = [
  { words: '工', sort: 'fit' },
  { words: '上海市', sort: 'newest' },
  { sort: 'near', homeRegion: '530324' },
  { hasMeals: true, sort: 'pay' },
];
const wish = { trades: ['electrician', 'welder'], placeRegion: '310000', needsDorm: true, leastTakeHomeFen: 550_000 } as const;

const clock = (run: () => unknown): number => {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
};
const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

/** Every question asked in turn, again and again; the times in order. The first rounds warm the compiler up. */
function timed(questions: readonly (() => unknown)[], rounds: number): number[] {
  for (const ask of questions) for (let i = 0; i < 3; i++) ask();
  return Array.from({ length: rounds }, () => questions.map(clock))
    .flat()
    .sort((a, b) => a - b);
}

const asking = (index: SearchIndex, asked: Omit<Asked, 'today'>) => () => search(index, { ...asked, today: searchedOn }, onPage);

/** The pairs of characters, which is what both libraries are given as words: neither cuts Chinese by itself. */
const pairsOf = (text: string): string[] =>
  plain(text)
    .split(' ')
    .flatMap((word) => (word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))));

interface Rival {
  readonly loadMs: number;
  readonly times: readonly number[];
}

const rivalWords = ['缝纫工', '电焊工', '养老护理员', '保洁', '电工', '叉车'];

/** The same openings and words in MiniSearch: every pair of characters must be there, the title counts more. */
function askMiniSearch(all: ReturnType<typeof manyOpenings>): Rival {
  const options = { fields: ['title', 'rest'], idField: 'jobId', tokenize: pairsOf, processTerm: (term: string) => term };
  const built = new MiniSearch(options);
  built.addAll(all.map(({ jobId, title, rest }) => ({ jobId, title, rest })));
  const kept = JSON.stringify(built);
  let engine = built;
  const loadMs = clock(() => {
    engine = MiniSearch.loadJSON(kept, options);
  });
  const ask = (words: string) => () => engine.search(words, { combineWith: 'AND', boost: { title: 3 } }).slice(0, onPage);
  return { loadMs, times: timed(rivalWords.map(ask), 4) };
}

/** FlexSearch over titles and the rest as one text; it gives back ids and knows no filters. */
async function askFlexSearch(all: ReturnType<typeof manyOpenings>): Promise<Rival> {
  const fresh = () => new FlexIndex({ encode: pairsOf });
  const built = fresh();
  all.forEach(({ title, rest }, id) => {
    built.add(id, `${title} ${rest}`);
  });
  const kept = new Map<string, string>();
  await built.export((key, part) => {
    kept.set(key, part);
  });
  const engine = fresh();
  const loadMs = clock(() => {
    for (const [key, part] of kept) engine.import(key, part);
  });
  return {
    loadMs,
    times: timed(
      rivalWords.map((words) => () => engine.search(words, { limit: onPage })),
      12,
    ),
  };
}

/** What a search of the demo world costs the table, asked through the very function. */
async function readUnits({ system }: Stage): Promise<number> {
  const before = system.deps.table.meter.reads;
  await fetch(`${system.api}/search/jobs?words=${encodeURIComponent('电工')}`);
  return system.deps.table.meter.reads - before;
}

/** The index of 100,000 openings beside two well-known libraries, in one run. */
export async function measureSearch(stage: Stage): Promise<Figures> {
  // asked first: what follows keeps this process busy for longer than a connection waits
  const units = await readUnits(stage);
  const all = manyOpenings(openings);
  const bytes = pack(buildSegment(all));
  const loads = Array.from({ length: 15 }, () => clock(() => unpack(bytes))).sort((a, b) => a - b);
  const segment = unpack(bytes)?.segment;
  if (!segment) throw new Error('The index cannot be read');
  const index: SearchIndex = { parts: [{ segment, isGone: new Uint8Array(segment.size) }] };
  const own = timed(
    usual.map((asked) => asking(index, asked)),
    40,
  );
  const wide = timed(
    broad.map((asked) => asking(index, asked)),
    20,
  );
  const recommended = timed([asking(index, { fitsMe: true, sort: 'fit', wish })], 60);
  const alike = timed(
    rivalWords.map((words) => asking(index, { words, sort: 'fit' })),
    20,
  );
  const mini = askMiniSearch(all);
  const flex = await askFlexSearch(all);
  const ms = (value: number, note: string) => ({ value: rounded(value), unit: 'ms', note });
  const times = (value: number, note: string) => ({ value: rounded(value, 1), unit: 'times', note });
  const ratio = (rival: Rival) => quantile(rival.times, 0.5) / quantile(alike, 0.5);
  return {
    'search.100k.load_ms': ms(quantile(loads, 0.5), 'median of 15: the object as it lies in the bucket, unpacked and ready'),
    'search.100k.p50_ms': ms(quantile(own, 0.5), 'words, slips, filters, fit, pay, nearness; 20 openings and the count'),
    'search.100k.p95_ms': ms(quantile(own, 0.95), 'the same'),
    'search.100k.broad_p95_ms': ms(quantile(wide, 0.95), 'a single character, a whole city, everything by distance: 60,000 to 90,000 are found'),
    'search.100k.bytes': { value: bytes.length, unit: 'bytes', note: 'the object in the bucket' },
    'search.read_units': { value: units, unit: 'units', note: 'read units of the table for a search by somebody not signed in' },
    'search.ratio_to_minisearch': times(
      ratio(mini),
      `how many times quicker, median, words only; MiniSearch 7.2.0 p50 ${rounded(quantile(mini.times, 0.5))} ms, load ${rounded(mini.loadMs)} ms`,
    ),
    'search.ratio_to_flexsearch': times(
      ratio(flex),
      `the same without filters or order; FlexSearch 0.8.212 p50 ${rounded(quantile(flex.times, 0.5))} ms, load ${rounded(flex.loadMs)} ms`,
    ),
    'recommend.100k.ms': ms(quantile(recommended, 0.5), 'median: the best 20 of 100,000 for one person'),
  };
}
