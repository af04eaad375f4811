import { buildDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { serveApi } from './http/serve.ts';
import { loadSecrets } from './outside/secrets.ts';
import { deskPart } from './parts/desk.ts';

const env = readEnv(process.env);

/** HTTP: what employers and officers do before and after a fair, so that it is not loaded where a fair waits. */
export const handler = serveApi(buildDeps(env, await loadSecrets(env)), deskPart);
