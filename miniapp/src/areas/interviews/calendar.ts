import { endOf, whereWords } from '@shanhai/shared/rules/interviews.ts';
import Taro from '@tarojs/taro';
import type { MyInterview } from './mine/interview-card.tsx';

const titleOf = ({ employerName, jobTitle }: MyInterview): string => `见面：${employerName} ${jobTitle}`;
const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
/** `20260209T020000Z` */
const stamp = (at: string): string => at.replace(/[-:]|\.\d+/g, '');
/** Commas, semicolons and line ends mean something in a calendar file. */
const escaped = (text: string): string => text.replace(/([\\,;])/g, '\\$1').replace(/\n/g, '\\n');

/** One event, with a reminder two hours before. 〔RFC 5545〕 */
export function calendarFile(interview: MyInterview): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//shanhai//interviews//ZH',
    'BEGIN:VEVENT',
    `UID:${interview.slotId}@shanhai`,
    `DTSTAMP:${stamp(interview.takenAt)}`,
    `DTSTART:${stamp(interview.startsAt)}`,
    `DTEND:${stamp(endOf(interview))}`,
    `SUMMARY:${escaped(titleOf(interview))}`,
    `LOCATION:${escaped(whereWords(interview))}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(titleOf(interview))}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function download(interview: MyInterview): void {
  const address = window.URL.createObjectURL(new Blob([calendarFile(interview)], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${titleOf(interview)}.ics`;
  link.click();
  setTimeout(() => window.URL.revokeObjectURL(address), 60_000);
}

/** Into the phone's own calendar; in a browser as a file that the calendar opens. */
export async function keepInCalendar(interview: MyInterview): Promise<void> {
  if (process.env.TARO_ENV !== 'weapp') return download(interview);
  await Taro.addPhoneCalendar({
    title: titleOf(interview),
    startTime: seconds(interview.startsAt),
    endTime: String(seconds(endOf(interview))),
    location: whereWords(interview),
    alarm: true,
    alarmOffset: 7200,
  });
}
