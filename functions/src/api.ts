import { readEnv } from './env.ts';
import { gateDeps } from './gate-deps.ts';
import { serveApi } from './http/serve.ts';
import { loadSecrets } from './outside/secrets.ts';
import { gatePart } from './parts/gate.ts';

const env = readEnv(process.env);

/** HTTP: what a gate waits for. */
export const handler = serveApi(gateDeps(env, await loadSecrets(env)), gatePart);
