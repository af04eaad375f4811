import { buildDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { loadSecrets } from './outside/secrets.ts';
import { handleOpenings } from './search/on-openings.ts';

const env = readEnv(process.env);

/** The table's stream and the clock at night: the index of openings. */
export const handler = handleOpenings(buildDeps(env, await loadSecrets(env)));
