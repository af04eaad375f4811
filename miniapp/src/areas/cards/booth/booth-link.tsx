import { answerWords } from '@shanhai/shared/rules/cards.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { isWorthSending } from '@shanhai/shared/rules/link.ts';
import type { BoothAct, BoothDeedKept } from '../../../api/booth-queue.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { LinkCard } from '../../../at-work/link-card.tsx';
import { NotSentList } from '../../../at-work/not-sent-list.tsx';
import { tellingOf } from './booth-words.ts';
import type { BoothKeeping } from './use-booth-keeping.ts';

function titleOf({ isDown, takenAt }: BoothKeeping): string {
  if (!isDown) return '有网';
  return takenAt ? '没网，照常用' : '没网，名片不在本机';
}

function queueWords({ waiting, isDown, takenAt }: BoothKeeping): string {
  const [first] = waiting;
  if (first) return `待传 ${waiting.length} 条，最早 ${chinaTime(first.happenedAt)}`;
  if (!isDown) return '都传上去了';
  return takenAt ? '回音先记在本机，有网自己传' : '有网时打开一次，没网就能用';
}

function listWords({ takenAt, problem }: BoothKeeping): string {
  if (problem?.code === 'storage') return '手机存满了，名片没存下，没网时用不了';
  return takenAt ? `名片 ${chinaTime(takenAt)} 版` : '名片还没存到本机';
}

function whatWas(act: BoothAct): string {
  const number = act.number === undefined ? '' : `${spokenNumber(act.number)} `;
  if (act.kind === 'answer') return `${number}${answerWords[act.answer]}`;
  return act.kind === 'agree' ? `${number}当面同意` : `${number}看过名片`;
}

function notSent({ nonce, happenedAt, payload, refusal }: BoothDeedKept) {
  if (!refusal) return [];
  const { title, words } = tellingOf(refusalOf(refusal.code, refusal.detail));
  const what = `${chinaTime(happenedAt)} ${whatWas(payload.act)}`;
  if (isWorthSending(refusal.code)) return [{ nonce, title: '传了好多次没传成', what, step: '还在这台上，没丢。点“再传一次”', isWorthSending: true }];
  return [{ nonce, title, what, step: words }];
}

/** What the booth did without network and the server did not take. */
export const BoothNotSent = ({ keeping: { refused } }: { keeping: BoothKeeping }) => <NotSentList items={refused.flatMap(notSent)} />;

/** One plain word on the network, what waits, and the recruiter's own switch. */
export const BoothLink = ({ keeping }: { keeping: BoothKeeping }) => (
  <LinkCard isDown={keeping.isDown} isForced={keeping.isForced} title={titleOf(keeping)} queue={queueWords(keeping)} list={listWords(keeping)} />
);
