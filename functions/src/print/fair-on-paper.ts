import { chinaDay, chinaTime, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';

/** What every sheet may say of a fair. */
export interface FairOnPaper {
  title: string;
  subtitle: string;
  hostName: string;
  place: string;
  opensAt: string;
  closesAt: string;
  helpDesks: readonly string[];
  demo?: boolean | undefined;
}

/** `2月7日 周六 9:00–15:00`; a fair of several days names both ends. */
export function whenWords(fair: Pick<FairOnPaper, 'opensAt' | 'closesAt'>): string {
  const { opensAt, closesAt } = fair;
  const start = `${monthDay(opensAt)} ${weekday(opensAt)} ${chinaTime(opensAt)}`;
  if (chinaDay(opensAt) === chinaDay(closesAt)) return `${start}–${chinaTime(closesAt)}`;
  return `${start} 到 ${monthDay(closesAt)} ${chinaTime(closesAt)}`;
}
