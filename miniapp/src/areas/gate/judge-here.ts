import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { type GateDeed, type Judged, judgeAtGate } from '@shanhai/shared/rules/gate-judge.ts';
import { type GateAct, keepAtGate } from '../../api/gate-queue.ts';
import { asRefusal, type Refusal, refusalOf } from '../../api/refusal.ts';
import { seenHere, snapshotHere } from './snapshot.ts';
import { type Asked, markedWords, type Verdict, verdictOfRefusal } from './verdict.ts';

/** What this device says by itself; the server counts its refusals later like its own. */
export function judgeHere(fairId: string, gate: string, deed: GateDeed): Judged {
  const snapshot = snapshotHere(fairId);
  if (!snapshot) throw refusalOf('network');
  const judged = judgeAtGate(snapshot, seenHere(fairId), deed, new Date().toISOString());
  if (judged.outcome === 'refused' && judged.code) noteRefusal(fairId, gate, judged.code);
  return judged;
}

/** On a full phone it is not counted; whoever stands there hears the reason all the same. */
export function noteRefusal(fairId: string, gate: string, code: string): void {
  try {
    keepAtGate(fairId, { kind: 'refused', gate, code });
  } catch (error) {
    if (asRefusal(error).code !== 'storage') throw error;
  }
}

export const refusalJudged = ({ code, detail }: Judged): Refusal => refusalOf(code ?? 'internal', detail);

/** Somebody who is there already; passing the same way twice is a fact of its own, and kept. */
function againHere(fairId: string, { number, flags = [] }: Judged, first: { at: string; gate: string }, act: GateAct, nonce: string): Verdict {
  const marked = markedWords(flags);
  if (marked) keepAtGate(fairId, act, nonce);
  return { kind: 'already', ...(number && { number }), words: marked ?? `${chinaTime(first.at)} ${first.gate}已经进过了` };
}

/** What was kept, in the words of the gate. */
function keptVerdict({ outcome, number }: Judged, { nonce, happenedAt }: { nonce: string; happenedAt: string }, gate: string): Verdict {
  if (outcome === 'went_out') return { kind: 'out', ...(number && { number }), words: '出去了，已记在本机' };
  if (outcome === 'back_in' && number) return { kind: 'in', number, words: '回来了，已记在本机', isBack: true };
  return { kind: 'kept', nonce, words: `${chinaTime(happenedAt)} ${gate}进场，号码有网后出来` };
}

/** A scan without network: kept on this device when somebody is let in, and said in the same words as with network. */
export function scanHere(fairId: string, gate: string, asked: Asked): Verdict | { kind: 'blank'; number: number } {
  const { nonce, ...shown } = asked;
  const judged = judgeHere(fairId, gate, { kind: 'scan', ...shown });
  if (judged.outcome === 'blank_strip') return { kind: 'blank', number: judged.number ?? 0 };
  if (judged.outcome === 'refused') return verdictOfRefusal(refusalJudged(judged), asked);
  const act: GateAct = { kind: 'scan', gate, ...shown };
  if (judged.outcome === 'already' && judged.first) return againHere(fairId, judged, judged.first, act, nonce);
  return keptVerdict(judged, keepAtGate(fairId, act, nonce), gate);
}
