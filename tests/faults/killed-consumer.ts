import { writeSync } from 'node:fs';
import { handleChange } from '@shanhai/functions/src/change.ts';
import { buildDeps } from '@shanhai/functions/src/deps.ts';
import { readEnv } from '@shanhai/functions/src/env.ts';
import { loadSecrets } from '@shanhai/functions/src/outside/secrets.ts';

/** The consumer as a process of its own: takes batches from standard input, a line each, and says when one is counted. */
const env = readEnv(process.env);
const handle = handleChange(buildDeps(env, await loadSecrets(env)));
let text = '';
for await (const part of process.stdin) {
  text += String(part);
  const lines = text.split('\n');
  text = lines.pop() ?? '';
  for (const line of lines) {
    await handle({ Records: JSON.parse(line) });
    writeSync(1, 'counted\n');
  }
}
