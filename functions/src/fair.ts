import { buildDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { serveApi } from './http/serve.ts';
import { loadSecrets } from './outside/secrets.ts';
import { fairPart } from './parts/fair.ts';

const env = readEnv(process.env);

/** HTTP: booths, cards, fairs, applications and what a person says of themselves. */
export const handler = serveApi(buildDeps(env, await loadSecrets(env)), fairPart);
