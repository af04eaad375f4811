import type { Wish as Profiled } from '@shanhai/shared/contract/workers.ts';
import type { Wish } from '@shanhai/shared/rules/matching.ts';
import type { Sort } from '@shanhai/shared/rules/search.ts';

/** What the rule of fit may know of a person: what they look for and can do. Nothing else of the profile goes in. 〔个人信息保护法 §6、§24〕 */
export function seekerOf({ wish, skills }: { wish: Profiled; skills?: Wish['skills'] }): Wish {
  const { trades, placeRegion, needsDorm, leastTakeHomeFen, startOn } = wish;
  return { trades, placeRegion, needsDorm, leastTakeHomeFen, startOn, skills: skills?.map(({ trade, certificate }) => ({ trade, certificate })) };
}

/** Has the person said anything that an opening could fit? */
export const hasWish = ({ trades, placeRegion, needsDorm, leastTakeHomeFen, startOn, skills }: Wish): boolean =>
  trades.length > 0 || !!placeRegion || !!needsDorm || !!leastTakeHomeFen || !!startOn || !!skills?.length;

/** Whoever switched ranking off gets the newest first, unless they ask for pay or nearness themselves. 〔个人信息保护法 §24〕 */
export function sortFor(asked: Sort | undefined, { isRanked, hasWords }: { isRanked: boolean; hasWords: boolean }): Sort {
  if (asked && asked !== 'fit') return asked;
  return isRanked || hasWords ? 'fit' : 'newest';
}
