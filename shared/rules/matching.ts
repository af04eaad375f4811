import { isWithinRegion } from './regions.ts';
import type { Trade } from './trades.ts';

export interface Wish {
  trades: readonly Trade[];
  /** Region the person wants to work in; undefined when anywhere will do. */
  placeRegion?: string | undefined;
  needsDorm?: boolean | undefined;
  /** What should be left at the end of the month. */
  leastTakeHomeFen?: number | undefined;
}

export interface Offered {
  trade: Trade;
  workRegion: string;
  hasDorm: boolean;
  takeHomeFen: number;
  remaining: number;
}

export interface Fit {
  /** 0–100; trade 50, place 20, dorm 15, pay 15. */
  score: number;
  /** Why, in words for the person. */
  reasons: string[];
}

interface Mark {
  points: number;
  /** Did the person say so? What nobody asked for is met and needs no reason. */
  isAsked: boolean;
  isMet: boolean;
  reason: string;
}

function marksOf({ trades, placeRegion, needsDorm, leastTakeHomeFen }: Wish, offer: Offered): Mark[] {
  return [
    { points: 50, isAsked: true, isMet: trades.includes(offer.trade), reason: '是您想做的' },
    { points: 20, isAsked: !!placeRegion, isMet: !placeRegion || isWithinRegion(offer.workRegion, placeRegion), reason: '在您想去的地方' },
    { points: 15, isAsked: !!needsDorm, isMet: offer.hasDorm || !needsDorm, reason: '包住' },
    { points: 15, isAsked: !!leastTakeHomeFen, isMet: offer.takeHomeFen >= (leastTakeHomeFen ?? 0), reason: '到手够您要的' },
  ];
}

/** How well an opening fits a wish, with the reasons said aloud. Nobody is left out by it: it only orders. 〔个人信息保护法 §24〕 */
export function fitOf(wish: Wish, offer: Offered): Fit {
  if (offer.remaining <= 0) return { score: 0, reasons: ['招满了'] };
  const met = marksOf(wish, offer).filter((m) => m.isMet);
  return { score: met.reduce((sum, m) => sum + m.points, 0), reasons: met.filter((m) => m.isAsked).map((m) => m.reason) };
}

/** An opening counts as 适合 from this score on. */
export const fitsFrom = 50;

/** Is this one 适合我? Somebody who said what they want to do gets that; somebody who said only where or how gets what meets it. */
export function suits(wish: Wish, offer: Offered): boolean {
  const { score, reasons } = fitOf(wish, offer);
  if (wish.trades.length > 0 && !wish.trades.includes(offer.trade)) return false;
  return score >= fitsFrom && reasons.length > 0;
}
