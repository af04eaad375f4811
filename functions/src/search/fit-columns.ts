import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { fitPoints, isSkilledFor, suits, type Wish } from '@shanhai/shared/rules/matching.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import { trades } from '@shanhai/shared/rules/trades.ts';
import { dayNumber } from './opening.ts';
import { flags, type Segment } from './segment.ts';

/** What one person's fit costs per opening: a few look-ups and comparisons. The rule itself is `fitOf`; a test holds the two together. */
export function fitColumns(wish: Wish, segment: Segment): (doc: number) => number {
  // trade and skill by trade, first without and then with a certificate asked for
  const byTrade = Uint8Array.from(
    [false, true].flatMap((needsCertificate) =>
      trades.map((trade) => (wish.trades.includes(trade) ? fitPoints.trade : 0) + (isSkilledFor(wish.skills, trade, needsCertificate) ? fitPoints.skill : 0)),
    ),
  );
  const { placeRegion, leastTakeHomeFen = 0, needsDorm = false } = wish;
  const byPlace = Uint8Array.from(segment.places, (region) => (!placeRegion || isWithinRegion(region, placeRegion) ? fitPoints.place : 0));
  const startDay = wish.startOn ? dayNumber(wish.startOn) : 0;
  const { trade, place, flags: flagsOf, payFen, startDay: starts } = segment;
  return (doc) => {
    const flag = flagsOf[doc] as number;
    const start = starts[doc] as number;
    return (
      (byTrade[(trade[doc] as number) + (flag & flags.certificate ? trades.length : 0)] as number) +
      (byPlace[place[doc] as number] as number) +
      (!needsDorm || flag & flags.dorm ? fitPoints.dorm : 0) +
      ((payFen[doc] as number) >= leastTakeHomeFen ? fitPoints.pay : 0) +
      (start === 0 || start >= startDay ? fitPoints.start : 0)
    );
  };
}

/** An opening of the index in the words of the rule. */
export function offeredAt(segment: Segment, doc: number) {
  const flag = segment.flags[doc] as number;
  const start = segment.startDay[doc] as number;
  return {
    trade: trades[segment.trade[doc] as number] as (typeof trades)[number],
    workRegion: segment.places[segment.place[doc] as number] as string,
    hasDorm: (flag & flags.dorm) > 0,
    takeHomeFen: segment.payFen[doc] as number,
    remaining: segment.remaining[doc] as number,
    needsCertificate: (flag & flags.certificate) > 0,
    startOn: start ? dayAfter('1970-01-01', start) : undefined,
  };
}

/** Is this one 适合我? As `suits`, asked of a column. */
export const suitsAt = (wish: Wish, segment: Segment, doc: number): boolean => suits(wish, offeredAt(segment, doc));
