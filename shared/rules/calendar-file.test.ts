import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const file = calendarFile({
  uid: 'nonce000000100',
  writtenAt: '2026-02-07T04:00:00.000Z',
  startsAt: '2026-02-09T01:00:00.000Z',
  endsAt: '2026-02-09T01:30:00.000Z',
  title: '见面：月汀钢构 电工',
  place: '月浦镇 12 号, 找门卫; 登记',
});

test('an entry has its times in UTC, its place with nothing that a calendar would misread, and a reminder', () => {
  const lines = file.split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'DTSTAMP:20260207T040000Z',
      'DTSTART:20260209T010000Z',
      'DTEND:20260209T013000Z',
      'SUMMARY:见面：月汀钢构 电工',
      'LOCATION:月浦镇 12 号\\, 找门卫\\; 登记',
      'TRIGGER:-PT2H',
    ]),
  );
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
});
