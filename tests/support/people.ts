import { signSession } from '@shanhai/functions/src/signing/session-token.ts';
import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { type Actor, actorOf, Refused } from './call.ts';
import type { World } from './world.ts';

const farAway = '2027-12-31T00:00:00.000Z';

/** Somebody acting in a role, with a genuine token that outlasts every clock of the tests. */
export function actingAs({ api, deps }: Pick<World, 'api' | 'deps'>, caller: Caller): Actor {
  const token = signSession(caller, farAway, deps.sessionKey);
  const acting = { role: caller.role, scope: caller.scope };
  return actorOf(api, { token, expiresAt: farAway, workerId: caller.workerId, acting, held: [acting] });
}

/** The same person in the same role, on a day when the short session of the original has ended. */
export function lasting(world: World, { session }: Actor): Actor {
  const { role, scope } = session.acting;
  return actingAs(world, { workerId: session.workerId, role, scope });
}

/** Any number of job seekers; the same number is the same person. */
export function aWorker(world: Pick<World, 'api' | 'deps'>, n: number): Actor {
  return actingAs(world, { workerId: `worker${String(n).padStart(6, '0')}` as WorkerId, role: 'worker' });
}

/** How somebody was refused; an answer instead of a refusal fails the test. */
export async function refusalOf(asked: Promise<unknown>): Promise<Pick<Refused, 'code' | 'status' | 'detail'>> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, status: error.status, detail: error.detail };
    throw error;
  }
  throw new Error('It was not refused');
}

/** The code of a refusal. */
export const codeOf = async (asked: Promise<unknown>): Promise<string> => (await refusalOf(asked)).code;
