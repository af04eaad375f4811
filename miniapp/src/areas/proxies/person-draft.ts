import type { Sent } from '@shanhai/shared/contract/contract.ts';
import { isPhone } from '@shanhai/shared/rules/phone.ts';
import { isResidentId, tidyResidentId } from '@shanhai/shared/rules/resident-id.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import type { Relation } from '@shanhai/shared/rules/workers.ts';

/** What the form holds; empty text for what is not said. */
export interface PersonDraft {
  name: string;
  phone: string;
  homeRegion: string;
  town: string;
  village: string;
  trades: Trade[];
  place: string;
  needsDorm: boolean;
}

export const blankPerson: PersonDraft = { name: '', phone: '', homeRegion: '', town: '', village: '', trades: [], place: '', needsDorm: false };

type Told = Omit<Sent<'proxies.register'>, 'relation' | 'consent' | 'agreed' | 'nonce'>;

export function draftOf({ name, phone = '', home, wish }: Pick<Told, 'name' | 'phone' | 'home' | 'wish'>): PersonDraft {
  return {
    name,
    phone,
    homeRegion: home?.regionCode ?? '',
    town: home?.town ?? '',
    village: home?.village ?? '',
    trades: wish.trades,
    place: wish.placeRegion ?? '',
    needsDorm: wish.needsDorm ?? false,
  };
}

/** What is said goes along; what is left empty stays as it was. */
export function toldOf(draft: PersonDraft): Told {
  const [town, village] = [draft.town.trim(), draft.village.trim()];
  return {
    name: draft.name.trim(),
    ...(draft.phone && { phone: draft.phone }),
    ...(draft.homeRegion && { home: { regionCode: draft.homeRegion, ...(town && { town }), ...(village && { village }) } }),
    wish: { trades: draft.trades, needsDorm: draft.needsDorm, ...(draft.place && { placeRegion: draft.place }) },
  };
}

/** Why it cannot be sent yet, as the button's own words. */
export function personLeft(draft: PersonDraft): string | undefined {
  if (!draft.name.trim()) return '还要姓名';
  return draft.phone && !isPhone(draft.phone) ? '电话要 11 位' : undefined;
}

export interface ConsentDraft {
  relation: Relation | undefined;
  consent: 'spoken' | 'written' | undefined;
  hasAgreed: boolean;
  residentId: string;
  /** The number is kept by a yes of its own. 〔个人信息保护法 §29〕 */
  hasAgreedToId: boolean;
}

export function consentLeft({ relation, consent, hasAgreed, residentId, hasAgreedToId }: ConsentDraft): string | undefined {
  if (!relation) return '您是他什么人';
  if (residentId && !isResidentId(tidyResidentId(residentId))) return '身份证号再看一眼';
  if (residentId && !hasAgreedToId) return '身份证号单独问一声';
  if (!consent) return '本人怎么点头的';
  return hasAgreed ? undefined : '先问本人同意';
}
