import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';
import { isHost } from '@shanhai/shared/rules/scopes.ts';
import { useSession } from '../../api/session-store.ts';
import { useCall } from '../../api/use-call.ts';
import type { Tone } from '../../ui/chip.tsx';

export type Fair = Output<'fairs.mine'>['items'][number];

/** The fairs this organizer runs, latest first; those of the other side of a pairing are left to them. */
export function useOwnFairs() {
  const session = useSession();
  const mine = useCall('fairs.mine', {}, { when: session !== undefined });
  const acting = session?.acting;
  const own = acting && mine.data?.items.filter((fair) => isHost(fair, acting)).sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1));
  return { ...mine, own, region: acting?.scope ?? '' };
}

/** One of them. */
export function useOwnFair(fairId: string) {
  const fairs = useOwnFairs();
  return { ...fairs, fair: fairs.own?.find((one) => one.fairId === fairId) };
}

/** `11月21日 周六 9:00–15:00`, with the last day where there are several. */
export function whenWords({ opensAt, closesAt }: { opensAt: string; closesAt: string }): string {
  const last = chinaDay(opensAt) === chinaDay(closesAt) ? '' : `${monthDay(closesAt)} `;
  return `${monthDay(opensAt)} ${weekday(opensAt)} ${chinaTime(opensAt)}–${last}${chinaTime(closesAt)}`;
}

/** How a fair stands now, in a word. */
export function stateOf(fair: Fair, now: string): { words: string; tone: Tone } {
  switch (gateStateAt(fair, now)) {
    case 'unpublished':
      return { words: '还没发', tone: 'wait' };
    case 'closed':
      return { words: '已散场', tone: 'grey' };
    case 'open':
      return { words: '正在开', tone: 'ok' };
    case 'over':
      return { words: '到点了，没散场', tone: 'wait' };
    default:
      return { words: '已发布', tone: 'act' };
  }
}
