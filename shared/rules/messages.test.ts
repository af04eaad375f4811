import { describe, expect, test } from 'vitest';
import { filled, isMessageKind, type MessageKind, messageKinds, paramsOf } from './messages.ts';

describe('a sentence', () => {
  test('is filled from the values', () => expect(filled('{employer}给您回音了', { employer: '月汀钢构' })).toBe('月汀钢构给您回音了'));
  test('shows an instant as day and time of China', () => {
    expect(filled('{opensAt} 开场', { opensAt: '2026-02-08T01:30:00.000Z' })).toBe('2月8日 周日 9:30 开场');
  });
  test('leaves no brace and no lonely colon where a value is missing', () => {
    expect(filled('{about}：{answer}', { about: '电工' })).toBe('电工');
    expect(filled('{about}：{answer}', { answer: '要您了' })).toBe('要您了');
  });
});

describe('the kinds', () => {
  const kinds: [string, MessageKind][] = Object.entries(messageKinds);
  test('know their own names only', () => {
    expect([isMessageKind('card.answered'), isMessageKind('toString'), isMessageKind('gone')]).toEqual([true, false, false]);
  });
  test.each(kinds)('%s has a title and words that end without a full stop, and a page of ours', (_, { title, words, page }) => {
    expect(title).toMatch(/^.{4,40}[^。]$/u);
    expect(words).toMatch(/^.{2,60}[^。]$/u);
    expect(page).toMatch(/^\/(tabs|areas)\/[a-z/-]+\/index$/);
  });
  test.each(kinds.filter(([, kind]) => kind.template))('%s has a short word for WeChat', (_, { phrase }) => expect(phrase).toMatch(/^\p{Script=Han}{1,5}$/u));
});

test('a page is opened with the values it asks for and no others', () => {
  expect(paramsOf(messageKinds['card.replied'], { fairId: 'f1', boothNo: '3', number: '0417' })).toEqual({ fairId: 'f1', boothNo: '3' });
});
