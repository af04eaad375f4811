import type { Sent } from '@shanhai/shared/contract/contract.ts';
import { type GateAct, keepAtGate } from '../../../api/gate-queue.ts';
import { closeFor } from '../../../at-work/close.ts';
import { hubHas, walkInAtHub } from '../hub-deeds.ts';
import { judgeHere, refusalJudged } from '../judge-here.ts';
import { snapshotNow } from '../snapshot.ts';

type WalkIn = Sent<'attendance.registerWalkIn'>;

/** Name and phone are closed before they are kept. A list of an earlier version has no key with it, and nobody is turned away for that. */
async function actOf(fairId: string, gate: string, number: number, said: Omit<WalkIn, 'fairId' | 'deviceId' | 'nonce' | 'number' | 'gate'>): Promise<GateAct> {
  const sealKey = snapshotNow(fairId)?.sealKey;
  const sealed = sealKey && (await closeFor(sealKey, said).catch(() => undefined));
  return sealed ? { kind: 'sealed_walk_in', gate, number, sealed } : { kind: 'walk_in', gate, number, ...said };
}

/** A registration without network: judged by the hub in the hall or by the kept numbers, kept on this device, sent later. */
export async function registerHere(fairId: string, gate: string, walkIn: WalkIn): Promise<{ number: number; at: string }> {
  const { fairId: _, deviceId: __, gate: ___, nonce, number: sent, ...said } = walkIn;
  const number = Number(sent);
  const act = await actOf(fairId, gate, number, said);
  const asked = { act, nonce, happenedAt: new Date().toISOString() };
  // a reason for one more above the capacity is a supervisor's word, which only the server can tell
  const isAtHub = !said.override && (await walkInAtHub(fairId, asked));
  const judged = isAtHub ? undefined : judgeHere(fairId, gate, { kind: 'walk_in', number, override: said.override });
  if (judged?.outcome === 'refused') throw refusalJudged(judged);
  const { happenedAt } = keepAtGate(fairId, act, nonce, asked.happenedAt);
  if (isAtHub) hubHas(nonce);
  return { number, at: happenedAt };
}
