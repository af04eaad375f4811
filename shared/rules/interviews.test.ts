import { describe, expect, test } from 'vitest';
import { endOf, isTimeToMeet, missingOfWhere, overlaps, remindAt, spanWords, whereWords } from './interviews.ts';

const at = (china: string): string => new Date(`${china}:00+08:00`).toISOString();
const span = (china: string, minutes = 30) => ({ startsAt: at(china), minutes });
const now = at('2026-02-07T12:00');

describe('two times', () => {
  test('overlap when one begins before the other ends', () => {
    expect(overlaps(span('2026-02-08T09:00'), span('2026-02-08T09:15'))).toBe(true);
    expect(overlaps(span('2026-02-08T09:15'), span('2026-02-08T09:00'))).toBe(true);
    expect(overlaps(span('2026-02-08T09:00', 60), span('2026-02-08T09:20', 15))).toBe(true);
  });
  test('one after the other do not', () => expect(overlaps(span('2026-02-08T09:00'), span('2026-02-08T09:30'))).toBe(false));
  test('are said from start to end', () => expect(spanWords(span('2026-02-08T09:45', 30))).toBe('9:45–10:15'));
});

describe('a time to meet', () => {
  test.each([
    ['2026-02-07T12:00', false],
    ['2026-02-07T12:15', true],
    ['2026-02-08T07:45', false],
    ['2026-02-08T08:00', true],
    ['2026-02-08T19:30', true],
    ['2026-02-08T19:45', false],
    ['2026-04-08T10:00', true],
    ['2026-04-09T10:00', false],
  ])('%s: %s', (china, can) => expect(isTimeToMeet(span(china), now)).toBe(can));
  test('ends when its minutes are over', () => expect(endOf(span('2026-02-08T09:00', 45))).toBe(at('2026-02-08T09:45')));
});

describe('a reminder comes', () => {
  test('at seven the evening before', () => expect(remindAt(at('2026-02-09T10:00'), now)).toBe(at('2026-02-08T19:00')));
  test('two hours before, where that evening is over', () => expect(remindAt(at('2026-02-07T16:00'), now)).toBe(at('2026-02-07T14:00')));
  test('not at all, where it is sooner', () => expect(remindAt(at('2026-02-07T13:00'), now)).toBeUndefined());
});

describe('where one meets', () => {
  test('is said in a line', () => {
    expect(whereWords({ kind: 'on_site', place: '月浦镇 12 号' })).toBe('月浦镇 12 号');
    expect(whereWords({ kind: 'phone' })).toBe('单位打您电话');
    expect(whereWords({ kind: 'video', videoTool: 'tencent_meeting', meetingNo: '123 456 789' })).toBe('腾讯会议 123 456 789');
  });
  test('names what is missing', () => {
    expect([missingOfWhere({ kind: 'on_site' }), missingOfWhere({ kind: 'video' }), missingOfWhere({ kind: 'phone' })]).toEqual([
      'place',
      'videoTool',
      undefined,
    ]);
  });
});
