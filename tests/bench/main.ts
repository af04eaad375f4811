import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureAllocation } from './allocation.ts';
import { measureBytes } from './bytes.ts';
import { measureCrowd } from './crowd.ts';
import type { Figures } from './figures.ts';
import { measurePosts } from './posts.ts';
import { measureSearch } from './search.ts';
import { openStage } from './stage.ts';
import { measureUnits } from './units.ts';

/** `npm run bench`: figures for people to read; nothing here passes or fails. */
const folder = path.resolve(import.meta.dirname, '../../bench');
const stage = await openStage();
const figures: Figures = {};
try {
  Object.assign(figures, await measureUnits(stage), await measureCrowd(stage), await measureBytes(), measurePosts(), measureAllocation());
  Object.assign(figures, await measureSearch(stage));
} finally {
  await stage.system.stop();
}
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'results.json'), `${JSON.stringify(figures, null, 2)}\n`);
console.table(Object.fromEntries(Object.entries(figures).map(([name, { value, unit, note }]) => [name, { value, unit, note }])));
