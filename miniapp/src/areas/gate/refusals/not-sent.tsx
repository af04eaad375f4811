import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { isWorthSending } from '@shanhai/shared/rules/link.ts';
import { type GateAct, type GateDeedKept, useGateDeeds } from '../../../api/gate-queue.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { NotSentList } from '../../../at-work/not-sent-list.tsx';
import { reasonOf, stepOf } from '../verdict.ts';

function whatWas(act: GateAct): string {
  const number = 'number' in act && act.number !== undefined ? ` ${spokenNumber(act.number)}` : '';
  if (act.kind === 'walk_in') return `登记${number} ${act.name}`;
  if (act.kind === 'sealed_walk_in') return `登记${number}`;
  if (act.kind === 'undo') return `撤销${number}`;
  return act.kind === 'scan' ? `扫码进场${number}` : '没让进';
}

function notSent({ nonce, happenedAt, payload, refusal }: GateDeedKept) {
  if (!refusal) return [];
  const { code, sentence } = refusalOf(refusal.code, refusal.detail);
  const what = `${chinaTime(happenedAt)} ${whatWas(payload.act)}`;
  if (isWorthSending(code))
    return [{ nonce, title: '传了好多次没传成', what, step: '人没丢，还在这台上。点“再传一次”，还不行请主办方的人看看', isWorthSending: true }];
  const step = payload.act.kind === 'refused' ? '只是没让进的记录，看过就行' : stepOf(code);
  return [{ nonce, title: reasonOf(code, sentence), what, step }];
}

/** What the gate did without network and the server did not take. */
export function NotSent({ fairId }: { fairId: string }) {
  const refused = useGateDeeds(fairId).filter((deed) => deed.state === 'refused');
  return <NotSentList items={refused.flatMap(notSent)} />;
}
