import type { GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import { type Caller, type FairId, FairNumber, Instant, text } from '@shanhai/shared/contract/basics.ts';
import * as z from 'zod';
import type { GateDeps } from '../gate-deps.ts';

/** The device at work, as staff's calls name it. A revoked one is refused at once. */
export async function atDevice(
  fairId: FairId,
  { deviceId, gate }: { deviceId?: string | undefined; gate?: string },
  caller: Caller,
  deps: GateDeps,
): Promise<void> {
  if (!deviceId) return;
  const at = gate || (await deps.devices.live(fairId, deviceId))?.gate;
  if (at) await deps.devices.report(fairId, deviceId, { kind: 'gate', gate: at, by: caller.workerId });
}

/** Answered for good: not one of those that are to be sent again. */
export const isSettled = ({ outcome, problem }: GateOutcome): boolean => outcome !== 'refused' || problem?.code !== 'try_again';

/** What can be read of an action that was held up: a device may have sent anything. */
const Readable = z.object({
  kind: text(40).catch('unread'),
  happenedAt: Instant.optional().catch(undefined),
  gate: text(10).optional().catch(undefined),
  number: FairNumber.optional().catch(undefined),
});

/** An action as whoever decides sees it: what, when and where, and nobody's name. */
export function seenHeld({ nonce, arrivedAt, action }: Awaited<ReturnType<GateDeps['devices']['held']>>[number]) {
  const { happenedAt = arrivedAt, ...told } = Readable.parse(action);
  return { nonce, arrivedAt, happenedAt, ...told };
}

type Sent = { nonce?: string | undefined; gate?: unknown };
export const gateOf = (actions: readonly Sent[]): string => String(actions.find((a) => typeof a.gate === 'string')?.gate ?? '').slice(0, 10);
