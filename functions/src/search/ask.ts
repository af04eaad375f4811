import { mealKinds } from '@shanhai/shared/rules/jobs.ts';
import { fitsFrom, type Wish } from '@shanhai/shared/rules/matching.ts';
import { distanceKm } from '@shanhai/shared/rules/region-places.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import type { Sort } from '@shanhai/shared/rules/search.ts';
import { type Trade, trades } from '@shanhai/shared/rules/trades.ts';
import { fitColumns, suitsAt } from './fit-columns.ts';
import { plain } from './grams.ts';
import type { Postings } from './postings.ts';
import { flags, type Segment } from './segment.ts';
import { type Meant, markWith } from './words.ts';

/** What somebody asks the index. */
export interface Asked {
  readonly words?: string | undefined;
  readonly trade?: Trade | undefined;
  readonly region?: string | undefined;
  readonly leastTakeHomeFen?: number | undefined;
  readonly hasDorm?: boolean | undefined;
  readonly hasMeals?: boolean | undefined;
  readonly kind?: string | undefined;
  /** The person's wish: without one nothing is ranked by fit. */
  readonly wish?: Wish | undefined;
  readonly fitsMe?: boolean | undefined;
  readonly sort: Sort;
  readonly homeRegion?: string | undefined;
  /** Asked by somebody of 16 or 17: hazardous work is not shown. 〔未成年工特殊保护规定 §3〕 */
  readonly isYoung?: boolean | undefined;
  /** The China day as a number. */
  readonly today: number;
}

/** A segment with what is gone from it, and who is on offer on the day that was asked last. */
export interface Part {
  readonly segment: Segment;
  readonly isGone: Uint8Array;
  offered?: { readonly today: number; readonly isOffered: Uint8Array };
}

/** Does a word stand in a title, is it a name of the trade, or is it only said somewhere? */
const inTitle = 3;
const ofTrade = 2;
const inRest = 1;

function markTrades({ trade, size }: Segment, called: readonly Trade[], tiers: Uint8Array): void {
  if (!called.length) return;
  const isCalled = Uint8Array.from(trades, (one) => (called.includes(one) ? 1 : 0));
  for (let doc = 0; doc < size; doc++) if (isCalled[trade[doc] as number]) tiers[doc] = ofTrade;
}

/** How well each opening meets one word, 0 where it does not. What was only perhaps meant is looked for in titles and trades. */
function tiersOf(segment: Segment, { texts, trades: called, isSlip }: Meant): Uint8Array {
  const tiers = new Uint8Array(segment.size);
  const markAll = (postings: Postings, tier: number): void => {
    for (const text of texts) markWith(postings, text, tiers, tier);
  };
  if (!isSlip) markAll(segment.inRest, inRest);
  markTrades(segment, called, tiers);
  markAll(segment.inTitle, inTitle);
  return tiers;
}

/** The tiers of all words added up, 0 where one is not met, and the least of them. */
interface Met {
  readonly sum: Uint8Array;
  readonly least: Uint8Array;
}

function metBy(segment: Segment, words: readonly Meant[]): Met | undefined {
  const [first, ...others] = words.map((word) => tiersOf(segment, word));
  if (!first) return undefined;
  if (!others.length) return { sum: first, least: first };
  const sum = Uint8Array.from(first);
  const least = Uint8Array.from(first);
  for (const tiers of others)
    for (let doc = 0; doc < segment.size; doc++) {
      least[doc] = Math.min(least[doc] as number, tiers[doc] as number);
      sum[doc] = least[doc] ? (sum[doc] as number) + (tiers[doc] as number) : 0;
    }
  return { sum, least };
}

/** Who is on offer on a day: not run out, and of an employer that may hire. Worked out once a day. */
function offeredOn(part: Part, today: number): Uint8Array {
  if (part.offered?.today === today) return part.offered.isOffered;
  const { segment, isGone } = part;
  const isHiring = Uint8Array.from(segment.employers, ({ untilDay }) => (untilDay >= today ? 1 : 0));
  const isOffered = segment.untilDay.reduce((all, untilDay, doc) => {
    all[doc] = untilDay >= today && isHiring[segment.employer[doc] as number] && !isGone[doc] ? 1 : 0;
    return all;
  }, new Uint8Array(segment.size));
  part.offered = { today, isOffered };
  return isOffered;
}

