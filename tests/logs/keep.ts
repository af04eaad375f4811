import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../support/builds.ts';

/** Keeps every line that the functions log during a run, for tests/logs/main.ts to look through when all is over. Nothing of it is shown. */
const folder = path.join(outputFolder, 'logs');
mkdirSync(folder, { recursive: true });
const file = path.join(folder, `${process.pid}.log`);

for (const how of ['log', 'warn', 'error'] as const) {
  const say = console[how].bind(console);
  console[how] = (...words: unknown[]): void => {
    const [line] = words;
    if (typeof line === 'string' && line.startsWith('{')) appendFileSync(file, `${line}\n`);
    else say(...words);
  };
}
