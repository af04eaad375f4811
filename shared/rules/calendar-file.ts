interface Entry {
  uid: string;
  writtenAt: string;
  startsAt: string;
  endsAt: string;
  title: string;
  place: string;
}

/** `20260209T020000Z` */
const stamp = (at: string): string => at.replace(/[-:]|\.\d+/g, '');
/** Commas, semicolons and line ends mean something in a calendar file. */
const escaped = (text: string): string => text.replace(/([\\,;])/g, '\\$1').replace(/\n/g, '\\n');

/** One entry for a calendar, with a reminder two hours before. 〔RFC 5545 §3.6.1、§3.6.6〕 */
export function calendarFile({ uid, writtenAt, startsAt, endsAt, title, place }: Entry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//shanhai//interviews//ZH',
    'BEGIN:VEVENT',
    `UID:${uid}@shanhai`,
    `DTSTAMP:${stamp(writtenAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