const bits = <T>(all: readonly T[], isOne: (one: T) => boolean): Uint8Array => Uint8Array.from(all, (one) => (isOne(one) ? 1 : 0));

/** Whether an opening passes the filters: look-ups in small tables, one per column. */
function passes(segment: Segment, asked: Asked): (doc: number) => boolean {
  const { region, wish, hasMeals, leastTakeHomeFen: leastFen = 0 } = asked;
  const isWishedTrade = (one: Trade): boolean => !asked.fitsMe || !wish?.trades.length || wish.trades.includes(one);
  const okPlace = bits(segment.places, (place) => !region || isWithinRegion(place, region));
  const okTrade = bits(trades, (one) => (!asked.trade || asked.trade === one) && isWishedTrade(one));
  const okKind = bits(segment.kinds, (kind) => !asked.kind || asked.kind === kind);
  const okMeals = bits(mealKinds, (meals) => !hasMeals || meals !== 'none');
  const needed = asked.hasDorm ? flags.dorm : 0;
  const mask = needed | (asked.isYoung ? flags.hazardous : 0);
  const { place, trade, kind, meals, flags: flagsOf, payFen } = segment;
  return (doc) =>
    okPlace[place[doc] as number] === 1 &&
    okTrade[trade[doc] as number] === 1 &&
    (payFen[doc] as number) >= leastFen &&
    ((flagsOf[doc] as number) & mask) === needed &&
    okMeals[meals[doc] as number] === 1 &&
    okKind[kind[doc] as number] === 1;
}

/** Somebody who named no trade asks for what meets all the rest. */
function fitsRest(segment: Segment, { fitsMe, wish }: Asked, fit: (doc: number) => number): ((doc: number) => boolean) | undefined {
  if (!fitsMe || !wish || wish.trades.length) return undefined;
  return (doc) => fit(doc) >= fitsFrom && suitsAt(wish, segment, doc);
}

const wordWeight = 256;
const exactTitle = 20;
/** Above every amount of money and every distance: what is only mentioned somewhere comes after all the rest. */
const notOnlyMentioned = 2 ** 32;

/** What openings are ordered by, the larger first. */
function rankBy(segment: Segment, asked: Asked, met: Met | undefined, fit: (doc: number) => number): (doc: number) => number {
  const { payFen, place, titleStarts } = segment;
  const strong = (doc: number): number => (!met || (met.least[doc] as number) > inRest ? notOnlyMentioned : 0);
  if (asked.sort === 'pay') return (doc) => strong(doc) + (payFen[doc] as number);
  if (asked.sort === 'newest') return strong;
  if (asked.sort === 'near') {
    const far = Uint32Array.from(segment.places, (region) => distanceKm(asked.homeRegion ?? '', region));
    return (doc) => strong(doc) - (far[place[doc] as number] as number);
  }
  if (!met) return fit;
  const { sum } = met;
  const length = plain(asked.words ?? '').length;
  const isExact = (doc: number): boolean => sum[doc] === inTitle && (titleStarts[doc + 1] as number) - (titleStarts[doc] as number) === length;
  return (doc) => (sum[doc] as number) * wordWeight + (isExact(doc) ? exactTitle : 0) + fit(doc);
}

/** Asks one part: calls `take` for every opening that is asked for, with what it is ordered by. */
export function eachMet(part: Part, asked: Asked, words: readonly Meant[], take: (doc: number, rank: number) => void): void {
  const { segment } = part;
  const isOffered = offeredOn(part, asked.today);
  const fit = asked.wish ? fitColumns(asked.wish, segment) : () => 0;
  const met = metBy(segment, words);
  const isAsked = passes(segment, asked);
  const isFitting = fitsRest(segment, asked, fit);
  const rank = rankBy(segment, asked, met, fit);
  const candidates = met ? met.sum : isOffered;
  const { size } = segment;
  for (let doc = 0; doc < size; doc++) {
    if (candidates[doc] === 0 || isOffered[doc] === 0 || !isAsked(doc)) continue;
    if (!isFitting || isFitting(doc)) take(doc, rank(doc));
  }
}
