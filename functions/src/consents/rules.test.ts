import { consentPurposes, consentTexts, isAskedAgain } from '@shanhai/shared/rules/consents.ts';
import { describe, expect, test } from 'vitest';
import { type Entry, holds, standing, takenBackOf } from './rules.ts';

const [nine, ten, eleven] = ['2026-02-07T01:00:00.000Z', '2026-02-07T02:00:00.000Z', '2026-02-07T03:00:00.000Z'];
const given = (at: string, over: Partial<Entry> = {}): Entry => ({
  purpose: 'card',
  about: 'fair00001#3',
  said: 'given',
  at,
  receiver: '月汀钢构',
  version: '2026-11',
  how: 'tapped',
  ...over,
});
const back = (at: string): Entry => ({ purpose: 'card', about: 'fair00001#3', said: 'withdrawn', at });

describe('the ledger', () => {
  test('says when a yes was taken back, and keeps that it was given', () => {
    expect(standing([given(nine), back(ten)])).toMatchObject([{ at: nine, withdrawnAt: ten, receiver: '月汀钢构', version: '2026-11' }]);
  });
  test('a yes said again after it was taken back stands again', () => {
    const [one] = standing([given(eleven), back(ten), given(nine)]);
    expect(one).toMatchObject({ at: eleven });
    expect(one).not.toHaveProperty('withdrawnAt');
  });
  test('a yes and its end at one moment end', () => expect(standing([back(nine), given(nine)])).toMatchObject([{ withdrawnAt: nine }]));
  test('tells two employers apart, the newest first', () => {
    expect(standing([given(nine), given(ten, { about: 'fair00001#4' })]).map((c) => c.about)).toEqual(['fair00001#4', 'fair00001#3']);
  });
  test('an end without a yes is nothing to show', () => expect(standing([back(nine)])).toEqual([]));
});

describe('a yes', () => {
  const [one] = standing([given(nine, { endsAt: ten })]);
  test('holds until it ends', () => expect([holds(one, nine), holds(one, ten)]).toEqual([true, false]));
  test('taken back holds no longer', () => expect(holds(standing([given(nine), back(ten)])[0], nine)).toBe(false));
  test('never said does not hold', () => expect(holds(undefined, nine)).toBe(false));
});

describe('what was taken back', () => {
  const said = (at: string, over: Partial<Entry> = {}) => given(at, { purpose: 'categories', about: '', ...over });
  const ended = (at: string): Entry => ({ purpose: 'categories', about: '', said: 'withdrawn', at });
  test('is what the last word says, also where no yes was ever written down', () => {
    expect([...takenBackOf([said(nine), ended(ten)]), ...takenBackOf([ended(ten)])]).toEqual(['categories', 'categories']);
  });
  test('is nothing once it is said again', () => expect(takenBackOf([ended(ten), said(eleven)]).size).toBe(0));
  test('is not said of one card of many', () => expect(takenBackOf([given(nine), back(ten)]).size).toBe(0));
});

test('a changed text asks again', () => {
  const { version } = consentTexts.privacy;
  expect(isAskedAgain('privacy', undefined)).toBe(true);
  expect(isAskedAgain('privacy', { version: '2025-01' })).toBe(true);
  expect(isAskedAgain('privacy', { version, withdrawnAt: nine })).toBe(true);
  expect(isAskedAgain('privacy', { version })).toBe(false);
});

test.each(consentPurposes)('%s says in plain words what it is and what follows when it is taken back', (purpose) => {
  const { title, words, after, version, on } = consentTexts[purpose];
  expect([title, words, after].every((text) => text.length > 2)).toBe(true);
  expect([version, on]).toEqual([expect.stringMatching(/^\d{4}-\d\d/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
});
