import type { Output } from '@shanhai/shared/contract/contract.ts';
import { interviewKindWords, promiseWords, refusalAdvice, refusalReasonWords, type Stage, stageWords } from '@shanhai/shared/rules/applications.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import { dayWords } from '../../ui/place-words.ts';

export type Mine = Output<'applications.get'>;
/** Which application: the opening, and for whom when it is not one's own. */
export interface Whose {
  jobId: string;
  forWorkerId?: string;
}

export const stageTones: Record<Stage, Tone> = {
  waiting: 'grey',
  interview: 'wait',
  wanted: 'ok',
  accepted: 'ok',
  arrived: 'ok',
  refused: 'grey',
  declined: 'grey',
  withdrawn: 'grey',
};
export const stageIcons: Record<Stage, IconName> = {
  waiting: 'clock',
  interview: 'chat',
  wanted: 'okc',
  accepted: 'okc',
  arrived: 'flag',
  refused: 'minus',
  declined: 'minus',
  withdrawn: 'undo',
};

const waitingWords = ({ answerBy }: Mine, now: string): string => (answerBy < now ? '过了答应的日子还没回，已经报给人社局去催' : promiseWords(answerBy));
const refusedWords = ({ reason }: Mine): string => (reason ? `${refusalReasonWords[reason]}。${refusalAdvice[reason]}` : '看看差不多的岗位');
const arrivalWords = ({ arrival }: Mine): string => {
  if (!arrival) return '到了那天，点一下“我到岗了”';
  return arrival.saidBy === 'employer' ? `这家说您 ${dayWords(arrival.on)} 到岗了，对不对？` : '等这家确认您到岗';
};

/** What happens next, in one sentence. */
export function nextWords(mine: Mine, now: string): string {
  const words: Record<Stage, () => string> = {
    waiting: () => waitingWords(mine, now),
    interview: () => `${mine.interviewKind ? interviewKindWords[mine.interviewKind] : '见一面'}，电话别关`,
    wanted: () => '去不去，请您点一下',
    accepted: () => arrivalWords(mine),
    arrived: () => `${mine.arrival ? dayWords(mine.arrival.on) : ''} 到岗，两边都确认了`,
    refused: () => refusedWords(mine),
    declined: () => '别的岗位还可以投',
    withdrawn: () => '这家看不到您的资料了',
  };
  return words[mine.stage]();
}

/** `电工，月汀钢构，要您了` */
export const spokenMine = (mine: Mine, now: string): string => `${mine.jobTitle}，${mine.employerName}，${stageWords[mine.stage]}，${nextWords(mine, now)}`;
