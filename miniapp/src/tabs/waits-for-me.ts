import { cardCan } from '@shanhai/shared/rules/cards.ts';
import { useApplications, useCards, useUnread } from '../api/use-me.ts';
import { useTabBadge } from '../ui/tab-badge.ts';
import { isYours } from './messages/applied.tsx';

/** On the tab 回音, the same number whichever tab is open: what waits for the person's answer, or has not been read. */
export function useRepliesBadge(): void {
  const cards = useCards().data?.items.filter(cardCan.reply).length ?? 0;
  const applied = useApplications().data?.items.filter(isYours).length ?? 0;
  useTabBadge(Math.max(useUnread(), cards + applied));
}
