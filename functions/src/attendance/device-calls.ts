import type { GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import { type Caller, type FairId, Nonce } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { Deps } from '../deps.ts';

/** The device at work, as staff's calls name it. A revoked one is refused at once. */
export async function atDevice(
  fairId: FairId,
  { deviceId, gate }: { deviceId?: string | undefined; gate?: string },
  caller: Caller,
  deps: Deps,
): Promise<void> {
  if (!deviceId) return;
  const at = gate || (await deps.devices.live(fairId, deviceId))?.gate;
  if (at) await deps.devices.report(fairId, deviceId, { gate: at, by: caller.workerId });
}

/** Answered for good: not one of those that are to be sent again. */
export const isSettled = ({ outcome, problem }: GateOutcome): boolean => outcome !== 'refused' || problem?.code !== 'try_again';

/** Which of these were held from a revoked device and have come another way. */
export async function heldOf(fairId: FairId, deviceId: string, items: readonly GateOutcome[], { devices }: Deps): Promise<string[]> {
  const settled = new Set(items.filter(isSettled).map((one) => one.nonce));
  return settled.size ? (await devices.held(fairId, deviceId)).map((one) => one.nonce).filter((nonce) => settled.has(nonce)) : [];
}

/** An action as whoever decides sees it: what, when and where, and nobody's name. */
export function seenHeld({ nonce, arrivedAt, action }: Awaited<ReturnType<Deps['devices']['held']>>[number]) {
  const { kind, happenedAt, gate, number } = action;
  return {
    nonce,
    arrivedAt,
    kind: String(kind),
    happenedAt: String(happenedAt),
    ...(typeof gate === 'string' ? { gate } : {}),
    ...(typeof number === 'number' ? { number } : {}),
  };
}

type Sent = { nonce?: string | undefined; gate?: unknown };
export const gateOf = (actions: readonly Sent[]): string => String(actions.find((a) => typeof a.gate === 'string')?.gate ?? '').slice(0, 10);

/** From a device that was revoked nothing is taken, and nothing is lost: what it sends waits for somebody to look at it. */
export async function holdFromRevoked(fairId: FairId, deviceId: string, actions: readonly Sent[], deps: Deps): Promise<void> {
  if (!(await deps.devices.find(fairId, deviceId))?.revokedAt) return;
  const named = actions.flatMap((a) => (Nonce.safeParse(a.nonce).success ? [{ ...a, nonce: String(a.nonce) }] : []));
  await deps.devices.hold(fairId, deviceId, named);
  throw new Problem('device_revoked');
}
