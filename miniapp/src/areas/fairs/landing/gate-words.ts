import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';

type Fair = Output<'fairs.get'>;

/** `9:00` when it is today, else `2月14日 9:00`. */
function clock(at: string, now: string): string {
  return chinaDay(at) === chinaDay(now) ? chinaTime(at) : `${monthDay(at)} ${chinaTime(at)}`;
}

const nextWords = (next: Fair | undefined): string => (next ? `下一场 ${monthDay(next.opensAt)}，${next.subtitle || next.place}` : '下一场定了会排在首页');

/** Why one cannot check in now, and what to do instead; undefined while the gates are open. */
export function gateNotice(fair: Fair, next: Fair | undefined, now: string): { title: string; words: string } | undefined {
  switch (gateStateAt(fair, now)) {
    case 'open':
      return undefined;
    case 'unpublished':
      return { title: '这场还没发布', words: '发布了才能签到' };
    case 'early':
      return { title: '还没开场', words: `${clock(fair.opensAt, now)} 开始签到，先看看岗位` };
    case 'over':
      return { title: `这场 ${clock(fair.closesAt, now)} 已经散场`, words: nextWords(next) };
    case 'closed':
      return { title: '这场已经散了', words: nextWords(next) };
  }
}

/** A code that can be read but is not one to check in with. */
export const otherCodes = {
  strip: { title: '这是号码条上的码', words: '签到请扫门口的大海报。号码条到展位给招聘的人看' },
  person: { title: '这是一个人的码', words: '到门口和展位，给工作人员扫的。签到请扫门口的大海报' },
} as const;
