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

/** How well an opening fits a wish, with the reasons said aloud. Nobody is left out by it: it only orders. 〔个人信息保护法 §24〕 */
export function fitOf(wish: Wish, offer: Offered): Fit {
  let score = 0;
  const reasons: string[] = [];
  const add = (points: number, reason: string): void => { score += points; reasons.push(reason); };
  if (wish.trades.includes(offer.trade)) add(50, '是您想做的');
  if (!wish.placeRegion || isWithinRegion(offer.workRegion, wish.placeRegion)) score += 20;
  if (wish.placeRegion && isWithinRegion(offer.workRegion, wish.placeRegion)) reasons.push('在您想去的地方');
  if (offer.hasDorm) { score += 15; if (wish.needsDorm) reasons.push('包住'); } else if (!wish.needsDorm) score += 15;
  if (!wish.leastTakeHomeFen || offer.takeHomeFen >= wish.leastTakeHomeFen) score += 15;
  if (wish.leastTakeHomeFen && offer.takeHomeFen >= wish.leastTakeHomeFen) reasons.push('到手够您要的');
  return offer.remaining > 0 ? { score, reasons } : { score: 0, reasons: ['招满了'] };
}

/** An opening counts as 适合 from this score on. */
export const fitsFrom = 50;
