import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaHalfHour } from '@shanhai/shared/rules/china-day.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';

export type Board = Output<'reports.board'>;

export interface Gate {
  gate: string;
  count: number;
  colour: string;
  /** Places of the gates it stands for in `byHalfHour[].byGate`. */
  places: number[];
}

const colours = ['#6FB3A4', '#1B7457', '#8FC1D6', '#0E5F8A', '#D9B96A'] as const;
const lastColour = '#9DB0B4';

/** The gates in their order; beyond five the rest stand together. */
export function gatesShown({ byGate }: Board): Gate[] {
  const own = byGate.slice(0, colours.length).map((one, i) => ({ ...one, colour: colours[i] ?? lastColour, places: [i] }));
  const rest = byGate.slice(colours.length);
  if (rest.length === 0) return own;
  const count = rest.reduce((sum, one) => sum + one.count, 0);
  return [...own, { gate: `其余 ${rest.length} 个`, count, colour: lastColour, places: rest.map((_, i) => colours.length + i) }];
}

const slotOf = (halfHour: string): number => Number(halfHour.slice(0, 2)) * 2 + (halfHour.endsWith('30') ? 1 : 0);
const halfHourOf = (slot: number): string => `${Math.floor(slot / 2)}:${slot % 2 ? '30' : '00'}`;

export interface Point {
  from: string;
  count: number;
  /** Per gate shown. */
  parts: number[];
  /** The half hour is still running. */
  isOpen: boolean;
  /** The number stands at the left of a rise, at the right of a fall, above a peak. */
  lean: 'left' | 'middle' | 'right';
  /** Where there is no room for every number, only peaks and the last one carry theirs. */
  isNamed: boolean;
}

export interface Ridge {
  /** Half hours of the fair, first to last; the ridge reaches as far as `points`, the sea takes the rest. */
  from: number;
  slots: number;
  points: Point[];
  highest: number;
  ticks: { words: string; at: number }[];
  openFrom: string | undefined;
}

const everyNumberUpTo = 16;
const mostTicks = 8;

const longFrom = 20;

/** A fair that runs all day and night is drawn from its first arrivals on, with some hours of sea to come. */
function trimmed(span: { from: number; until: number }, first: number, now: number): { from: number; until: number } {
  if (span.until - span.from < longFrom) return span;
  const from = Math.max(span.from, Math.min(first, now) - 1);
  return { from, until: Math.min(span.until, Math.max(now + 6, from + 13)) };
}

/** The half hours the drawing spans: the fair's own, and any in which somebody came all the same. */
function spanOf({ opensAt, closesAt, byHalfHour, readAt }: Board): { from: number; until: number } {
  const isOneDay = chinaDay(opensAt) === chinaDay(closesAt);
  const counted = byHalfHour.filter((one) => one.count > 0).map((one) => slotOf(one.from));
  const opens = isOneDay ? slotOf(chinaHalfHour(opensAt)) : 18;
  const closes = isOneDay ? slotOf(chinaHalfHour(new Date(Date.parse(closesAt) - 1).toISOString())) : 33;
  const isToday = chinaDay(readAt) === chinaDay(closesAt);
  const now = isToday ? slotOf(chinaHalfHour(readAt)) : Math.max(opens, ...counted);
  return trimmed({ from: Math.min(opens, ...counted), until: Math.max(closes, ...counted) }, Math.min(now, ...counted), Math.max(now, ...counted));
}

/** The last half hour that has begun: now while the gates are open, else the last one in which somebody came. */
function lastBegun(board: Board, span: { from: number; until: number }): { last: number; isOpen: boolean } {
  const state = gateStateAt({ ...board, status: board.status === 'closed' ? 'closed' : 'published' }, board.readAt);
  const isSameDay = chinaDay(board.readAt) === chinaDay(board.closesAt);
  if (state === 'open' && isSameDay) return { last: Math.min(slotOf(chinaHalfHour(board.readAt)), span.until), isOpen: true };
  const counted = board.byHalfHour.filter((one) => one.count > 0).map((one) => slotOf(one.from));
  return { last: Math.max(span.from - 1, ...counted), isOpen: false };
}

function leanOf(before: number, count: number, after: number): Point['lean'] {
  if (count >= before && count >= after) return 'middle';
  return count > before ? 'left' : 'right';
}

function ticksOf(from: number, slots: number): Ridge['ticks'] {
  const every = [2, 4, 6, 8].find((halfHours) => slots / halfHours <= mostTicks) ?? 12;
  const all = Array.from({ length: slots + 1 }, (_, i) => i).filter((i) => (from + i) % every === 0);
  return all.map((i) => ({ words: halfHourOf(from + i), at: i / slots }));
}

/** Arrivals per half hour as a ridge, ready to be drawn. */
export function ridgeOf(board: Board): Ridge {
  const span = spanOf(board);
  const { last, isOpen } = lastBegun(board, span);
  const bySlot = new Map(board.byHalfHour.map((one) => [slotOf(one.from), one]));
  const countAt = (slot: number): number => bySlot.get(slot)?.count ?? 0;
  const gates = gatesShown(board);
  const begun = Array.from({ length: Math.max(0, last - span.from + 1) }, (_, i) => span.from + i);
  const slots = span.until - span.from + 1;
  const points = begun.map((slot): Point => {
    const lean = leanOf(slot === span.from ? 0 : countAt(slot - 1), countAt(slot), slot === last ? 0 : countAt(slot + 1));
    return {
      from: halfHourOf(slot),
      count: countAt(slot),
      parts: gates.map((gate) => gate.places.reduce((sum, place) => sum + (bySlot.get(slot)?.byGate[place] ?? 0), 0)),
      isOpen: isOpen && slot === last,
      lean,
      isNamed: slot === last || (countAt(slot) > 0 && (slots <= everyNumberUpTo || lean === 'middle')),
    };
  });
  return {
    from: span.from,
    slots,
    points,
    highest: Math.max(1, ...points.map((p) => p.count)),
    ticks: ticksOf(span.from, slots),
    openFrom: isOpen ? halfHourOf(last) : undefined,
  };
}
