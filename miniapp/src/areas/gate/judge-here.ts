import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { type GateDeed, type Judged, judgeAtGate } from '@shanhai/shared/rules/gate-judge.ts';
import { type GateAct, keepAtGate } from '../../api/gate-queue.ts';
import { type Refusal, refusalOf } from '../../api/refusal.ts';
import { seenHere, snapshotHere } from './snapshot.ts';
import { type Asked, type Verdict, verdictOfRefusal } from './verdict.ts';

/** What this device says by itself; the server counts its refusals later like its own. */
export function judgeHere(fairId: string, gate: string, deed: GateDeed): Judged {
  const snapshot = snapshotHere(fairId);
  if (!snapshot) throw refusalOf('network');
  const judged = judgeAtGate(snapshot, seenHere(fairId), deed, new Date().toISOString());
  if (judged.outcome === 'refused' && judged.code) keepAtGate(fairId, { kind: 'refused', gate, code: judged.code });
  return judged;
}

export const refusalJudged = ({ code, detail }: Judged): Refusal => refusalOf(code ?? 'internal', detail);

/** A scan without network: kept on this device when somebody is let in, and said in the same words as with network. */
export function scanHere(fairId: string, gate: string, asked: Asked): Verdict | { kind: 'blank'; number: number } {
  const { code, number, nonce } = asked;
  const judged = judgeHere(fairId, gate, { kind: 'scan', code, number });
  if (judged.outcome === 'blank_strip') return { kind: 'blank', number: judged.number ?? 0 };
  if (judged.outcome === 'refused') return verdictOfRefusal(refusalJudged(judged), asked);
  const first = judged.first;
  if (judged.outcome === 'already' && first)
    return { kind: 'already', ...(judged.number && { number: judged.number }), words: `${chinaTime(first.at)} ${first.gate}已经进过了` };
  const act: GateAct = { kind: 'scan', gate, ...(code && { code }), ...(number && { number }) };
  const { happenedAt } = keepAtGate(fairId, act, nonce);
  return { kind: 'kept', nonce, words: `${chinaTime(happenedAt)} ${gate}进场，号码有网后出来` };
}
