import { lookThrough } from './leaks.ts';

/** After the whole run: looks through every line the functions have logged. `node tests/logs/main.ts <least lines>` */
const { lines, leaks } = lookThrough();
for (const { kind, line } of leaks.slice(0, 20)) console.error(`${kind}: ${line}`);
console.log(`${lines} log lines, ${leaks.length} leaks`);
// a run that logged hardly anything has proved nothing
process.exitCode = leaks.length > 0 || lines < Number(process.argv[2] ?? 1) ? 1 : 0;
