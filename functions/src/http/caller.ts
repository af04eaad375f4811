import type { Caller, Entry } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { readSession } from '../signing/session-token.ts';

/** Who is calling, from `Authorization: Bearer …`; undefined without a token. A bad or expired token is refused. */
export function readCaller(headers: Record<string, string | undefined>, now: string, key: Uint8Array): Caller | undefined {
  const header = headers.authorization ?? headers.Authorization;
  if (!header) return undefined;
  const caller = readSession(header.replace(/^Bearer /, ''), now, key);
  if (!caller) throw new Problem('not_signed_in');
  return caller;
}

/** The role gate of an address. Ownership is the rule's question. */
export function admit(caller: Caller | undefined, by: Entry['by']): void {
  if (by === 'anyone') return;
  if (!caller) throw new Problem('not_signed_in');
  if (!by.includes(caller.role)) throw new Problem('not_allowed', { role: caller.role });
}
