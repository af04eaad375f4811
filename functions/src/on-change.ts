import { handleChange } from './change.ts';
import { buildDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { loadSecrets } from './outside/secrets.ts';

const env = readEnv(process.env);

/** The table's stream: live figures, attendance lists and cards per booth. */
export const handler = handleChange(buildDeps(env, await loadSecrets(env)));
