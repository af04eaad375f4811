import { describe, expect, test } from 'vitest';
import { fitOf, fitsFrom, type Offered, suits, type Wish } from './matching.ts';

const offer: Offered = { trade: 'electrician', workRegion: '310113', hasDorm: true, takeHomeFen: 600_000, remaining: 3 };
const wish: Wish = { trades: ['electrician'], placeRegion: '310000', needsDorm: true, leastTakeHomeFen: 550_000 };

describe('how an opening fits', () => {
  test('everything asked for is 100 points, and each reason is said', () => {
    expect(fitOf(wish, offer)).toEqual({ score: 100, reasons: ['是您想做的', '在您想去的地方', '包住', '到手够您要的'], against: [] });
  });
  test.each<[string, Partial<Offered>, number]>([
    ['another trade', { trade: 'cook' }, 50],
    ['another place', { workRegion: '530324' }, 85],
    ['no dorm', { hasDorm: false }, 90],
    ['less pay', { takeHomeFen: 549_999 }, 90],
    ['a certificate one has not', { needsCertificate: true }, 90],
  ])('%s costs its points', (_, over, score) => expect(fitOf(wish, { ...offer, ...over }).score).toBe(score));
  test('what nobody asked for counts as met and needs no reason', () => {
    expect(fitOf({ trades: ['electrician'] }, { ...offer, hasDorm: false })).toEqual({ score: 100, reasons: ['是您想做的'], against: [] });
  });
  test('the own trade alone is enough to fit, and all the rest without it is too', () => {
    const far = { ...offer, workRegion: '530324', hasDorm: false, takeHomeFen: 0 };
    expect(fitOf(wish, far).score).toBeGreaterThanOrEqual(fitsFrom);
    expect(fitOf({ ...wish, trades: [] }, { ...offer, hasDorm: false }).score).toBeLessThan(fitsFrom);
  });
  test('a full opening fits nobody', () => expect(fitOf(wish, { ...offer, remaining: 0 })).toEqual({ score: 0, reasons: ['招满了'], against: [] }));
});

describe('skill and start', () => {
  test('what one can do counts, and a certificate that is asked for', () => {
    const skilled: Wish = { trades: ['electrician'], skills: [{ trade: 'electrician', certificate: '低压电工证' }] };
    expect(fitOf(skilled, { ...offer, needsCertificate: true })).toEqual({ score: 100, reasons: ['是您想做的', '要的证您有'], against: [] });
    expect(fitOf({ ...skilled, skills: [{ trade: 'cook' }] }, offer).against).toEqual(['您没填会这个']);
    expect(fitOf({ trades: ['electrician'] }, { ...offer, needsCertificate: true }).against).toEqual(['要证，您还没填']);
  });
  test('work that begins before one can come costs its points and is said', () => {
    const late: Wish = { trades: ['electrician'], startOn: '2026-03-01' };
    expect(fitOf(late, { ...offer, startOn: '2026-02-20' })).toMatchObject({ score: 95, against: ['开工比您能去的早'] });
    expect(fitOf(late, { ...offer, startOn: '2026-03-02' }).reasons).toContain('开工时间赶得上');
  });
  test('why not is said for each thing that was asked for', () =>
    expect(fitOf(wish, { ...offer, trade: 'cook', workRegion: '530324', hasDorm: false, takeHomeFen: 0 }).against).toEqual([
      '不是您说的工种',
      '不在您想去的地方',
      '不包住',
      '到手比您要的少',
    ]));
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
