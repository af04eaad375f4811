import type { GateDeps } from '../gate-deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { version } from './version.ts';

export const systemHandlers: HandlersOf<'system', GateDeps> = {
  'system.health': async () => ({ ok: true as const, version }),
};
