import type { Output } from '@shanhai/shared/contract/contract.ts';
import { fitOf, suits, type Wish } from '@shanhai/shared/rules/matching.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';

type Booths = Output<'fairs.booths'>;
export type Booth = Booths['items'][number];
export type Opening = Booth['openings'][number];

/** An opening with what speaks for it, as far as the person's wish is known. */
export interface RankedOpening {
  opening: Opening;
  score: number;
  reasons: string[];
  suits: boolean;
}

export interface RankedBooth {
  booth: Booth;
  /** Best first. */
  openings: RankedOpening[];
  suits: boolean;
  isShanghai: boolean;
  isNear: boolean;
  hasCard: boolean;
}

export type Kept = 'suits' | 'shanghai' | 'near' | 'all';
export const isKept: Record<Kept, (ranked: RankedBooth) => boolean> = {
  suits: (ranked) => ranked.suits,
  shanghai: (ranked) => ranked.isShanghai,
  near: (ranked) => ranked.isNear,
  all: () => true,
};

const shanghai = '310000';
/** The prefecture around a county: what is near enough to go home from. */
const around = (regionCode: string): string => `${regionCode.slice(0, 4)}00`;

/** Has somebody said anything to go by? */
export const saysSomething = (wish: Wish | undefined): boolean =>
  wish !== undefined && (wish.trades.length > 0 || Boolean(wish.placeRegion || wish.needsDorm || wish.leastTakeHomeFen));

/** Openings of a booth, the ones that fit first. Without a wish they keep their order and nothing is said of them. */
export function rankOpenings(openings: readonly Opening[], wish: Wish | undefined): RankedOpening[] {
  if (!wish || !saysSomething(wish)) return openings.map((opening) => ({ opening, score: 0, reasons: [], suits: false }));
  return openings
    .map((opening) => ({ opening, ...fitOf(wish, opening), suits: suits(wish, opening) }))
    .sort((a, b) => Number(b.suits) - Number(a.suits) || b.score - a.score);
}

/** A card that stands: left at this booth and not taken back. */
type Left = Pick<Output<'cards.mine'>['items'][number], 'fairId' | 'boothNo' | 'withdrawnAt'>;

/** Booths with the ones that fit first, then by what hangs above them. 〔个人信息保护法 §24: orders only, hides nobody〕 */
export function rankBooths({ fair, items }: Booths, wish: Wish | undefined, cards: readonly Left[]): RankedBooth[] {
  const ranked = items.map((booth): RankedBooth => {
    const openings = rankOpenings(booth.openings, wish);
    return {
      booth,
      openings,
      suits: openings.some((one) => one.suits),
      isShanghai: booth.openings.some((one) => isWithinRegion(one.workRegion, shanghai)),
      isNear: booth.openings.some((one) => isWithinRegion(one.workRegion, around(fair.hostRegion))),
      hasCard: cards.some((card) => card.fairId === fair.fairId && card.boothNo === booth.boothNo && !card.withdrawnAt),
    };
  });
  const best = (one: RankedBooth): number => (one.suits ? 1000 : 0) + (one.openings[0]?.score ?? 0);
  return ranked.sort((a, b) => best(b) - best(a) || a.booth.label.localeCompare(b.booth.label));
}

/** Rows of the hall: booths of a letter together, in the order of their numbers. */
export function rowsOf(ranked: readonly RankedBooth[]): { letter: string; booths: RankedBooth[] }[] {
  const letterOf = (one: RankedBooth): string => /^[^\d]*/.exec(one.booth.label)?.[0] ?? '';
  const numberOf = (one: RankedBooth): number => Number(/\d+/.exec(one.booth.label)?.[0] ?? one.booth.boothNo);
  const letters = [...new Set(ranked.map(letterOf))].sort();
  return letters.map((letter) => ({ letter, booths: ranked.filter((one) => letterOf(one) === letter).sort((a, b) => numberOf(a) - numberOf(b)) }));
}
