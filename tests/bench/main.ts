import { measureAllocation } from './allocation.ts';
import { measureLag, measureWatchers } from './board.ts';
import { measureBytes } from './bytes.ts';
import { measureCrowds } from './crowd.ts';
import { measureFaults } from './faults.ts';
import type { Figures } from './figures.ts';
import { measureFunctions } from './functions.ts';
import { measureFuzz } from './fuzz.ts';
import { measureLogs } from './logs.ts';
import { measureMatrix } from './matrix.ts';
import { measureOutage } from './outage.ts';
import { measurePosts } from './posts.ts';
import { measureProvince } from './province.ts';
import { measureRestore } from './restore.ts';
import { keepResults } from './results.ts';
import { measureSearch } from './search.ts';
import { openStage, type Stage } from './stage.ts';
import { measureUnits } from './units.ts';

type Part = () => Promise<Figures> | Figures;

/** In the demo world on an engine of its own: an engine gets slower with every change it has ever seen. */
const onStage = (measure: (stage: Stage) => Promise<Figures>) => async (): Promise<Figures> => {
  const stage = await openStage();
  try {
    return await measure(stage);
  } finally {
    await stage.system.stop();
  }
};

/** What can be measured, by the word that asks for it alone. */
const parts: Record<string, readonly Part[]> = {
  units: [onStage(measureUnits)],
  crowd: [...measureCrowds, measureOutage, measureWatchers, measureLag].map(onStage),
  province: [measureProvince],
  faults: [measureFaults],
  matrix: [measureMatrix],
  bytes: [measureBytes],
  functions: [measureFunctions],
  restore: [measureRestore],
  fuzz: [measureFuzz],
  logs: [measureLogs],
  posts: [measurePosts],
  allocation: [measureAllocation],
  search: [onStage(measureSearch)],
};

/** `npm run bench`, or `npm run bench -- crowd faults` for some of it: figures for people to read; nothing here passes or fails. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts[name]);
if (unknown.length) throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const figures: Figures = {};
for (const [name, measures] of Object.entries(parts)) {
  if (asked.length && !asked.includes(name)) continue;
  for (const measure of measures) {
    const started = performance.now();
    const found = await measure();
    Object.assign(figures, found);
    console.table(found);
    console.log(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
  }
}
keepResults(figures, asked.length === 0);
