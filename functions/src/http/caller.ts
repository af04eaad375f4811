import type { Caller, Entry } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { GateDeps } from '../gate-deps.ts';
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

/** A role of staff that was taken away is gone within the five seconds that an instance remembers; half a unit for each person and instance in them. */
async function requireUnrevoked({ workerId, generation = 0 }: Caller, { identity }: Pick<GateDeps, 'identity'>): Promise<void> {
  if (generation < (await identity.generationOf(workerId))) throw new Problem('not_signed_in');
}

/**
 * A recruiter acts only as long as they work for the employer, a steward as long as the host wants them at the gate: asked on
 * every call, half a unit, because a session lives on for half an hour. Whoever has left is a person like any other, where
 * anybody or a worker may call.
 */
export async function asTheyStand(caller: Caller | undefined, by: Entry['by'], { identity }: Pick<GateDeps, 'identity'>): Promise<Caller | undefined> {
  if (!caller || caller.role === 'worker') return caller;
  if (caller.role !== 'recruiter' && caller.role !== 'steward') {
    await requireUnrevoked(caller, { identity });
    return caller;
  }
  const held = await identity.heldNow(caller.workerId, caller);
  if (held) return { ...caller, duty: held.duty ?? caller.role };
  if (by !== 'anyone' && !by.includes('worker')) throw new Problem(caller.role === 'steward' ? 'no_longer_steward' : 'no_longer_member');
  return { workerId: caller.workerId, role: 'worker' };
}
