import { calendarFile } from '@shanhai/shared/rules/calendar-file.ts';
import { endOf, whereWords } from '@shanhai/shared/rules/interviews.ts';
import Taro from '@tarojs/taro';
import type { MyInterview } from './mine/interview-card.tsx';

const titleOf = ({ employerName, jobTitle }: MyInterview): string => `见面：${employerName} ${jobTitle}`;
const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

function download(interview: MyInterview): void {
  const { slotId: uid, takenAt: writtenAt, startsAt } = interview;
  const text = calendarFile({ uid, writtenAt, startsAt, endsAt: endOf(interview), title: titleOf(interview), place: whereWords(interview) });
  const address = window.URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${titleOf(interview)}.ics`;
  link.click();
  // The browser has taken the file by the next minute; the address would hold its memory for ever.
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
