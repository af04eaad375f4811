import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';

type Me = Output<'workers.me'>;

/** What the page has in its fields; empty text for what is not said. */
export interface ProfileDraft {
  name: string;
  phone: string;
  homeRegion: string;
  town: string;
  trades: Trade[];
  place: string;
  needsDorm: boolean;
  /** Yuan a month. */
  leastPay: string;
}

export function draftOf({ name = '', phone = '', home, wish }: Me): ProfileDraft {
  return {
    name,
    phone,
    homeRegion: home?.regionCode ?? '',
    town: home?.town ?? '',
    trades: wish.trades,
    place: wish.placeRegion ?? '',
    needsDorm: wish.needsDorm ?? false,
    leastPay: wish.leastTakeHomeFen ? String(wish.leastTakeHomeFen / 100) : '',
  };
}

/** What is said goes along; what is left empty stays as it was. */
export function changeOf(draft: ProfileDraft): Sent<'workers.change'> {
  const name = draft.name.trim();
  const town = draft.town.trim();
  return {
    ...(name && { name }),
    ...(draft.phone && { phone: draft.phone }),
    ...(draft.homeRegion && { home: { regionCode: draft.homeRegion, ...(town && { town }) } }),
    wish: {
      trades: draft.trades,
      needsDorm: draft.needsDorm,
      ...(draft.place && { placeRegion: draft.place }),
      ...(draft.leastPay && { leastTakeHomeFen: Number(draft.leastPay) * 100 }),
    },
  };
}
