import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  answerRefusal,
  type BoothDeed,
  type BoothSnapshot,
  isForEarlierCard,
  isTakenBackSince,
  judgeAtBooth,
  leavingRefusal,
  markOf,
  openingMeant,
  type ShownHere,
} from './booth.ts';

const openings = [
  { jobId: 'job-1', remaining: 3 },
  { jobId: 'job-2', remaining: 0 },
];

describe('the opening of an answer', () => {
  test('is the one said, or the card’s, or the only one', () => {
    expect(openingMeant(openings, 'job-2', { jobId: 'job-1' })?.jobId).toBe('job-2');
    expect(openingMeant(openings, undefined, { jobId: 'job-1' })?.jobId).toBe('job-1');
    expect(openingMeant(openings, undefined, {})).toBeUndefined();
    expect(openingMeant(openings.slice(0, 1), undefined, {})?.jobId).toBe('job-1');
  });
  test('wants nobody more when it is full, but whoever accepted may be told again', () => {
    expect(answerRefusal({}, openings, { answer: 'want', jobId: 'job-2' })).toMatchObject({ code: 'opening_full' });
    expect(answerRefusal({ reply: 'accepted' }, openings, { answer: 'want', jobId: 'job-2' })).toBeUndefined();
    expect(answerRefusal({}, openings, { answer: 'talk', jobId: 'job-2' })).toBeUndefined();
  });
  test('is asked of no card that was taken back', () => {
    expect(answerRefusal({ withdrawnAt: '2026-02-07T04:00:00.000Z' }, openings, { answer: 'no' })).toMatchObject({ code: 'card_withdrawn' });
  });
});

test('no card is left at a booth that is withheld, nor for an opening that is full', () => {
  const consent = { employerId: 'emp' };
  expect(leavingRefusal({ employerId: 'emp', withheld: true, openings }, { consent })).toMatchObject({ code: 'employer_suspended' });
  expect(leavingRefusal({ employerId: 'emp', openings }, { consent, jobId: 'job-2' })).toMatchObject({ code: 'opening_full' });
  expect(leavingRefusal({ employerId: 'emp', openings }, { consent, jobId: 'job-1' })).toBeUndefined();
});

const at = (clock: string): string => `2026-02-07T${clock}:00.000Z`;
test('a card taken back after a yes, or within ten minutes before it, stays taken back', () => {
  expect(isTakenBackSince({ withdrawnAt: at('04:05') }, at('04:00'))).toBe(true);
  expect(isTakenBackSince({ withdrawnAt: at('03:51') }, at('04:00'))).toBe(true);
  expect(isTakenBackSince({ withdrawnAt: at('03:50') }, at('04:00'))).toBe(false);
  expect(isTakenBackSince({}, at('04:00'))).toBe(false);
});
test('an answer falls on the card that was seen; where none was, two clocks may be ten minutes apart', () => {
  expect(isForEarlierCard({ leftAt: at('04:00') }, { leftAt: at('04:00'), happenedAt: at('03:00') })).toBe(false);
  expect(isForEarlierCard({ leftAt: at('04:30') }, { leftAt: at('04:00'), happenedAt: at('05:00') })).toBe(true);
  expect(isForEarlierCard({ leftAt: at('04:10') }, { happenedAt: at('04:00') })).toBe(false);
  expect(isForEarlierCard({ leftAt: at('04:11') }, { happenedAt: at('04:00') })).toBe(true);
});

test('marks of ten thousand people at two fairs are all different', () => {
  const marks = Array.from({ length: 10_000 }, (_, i) => [markOf('fair00001', `person${i}`), markOf('fair00002', `person${i}`)]).flat();
  expect(new Set(marks).size).toBe(20_000);
});

interface Vector {
  name: string;
  agreed?: string;
  shown: string;
  deed: BoothDeed;
  outcome: string;
  code?: string;
  canAsk?: boolean;
}
const { vectors } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'booth-vectors.json'), 'utf8')) as { vectors: Vector[] };

describe('a device without network', () => {
  const signature = 'x'.repeat(18);
  const snapshot: BoothSnapshot = {
    fairId: 'fair00001',
    employerId: 'emp',
    openings: openings.slice(0, 1),
    strips: [{ from: 101, to: 105 }],
    cards: [
      { number: 101, mark: markOf('fair00001', 'strip0000001'), leftAt: at('04:00') },
      { number: 7, mark: markOf('fair00001', 'carded000001'), leftAt: at('04:00') },
    ],
  };
  const shownAs: Record<string, ShownHere> = {
    cardedCode: { code: `P1carded000001${signature}` },
    uncardedCode: { code: `P1uncarded0001${signature}` },
    cardedNumber: { number: 7 },
    strip1: { number: 101 },
    strip2: { number: 102 },
    strip3: { number: 103 },
    strip4: { number: 104 },
    strip5: { number: 105 },
    strip1Code: { code: `N1fair00001ABl${signature}` },
    otherStripCode: { code: `N1fair00002ABl${signature}` },
    posterCode: { code: `S1fair00001AAA${signature}` },
    noCode: { code: 'https://q.example.cn/menu' },
    unprinted: { number: 9321 },
    nothing: {},
  };
  test.each(vectors)('judges $name', ({ agreed, shown, deed, outcome, code, canAsk }) => {
    const agreedHere = agreed ? [shownAs[agreed]?.number ?? 0] : [];
    const judged = judgeAtBooth(snapshot, agreedHere, {
      ...(deed.kind === 'agree' && { consent: { employerId: 'emp' } }),
      ...deed,
      ...shownAs[shown],
    });
    expect(judged).toMatchObject({ outcome, ...(code && { code }), ...(canAsk !== undefined && { canAsk }) });
  });
});
