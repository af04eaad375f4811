import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import type { Recount } from '@shanhai/shared/contract/reports.ts';
import { type Figures, figuresOf } from '../table/live.ts';
import type { Item } from '../table/table.ts';
import { movesOf } from './moves.ts';

/** Devices may bring what they kept for so long after a fair. */
const recountedDays = 8;
const namedAtMost = 20;

/** What the live figures have to say, counted anew from the items themselves; figures that are zero are not there. */
export function figuresIn(items: readonly Item[]): Figures {
  return nonZero(figuresOf(items.flatMap((item) => movesOf({ after: item }).map((move) => move.deltas))));
}

const nonZero = (figures: Figures): Figures => Object.fromEntries(Object.entries(figures).filter(([, n]) => n !== 0));

/** Figures that are not what was counted: live less counted. */
export function differenceOf(live: Figures, counted: Figures): Figures {
  const names = new Set([...Object.keys(live), ...Object.keys(counted)]);
  return nonZero(Object.fromEntries([...names].map((name) => [name, (live[name] ?? 0) - (counted[name] ?? 0)])));
}

/** How far the live figures of a fair were from the counted ones: in all, and by figure, the largest difference first. */
export function recountOf(live: Figures, counted: Figures, at: string): Recount {
  const differing = Object.entries(differenceOf(live, counted)).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const difference = differing.reduce((sum, [, n]) => sum + Math.abs(n), 0);
  return { at, difference, figures: Object.fromEntries(differing.slice(0, namedAtMost)) };
}

/** Fairs that are over, and that devices may still send something of. */
export function isRecounted({ status, opensAt, closesAt, closedAt }: Pick<Fair, 'status' | 'opensAt' | 'closesAt' | 'closedAt'>, now: string): boolean {
  if (status === 'draft' || opensAt > now) return false;
  const overAt = closedAt ?? closesAt;
  return overAt <= now && Date.parse(now) - Date.parse(overAt) <= recountedDays * 86_400_000;
}
