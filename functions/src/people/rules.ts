import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Pairing } from '@shanhai/shared/contract/pairings.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import { isOfficerOf, isOwnPairing } from '@shanhai/shared/rules/scopes.ts';

const shanghai = '310000';

/** An officer answers for people whose home lies in the own region; of somebody without a home nobody does. */
export function requireOwnPeople(homes: readonly (string | undefined)[], by: Caller): void {
  const known = homes.filter((home) => home !== undefined);
  if (known.length === 0 || !known.every((home) => isOfficerOf(home, by))) throw new Problem('not_allowed');
}

const isOfShanghai = ({ scope = '' }: Caller): boolean => isWithinRegion(scope, shanghai);

export interface Pool {
  /** Whose homes are looked at. */
  regions: string[];
  /** Only those who would go there, or anywhere. */
  goesTo: string | undefined;
  canReveal: boolean;
}

/**
 * The own region builds the pool and speaks with its people; the other side of a pairing sees who would come, without
 * names and phones, and asks their home. 〔沪人社就〔2026〕89号 二(四)2；个人信息保护法 §6〕
 */
export function poolOf(by: Caller, pairings: readonly Pairing[], goesTo: string | undefined): Pool {
  if (!isOfShanghai(by)) return { regions: by.scope ? [by.scope] : [], goesTo, canReveal: true };
  const partners = pairings.filter((p) => isOwnPairing(p, by)).flatMap((p) => [...(p.partnerRegion ? [p.partnerRegion] : []), ...(p.partnerCounties ?? [])]);
  return { regions: [...new Set(partners)], goesTo: goesTo ?? shanghai, canReveal: false };
}

/** Would somebody who wants to work there, or said nothing of it, go to this region? */
export function wouldGo(wish: { placeRegion?: string | undefined }, region: string | undefined): boolean {
  if (!region || !wish.placeRegion) return true;
  return isWithinRegion(wish.placeRegion, region) || isWithinRegion(region, wish.placeRegion);
}

/** Of two records the one with a WeChat account stays; of two with one each only the person can say that they are one. */
export function survivorOf(keep: WorkerId, sides: readonly { workerId: WorkerId; hasAccount: boolean }[]): { survivor: WorkerId; other: WorkerId } {
  const held = sides.filter((side) => side.hasAccount);
  if (held.length > 1) throw new Problem('merge_two_accounts');
  const survivor = held[0]?.workerId ?? keep;
  const other = sides.find((side) => side.workerId !== survivor)?.workerId;
  if (!other || !sides.some((side) => side.workerId === keep)) throw new Problem('invalid_input', { field: 'keep' });
  return { survivor, other };
}
