import { buildDeps } from './deps.ts';
import { duties } from './duties.ts';
import { readEnv } from './env.ts';
import { loadSecrets } from './outside/secrets.ts';
import { runDuties } from './turns.ts';

const env = readEnv(process.env);

/** The clock: whatever is due by now. */
export const handler = runDuties(buildDeps(env, await loadSecrets(env)), duties);
