import type { Output } from '@shanhai/shared/contract/contract.ts';
import { type ApplicationState, interviewKindWords, refusalReasonWords } from '@shanhai/shared/rules/applications.ts';
import { chinaDay, daysBetween, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import type { Tone } from '../../ui/chip.tsx';
import { dayWords } from '../../ui/place-words.ts';

export type Line = Output<'applications.waiting'>['items'][number];
export type Person = Output<'applications.open'>;

export const stateTones: Record<ApplicationState, Tone> = {
  applied: 'act',
  seen: 'act',
  interview: 'wait',
  wanted: 'ok',
  accepted: 'ok',
  arrived: 'ok',
  refused: 'grey',
  declined: 'grey',
  withdrawn: 'grey',
};

export const isWaiting = ({ state }: Line): boolean => state === 'applied' || state === 'seen';

/** How long there is to answer: the promise is the employer's own. */
export function dueOf({ answerBy }: Line, now: string): { words: string; tone: Tone } {
  const left = daysBetween(chinaDay(now), chinaDay(answerBy));
  if (answerBy < now) return { words: '过期没回', tone: 'stop' };
  if (left === 0) return { words: '今天要回', tone: 'stop' };
  return { words: left === 1 ? '明天要回' : `${monthDay(answerBy)}前回`, tone: left === 1 ? 'wait' : 'grey' };
}

/** `想做电工、焊工，富乐镇，2月7日投的` */
export const aboutWords = ({ trades, town, appliedAt }: Line): string =>
  [trades.length > 0 && `想做${trades.map((trade) => tradeWords[trade]).join('、')}`, town, `${monthDay(appliedAt)} 投的`].filter(Boolean).join('，');

/** What was said so far. */
export function saidWords({ state, interviewKind, reason, arrival }: Line): string | undefined {
  if (state === 'interview' && interviewKind) return interviewKindWords[interviewKind];
  if (state === 'refused' && reason) return refusalReasonWords[reason];
  return arrival ? `${dayWords(arrival.on)} 到岗${arrival.confirmedAt ? '' : '，等确认'}` : undefined;
}
