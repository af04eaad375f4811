import { buildDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { apiHandlers } from './handlers.ts';
import { serveApi } from './http/serve.ts';
import { loadSecrets } from './outside/secrets.ts';

const env = readEnv(process.env);

/** HTTP: everything a phone and a desk ask for. */
export const handler = serveApi(buildDeps(env, await loadSecrets(env)), apiHandlers);
