import { buildDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { serveApi } from './http/serve.ts';
import { loadSecrets } from './outside/secrets.ts';
import { paperPart } from './paper/part.ts';

const env = readEnv(process.env);

/** HTTP: print packs, reports and the interface document. */
export const handler = serveApi(buildDeps(env, await loadSecrets(env)), paperPart);
