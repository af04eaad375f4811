import type { Sent } from '@shanhai/shared/contract/contract.ts';
import type { Sort } from '@shanhai/shared/rules/search.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';

export type Place = 'all' | '310000' | '530000' | '430000';
export type Pay = 'any' | '400000' | '500000' | '600000';

/** What somebody has chosen on the page. */
export interface Wanted {
  readonly words: string;
  readonly fitsMe: boolean;
  readonly hasDorm: boolean;
  readonly hasMeals: boolean;
  readonly isGig: boolean;
  readonly place: Place;
  readonly pay: Pay;
  readonly trade?: Trade | undefined;
  readonly sort?: Sort | undefined;
}

export const everything: Wanted = { words: '', fitsMe: false, hasDorm: false, hasMeals: false, isGig: false, place: 'all', pay: 'any' };

type Question = Sent<'search.jobs'>;

/** What is chosen as the question to the server; what is not chosen is not sent. */
export function questionOf({ words, fitsMe, hasDorm, hasMeals, isGig, place, pay, trade, sort }: Wanted): Question {
  return {
    ...(words && { words }),
    ...(fitsMe && { fitsMe: 'true' as const }),
    ...(hasDorm && { hasDorm: 'true' as const }),
    ...(hasMeals && { hasMeals: 'true' as const }),
    ...(isGig && { kind: 'gig' as const }),
    ...(place !== 'all' && { region: place }),
    ...(pay !== 'any' && { leastTakeHomeFen: pay }),
    ...(trade && { trade }),
    ...(sort && { sort }),
  };
}
