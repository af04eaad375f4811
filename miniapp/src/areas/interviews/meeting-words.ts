import { interviewKindWords } from '@shanhai/shared/rules/applications.ts';
import { chinaDay, dayAfter, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { spanWords, whereWords } from '@shanhai/shared/rules/interviews.ts';

type Meeting = Parameters<typeof spanWords>[0] & Parameters<typeof whereWords>[0];

/** `明天 2月8日 周日` */
export function dayWords(at: string): string {
  const today = chinaDay(new Date().toISOString());
  const near = [today, dayAfter(today, 1), dayAfter(today, 2)].indexOf(chinaDay(at));
  return `${['今天 ', '明天 ', '后天 '][near] ?? ''}${monthDay(at)} ${weekday(at)}`;
}

/** `明天`, `2月12日` */
export const shortDay = (at: string): string => dayWords(at).split(' ')[0] ?? '';

/** `明天 2月8日 周日 9:30–10:00` */
export const whenWords = (meeting: Meeting): string => `${dayWords(meeting.startsAt)} ${spanWords(meeting)}`;
/** `当面谈，月浦镇 12 号` */
export const howWords = (meeting: Meeting): string => `${interviewKindWords[meeting.kind]}，${whereWords(meeting)}`;
