import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzEdge } from './edge.ts';

/** `npm run fuzz -- --inputs 1000000 --seed 7`: the nightly run. Ends with 1 when something broke or was wrongly taken. */
const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) } },
});
const { inputs, accepted, broken, wrong } = fuzzEdge(Number(values.inputs), Number(values.seed));
const figures = { seed: Number(values.seed), inputs, accepted, server_errors: broken.length, accepted_wrong: wrong.length };
const folder = path.resolve(import.meta.dirname, '../output');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'fuzz.json'), `${JSON.stringify(figures, null, 2)}\n`);
console.table(figures);
for (const one of [...broken, ...wrong].slice(0, 50)) console.error(one);
process.exitCode = broken.length + wrong.length > 0 ? 1 : 0;
