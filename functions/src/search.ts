import { buildDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { serveApi } from './http/serve.ts';
import { loadSecrets } from './outside/secrets.ts';
import { searchPart } from './parts/search.ts';

const env = readEnv(process.env);

/** HTTP: the search, answered from the index in memory. */
export const handler = serveApi(buildDeps(env, await loadSecrets(env)), searchPart);
