import type { Sent } from '@shanhai/shared/contract/contract.ts';
import { type GateAct, keepAtGate } from '../../../api/gate-queue.ts';
import { closeFor } from '../../../at-work/close.ts';
import { judgeHere, refusalJudged } from '../judge-here.ts';
import { snapshotNow } from '../snapshot.ts';

type WalkIn = Sent<'attendance.registerWalkIn'>;

/** Name and phone are closed before they are kept. A list of an earlier version has no key with it, and nobody is turned away for that. */
async function actOf(fairId: string, gate: string, number: number, said: Omit<WalkIn, 'fairId' | 'deviceId' | 'nonce' | 'number' | 'gate'>): Promise<GateAct> {
  const sealKey = snapshotNow(fairId)?.sealKey;
  const sealed = sealKey && (await closeFor(sealKey, said).catch(() => undefined));
  return sealed ? { kind: 'sealed_walk_in', gate, number, sealed } : { kind: 'walk_in', gate, number, ...said };
}

/** A registration without network: judged by the kept numbers, kept on this device, sent later. */
export async function registerHere(fairId: string, gate: string, walkIn: WalkIn): Promise<{ number: number; at: string }> {
  const { fairId: _, deviceId: __, gate: ___, nonce, number: sent, ...said } = walkIn;
  const number = Number(sent);
  const judged = judgeHere(fairId, gate, { kind: 'walk_in', number, override: said.override });
  if (judged.outcome === 'refused') throw refusalJudged(judged);
  const { happenedAt } = keepAtGate(fairId, await actOf(fairId, gate, number, said), nonce);
  return { number, at: happenedAt };
}
