import { signSession } from '@shanhai/functions/src/signing/session-token.ts';
import { loadDemoWorld } from '@shanhai/infra/local/demo/load.ts';
import { type LocalSystem, type LocalSystemOptions, startLocalSystem } from '@shanhai/infra/local/local-system.ts';
import type { Role, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';

export interface Stage {
  system: LocalSystem;
  fair: Fair;
  booth: Booth;
  /** A session as the sign-in would give it, without the sign-in's own cost. */
  tokenFor(role: Role, scope?: string, workerId?: string): string;
  newWorkerId(): WorkerId;
}

/** The demo world with its open fair, on an engine of its own unless one is given. */
export async function openStage(options: LocalSystemOptions = {}): Promise<Stage> {
  process.env.LOG = 'off';
  const system = await startLocalSystem(options);
  const { deps } = system;
  await loadDemoWorld(deps, system.secrets.wechatAppId);
  const fair = (await deps.fairs.published(deps.now())).find((f) => f.opensAt <= deps.now());
  if (!fair) throw new Error('The demo world has no fair that is open now');
  const booth = (await deps.fairs.booths(fair.fairId)).find((b) => b.openings.length > 1);
  if (!booth) throw new Error('The open fair has no booth with openings');
  const newWorkerId = (): WorkerId => deps.newId(12) as WorkerId;
  const inTwoHours = new Date(Date.now() + 7_200_000).toISOString();
  return {
    system,
    fair,
    booth,
    newWorkerId,
    tokenFor: (role, scope, workerId = newWorkerId()) =>
      signSession({ workerId: workerId as WorkerId, role, ...(scope ? { scope } : {}) }, inTwoHours, deps.sessionKey),
  };
}
