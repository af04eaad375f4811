import { buildDeps } from '@shanhai/functions/src/deps.ts';
import { readEnv } from '@shanhai/functions/src/env.ts';
import { sendDue } from '@shanhai/functions/src/messages/sender.ts';
import { loadSecrets } from '@shanhai/functions/src/outside/secrets.ts';

/** The sender of messages as a process of its own, at the moment it is told. */
const env = readEnv(process.env);
const at = process.env['AT'] ?? '';
await sendDue(buildDeps(env, await loadSecrets(env), { now: () => at }));
