import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { type FairKind, isOnline } from '@shanhai/shared/rules/fairs.ts';
import type { HandlersOf } from '../http/handler.ts';

const annexFirst = (a: { annexNo?: number | undefined }, b: { annexNo?: number | undefined }): number => (a.annexNo ?? 99) - (b.annexNo ?? 99);

export const pairingsHandlers: HandlersOf<'pairings'> = {
  async 'pairings.list'({ input }, { pairings, now }) {
    const year = input.year ?? Number(chinaDay(now()).slice(0, 4));
    const [all, fairs] = await Promise.all([pairings.all(), pairings.fairsOf(year)]);
    const items = [...all].sort(annexFirst).map((p) => {
      const held = fairs.get(p.pairingId) ?? [];
      const online = held.filter((f) => isOnline(f.kind as FairKind)).length;
      return { ...p, onsite: held.length - online, online, fairs: held };
    });
    return { year, items };
  },
};
