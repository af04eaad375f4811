import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../support/builds.ts';
import { leaksIn } from './leaks.ts';

/** After the whole run: looks through every line the functions have logged. `node tests/logs/main.ts <least lines>` */
const folder = path.join(outputFolder, 'logs');
const lines = readdirSync(folder).flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean));
const leaks = lines.flatMap((line) => leaksIn(line).map((kind) => ({ kind, line: line.slice(0, 300) })));
for (const { kind, line } of leaks.slice(0, 20)) console.error(`${kind}: ${line}`);
console.log(`${lines.length} log lines, ${leaks.length} leaks`);
// a run that logged hardly anything has proved nothing
process.exitCode = leaks.length > 0 || lines.length < Number(process.argv[2] ?? 1) ? 1 : 0;
