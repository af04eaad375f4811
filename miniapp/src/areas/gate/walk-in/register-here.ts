import type { Sent } from '@shanhai/shared/contract/contract.ts';
import { keepAtGate } from '../../../api/gate-queue.ts';
import { judgeHere, refusalJudged } from '../judge-here.ts';

/** A registration without network: judged by the kept numbers, kept on this device, sent later. */
export function registerHere(fairId: string, gate: string, walkIn: Sent<'attendance.registerWalkIn'>): { number: number; at: string } {
  const { fairId: _, deviceId: __, nonce, number: sent, ...said } = walkIn;
  const number = Number(sent);
  const judged = judgeHere(fairId, gate, { kind: 'walk_in', number, override: said.override });
  if (judged.outcome === 'refused') throw refusalJudged(judged);
  const { happenedAt } = keepAtGate(fairId, { kind: 'walk_in', ...said, number }, nonce);
  return { number, at: happenedAt };
}
