import { describe, expect, test } from 'vitest';
import { fitOf, fitsFrom, type Offered, suits, type Wish } from './matching.ts';

const offer: Offered = { trade: 'electrician', workRegion: '310113', hasDorm: true, takeHomeFen: 600_000, remaining: 3 };
const wish: Wish = { trades: ['electrician'], placeRegion: '310000', needsDorm: true, leastTakeHomeFen: 550_000 };

describe('how an opening fits', () => {
  test('everything asked for is 100 points, and each reason is said', () => {
    expect(fitOf(wish, offer)).toEqual({ score: 100, reasons: ['是您想做的', '在您想去的地方', '包住', '到手够您要的'] });
  });
  test.each<[string, Partial<Offered>, number]>([
    ['another trade', { trade: 'cook' }, 50],
    ['another place', { workRegion: '530324' }, 80],
    ['no dorm', { hasDorm: false }, 85],
    ['less pay', { takeHomeFen: 549_999 }, 85],
  ])('%s costs its points', (_, over, score) => expect(fitOf(wish, { ...offer, ...over }).score).toBe(score));
  test('what nobody asked for counts as met and needs no reason', () => {
    expect(fitOf({ trades: ['electrician'] }, { ...offer, hasDorm: false })).toEqual({ score: 100, reasons: ['是您想做的'] });
  });
  test('the own trade alone is enough to fit, and all the rest without it is too', () => {
    const far = { ...offer, workRegion: '530324', hasDorm: false, takeHomeFen: 0 };
    expect(fitOf(wish, far).score).toBeGreaterThanOrEqual(fitsFrom);
    expect(fitOf({ ...wish, trades: [] }, { ...offer, hasDorm: false }).score).toBeLessThan(fitsFrom);
  });
  test('a full opening fits nobody', () => expect(fitOf(wish, { ...offer, remaining: 0 })).toEqual({ score: 0, reasons: ['招满了'] }));
});

describe('适合我', () => {
  test('is an opening of the trade one wants', () => expect(suits(wish, offer)).toBe(true));
  test('is none of another trade, though all the rest is met', () => expect(suits(wish, { ...offer, trade: 'driver' })).toBe(false));
  test('is what meets the rest, for somebody who named no trade', () => {
    expect(suits({ trades: [], needsDorm: true }, { ...offer, hasDorm: true })).toBe(true);
    expect(suits({ trades: [], needsDorm: true }, { ...offer, hasDorm: false })).toBe(false);
  });
  test('is nothing while nothing was said, and never what is full', () => {
    expect(suits({ trades: [] }, offer)).toBe(false);
    expect(suits(wish, { ...offer, remaining: 0 })).toBe(false);
  });
});
