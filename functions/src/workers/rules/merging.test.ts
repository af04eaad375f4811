import { describe, expect, test } from 'vitest';
import type { Profile } from '../profile.ts';
import { mergeCategories, mergeProfiles, restored } from './merging.ts';

const home = { regionCode: '530324', town: '富乐镇' };
const her: Profile = { name: '杨桂兰', phone: '12066600001', wish: { trades: ['electrician'] }, skills: [{ trade: 'electrician', level: 'middle' }] };
const surveyed: Profile = {
  name: '杨贵兰',
  home,
  wish: { trades: ['farm'], needsDorm: true },
  skills: [{ trade: 'electrician' }, { trade: 'farm' }],
  looking: { is: true, saidAt: '2026-02-01T00:00:00.000Z' },
};

describe('two records made one', () => {
  test('keep what the surviving one says and take what it does not say', () => {
    expect(mergeProfiles(her, surveyed, [])).toMatchObject({ name: '杨桂兰', phone: '12066600001', home, wish: { trades: ['electrician'] } });
  });
  test('take what a human chose', () => {
    expect(mergeProfiles(her, surveyed, ['name', 'wish'])).toMatchObject({ name: '杨贵兰', wish: { trades: ['farm'] } });
  });
  test('take nothing from a field that says nothing', () => expect(mergeProfiles(her, surveyed, ['phone']).phone).toBe('12066600001'));
  test('have the skills of both, each once', () => {
    expect(mergeProfiles(her, surveyed, []).skills).toEqual([{ trade: 'electrician', level: 'middle' }, { trade: 'farm' }]);
  });
  test('are looking as said last', () => expect(mergeProfiles(her, surveyed, []).looking).toEqual(surveyed.looking));
  test('are young as the record with the resident id says', () => {
    const young = { ...surveyed, isIdKnown: true, youngUntilOn: '2027-01-01' };
    expect(mergeProfiles(her, young, []).youngUntilOn).toBe('2027-01-01');
    expect(mergeProfiles({ ...her, isIdKnown: true }, young, []).youngUntilOn).toBeUndefined();
  });
});

test('of two words on one category the later holds', () => {
  const held = { category: 'rural' as const, by: 'self' as const };
  const [early, late] = [
    { ...held, source: '本人说的', on: '2026-01-01' },
    { ...held, source: '村里报的', on: '2026-02-01' },
  ];
  expect(mergeCategories([early], [late])).toEqual([late]);
  expect(mergeCategories(undefined, [early])).toEqual([early]);
});

describe('undoing', () => {
  const [before, after] = [
    { name: '杨桂兰', rev: 3 },
    { name: '杨桂兰', home, rev: 4 },
  ];
  test('gives back what was', () => expect(restored(before, after, after)).toEqual(before));
  test('keeps what was changed since', () => {
    expect(restored(before, after, { ...after, phone: '12066600002', rev: 5 })).toEqual({ name: '杨桂兰', phone: '12066600002', rev: 3 });
  });
  test('keeps what was taken away since', () => expect(restored({ ...before, home }, after, { name: '杨桂兰', rev: 5 })).toEqual({ name: '杨桂兰', rev: 3 }));
  test('of what was not there leaves nothing', () => expect(restored(undefined, after, after)).toEqual({}));
});
