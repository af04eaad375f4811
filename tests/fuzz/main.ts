import { parseArgs } from 'node:util';
import { fuzzEdge } from './edge.ts';
import { fuzzSystem } from './system.ts';

/** `npm run fuzz -- --inputs 1000000 --sent 20000 --seed 7`: the nightly run. Ends with 1 when something broke, was wrongly taken or half written. */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    sent: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
  },
});
const seed = Number(values.seed);
const edge = fuzzEdge(Number(values.inputs), seed);
const whole = await fuzzSystem(Number(values.sent), seed);
const wrong = [...edge.broken, ...edge.wrong, ...whole.broken, ...whole.halfWritten];
console.table({ seed, inputs: edge.inputs, accepted: edge.accepted, sent: whole.sent, done: whole.done, wrong: wrong.length });
for (const one of wrong.slice(0, 50)) console.error(one);
process.exitCode = wrong.length > 0 ? 1 : 0;
