import type { InterviewKind } from './applications.ts';
import { atChinaTime, chinaDay, chinaTime, dayAfter } from './china-day.ts';
import { afterMinutes } from './instants.ts';

export const interviewMinutes = [15, 20, 30, 45, 60] as const;
/** What is spoken through; an address to click is never sent along. */
export const videoTools = ['wechat', 'tencent_meeting', 'dingtalk'] as const;
export type VideoTool = (typeof videoTools)[number];
export const videoToolWords: Record<VideoTool, string> = { wechat: '微信视频', tencent_meeting: '腾讯会议', dingtalk: '钉钉视频' };

/** Why an employer moves or calls off a time. The person reads it. */
export const changeReasons = ['schedule', 'place', 'filled', 'other'] as const;
export type ChangeReason = (typeof changeReasons)[number];
export const changeReasonWords: Record<ChangeReason, string> = {
  schedule: '单位那天排不开',
  place: '地方有变动',
  filled: '岗位招满了',
  other: '单位临时有事',
};

/** `moved`: the employer put it at another time, and the person has not said yes to that. */
export const interviewStates = ['taken', 'moved', 'cancelled'] as const;
export type InterviewState = (typeof interviewStates)[number];
export const slotStatuses = ['open', 'cancelled'] as const;

export const mostSeats = 30;
export const mostSlots = 20;
/** So far ahead at most: who looks for work does not wait longer. */
const daysAhead = 60;

interface Span {
  startsAt: string;
  minutes: number;
}
export const endOf = ({ startsAt, minutes }: Span): string => afterMinutes(startsAt, minutes);
export const overlaps = (a: Span, b: Span): boolean => a.startsAt < endOf(b) && b.startsAt < endOf(a);

/** Can this be a time to meet? Ahead of now, within two months, by day. */
export function isTimeToMeet({ startsAt, minutes }: Span, now: string): boolean {
  const day = chinaDay(startsAt);
  const isByDay = startsAt >= atChinaTime(day, '08:00') && endOf({ startsAt, minutes }) <= atChinaTime(day, '20:00');
  return startsAt > now && day <= dayAfter(chinaDay(now), daysAhead) && isByDay;
}

/** When to remind: at seven the evening before, or two hours before where that evening is over. Not at all where even that is over. */
export function remindAt(startsAt: string, now: string): string | undefined {
  const evening = atChinaTime(dayAfter(chinaDay(startsAt), -1), '19:00');
  const shortly = afterMinutes(startsAt, -2 * 60);
  return [evening, shortly].find((at) => at > now);
}

interface Where {
  kind: InterviewKind;
  place?: string | undefined;
  videoTool?: VideoTool | undefined;
  meetingNo?: string | undefined;
}
/** Where and how one meets, in a line. */
export function whereWords({ kind, place, videoTool, meetingNo }: Where): string {
  if (kind === 'phone') return '单位打您电话';
  if (kind === 'on_site') return place ?? '';
  return [videoToolWords[videoTool ?? 'wechat'], meetingNo].filter(Boolean).join(' ');
}

/** What of it is missing, as the name of a field. */
export function missingOfWhere({ kind, place, videoTool }: Where): 'place' | 'videoTool' | undefined {
  if (kind === 'on_site' && !place) return 'place';
  return kind === 'video' && !videoTool ? 'videoTool' : undefined;
}

/** `9:30–10:00` */
export const spanWords = (span: Span): string => `${chinaTime(span.startsAt)}–${chinaTime(endOf(span))}`;
