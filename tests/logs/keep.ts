import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../support/builds.ts';

/** Keeps every line that the functions log during a run, for tests/logs/main.ts to look through when all is over. Nothing of it is shown. */
const folder = path.join(outputFolder, 'logs');
mkdirSync(folder, { recursive: true });
const file = path.join(folder, `${process.pid}.log`);

/** Several files share one process: the console is listened to once. */
const mark = Symbol.for('kept for tests/logs');

for (const how of ['log', 'warn', 'error'] as const) {
  if (mark in console[how]) continue;
  const say = console[how].bind(console);
  const keep = (...words: unknown[]): void => {
    const [line] = words;
    if (typeof line === 'string' && line.startsWith('{')) appendFileSync(file, `${line}\n`);
    else say(...words);
  };
  console[how] = Object.assign(keep, { [mark]: true });
}
