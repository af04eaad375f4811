import type { EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Booth } from '@shanhai/shared/contract/fairs.ts';
import { describe, expect, test } from 'vitest';
import { answerCard, type Card, isSeen, type Left, leaveCard, placeOf, replyToCard, seenCard, withdrawCard } from './rules.ts';

const at = '2026-02-07T04:00:00.000Z';
const employerId = 'employer0001' as EmployerId;
const [electrician, cook] = ['job000000001' as JobId, 'job000000002' as JobId];
const opening = { trade: 'electrician', headcount: 2, remaining: 2, takeHomeFen: 597_500, workRegion: '310113', hasDorm: true, meals: 'two', taste: '' };
const booth = Booth.parse({
  fairId: 'fair00001',
  boothNo: 3,
  label: 'A03',
  employerId,
  employerName: '月汀钢构',
  employerShortName: '月汀',
  employerVerifiedBy: '',
  employerVerifiedOn: '',
  employerRegion: '310113',
  contactName: '周敏',
  openings: [
    { ...opening, jobId: electrician, title: '电工' },
    { ...opening, jobId: cook, title: '帮厨', remaining: 0 },
  ],
});
const left = (over: Partial<Left> = {}): Left => ({
  workerId: 'worker000001' as WorkerId,
  number: 12,
  name: '杨桂兰',
  phone: '12066600001',
  trades: ['electrician'],
  jobId: electrician,
  consent: { employerId, version: '1' },
  spoken: false,
  ...over,
});
const aCard = (over: Partial<Card> = {}): Card => ({ ...leaveCard(booth, left(), at), ...over });

describe('leaving a card', () => {
  test('keeps the yes it rests on, and ends by itself after 90 days', () => {
    expect(aCard()).toMatchObject({
      employerId,
      jobTitle: '电工',
      takeHomeFen: 597_500,
      endsAt: '2026-05-08T04:00:00.000Z',
      answerBy: '2026-02-12T04:00:00.000Z',
      consent: { employerId, version: '1', at, spoken: false },
    });
  });
  test('with a yes for another employer is refused', () =>
    expect(() => leaveCard(booth, left({ consent: { employerId: 'employer0002' as EmployerId, version: '1' } }), at)).toThrow('consent_other_employer'));
  test('for an opening of another booth is refused', () =>
    expect(() => leaveCard(booth, left({ jobId: 'job000000009' as JobId }), at)).toThrow('opening_not_here'));
  test('for a full opening is refused', () => expect(() => leaveCard(booth, left({ jobId: cook }), at)).toThrow('opening_full'));
  test('without an opening is a card for the employer', () => expect(leaveCard(booth, left({ jobId: undefined }), at).jobTitle).toBeUndefined());
});

describe('what the employer sees', () => {
  test('is a card until it ends', () => {
    expect(isSeen(aCard(), at)).toBe(true);
    expect(isSeen(aCard(), '2026-05-08T04:00:00.000Z')).toBe(false);
    expect(isSeen(undefined, at)).toBe(false);
  });
  test('is nothing once it is withdrawn', () => expect(isSeen(withdrawCard(aCard(), at), at)).toBe(false));
  test('is neither the id nor the consent', () => expect(Object.keys(seenCard(aCard())).filter((k) => /Id$|consent$/.test(k) && k !== 'jobId')).toEqual([]));
  test('withdrawn twice keeps the first time', () => expect(withdrawCard(aCard({ withdrawnAt: at }), '2026-02-08T00:00:00.000Z').withdrawnAt).toBe(at));
});

describe('an answer', () => {
  const nonce = 'nonce-000001';
  test('is kept with its time, note and opening', () =>
    expect(answerCard(aCard(), booth, { answer: 'want', note: '带证件', nonce }, at)).toMatchObject({
      answer: 'want',
      answeredAt: at,
      note: '带证件',
      jobId: electrician,
    }));
  test('said otherwise asks the person again', () =>
    expect(answerCard(aCard({ answer: 'want', reply: 'accepted' }), booth, { answer: 'talk', nonce }, at)).toMatchObject({ answer: 'talk', reply: undefined }));
  test('said once more keeps the reply', () =>
    expect(answerCard(aCard({ answer: 'want', reply: 'accepted' }), booth, { answer: 'want', nonce }, at).reply).toBe('accepted'));
  test('of yes to a full opening is refused, any other is not', () => {
    expect(() => answerCard(aCard(), booth, { answer: 'want', jobId: cook, nonce }, at)).toThrow('opening_full');
    expect(answerCard(aCard(), booth, { answer: 'talk', jobId: cook, nonce }, at)).toMatchObject({ answer: 'talk', jobTitle: '帮厨' });
  });
  test('sent once more by the same request changes nothing, even after a newer answer', () => {
    const first = answerCard(aCard(), booth, { answer: 'want', nonce }, at);
    const second = answerCard(first, booth, { answer: 'no', nonce: 'nonce-000002' }, at);
    expect(answerCard(second, booth, { answer: 'want', nonce }, at)).toBe(second);
  });
  test('to a withdrawn card is refused', () =>
    expect(() => answerCard(aCard({ withdrawnAt: at }), booth, { answer: 'no', nonce }, at)).toThrow('card_withdrawn'));
});

describe('a reply', () => {
  test.each(['want', 'talk'] as const)('is given to %s', (answer) => expect(replyToCard(aCard({ answer }), 'accepted').reply).toBe('accepted'));
  test.each<Partial<Card>>([{}, { answer: 'no' }, { answer: 'want', reply: 'declined' }, { answer: 'want', withdrawnAt: at }])('is refused to %j', (over) => {
    expect(() => replyToCard(aCard(over), 'accepted')).toThrow('card_cannot_reply');
  });
});

test('a card takes a place while it is accepted and not taken back', () => {
  const accepted = aCard({ answer: 'want', jobId: cook, reply: 'accepted' });
  expect(placeOf(accepted)).toBe(cook);
  expect(placeOf({ ...accepted, withdrawnAt: at })).toBeUndefined();
  expect(placeOf({ ...accepted, reply: 'declined' })).toBeUndefined();
  expect(placeOf({ ...accepted, jobId: undefined })).toBeUndefined();
});
