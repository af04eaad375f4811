import { fitOf, type Offered, type Wish } from '@shanhai/shared/rules/matching.ts';
import { expect, test } from 'vitest';
import { tableOf } from './fits.ts';

const places = ['310113', '310117', '530324'];
const trades = ['welder', 'cook', 'guard'] as const;
const days = [undefined, '2026-03-01', '2026-04-01'];

const offers: Offered[] = trades.flatMap((trade) =>
  places.flatMap((workRegion, i) =>
    days.map((startOn, j) => ({
      trade,
      workRegion,
      hasDorm: i > 0,
      takeHomeFen: 400_000 + 50_000 * (i + j),
      remaining: i === 2 && j === 2 ? 0 : 3,
      needsCertificate: j === 1,
      startOn,
    })),
  ),
);
const wishes: Wish[] = [
  { trades: [] },
  { trades: ['welder'], placeRegion: '310000', needsDorm: true },
  { trades: ['cook', 'guard'], leastTakeHomeFen: 500_000, startOn: '2026-03-15' },
  { trades: ['guard'], skills: [{ trade: 'guard', certificate: '保安员证' }], placeRegion: '530324' },
  { trades: ['welder'], skills: [{ trade: 'welder' }] },
];

test('the table of fits says what the rule of fit says of every pair, and nothing below the least fit', () => {
  for (const least of [1, 50, 80]) {
    const { fits } = tableOf(
      wishes.map((wish) => ({ wish })),
      offers,
      least,
    );
    const byRule = wishes.flatMap((wish) => offers.map((offer) => fitOf(wish, offer).score));
    expect([...fits]).toEqual(byRule.map((score) => (score >= least ? score : 0)));
  }
});
