import { chinaDay, chinaTime, daysBetween, monthDay } from '@shanhai/shared/rules/china-day.ts';

/** `2月5日 16:20` */
export const sentWords = (at: string): string => `${monthDay(at)} ${chinaTime(at)}`;

/** 今天送来 · 等了 3 天 */
export function waitedWords(submittedAt: string, day: string): string {
  const days = daysBetween(chinaDay(submittedAt), day);
  return days <= 0 ? '今天送来' : `等了 ${days} 天`;
}
