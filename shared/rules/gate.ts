import type { ProblemCode, ProblemDetail } from '../problems.ts';
import { chinaTime, monthDay } from './china-day.ts';
import { type FairStatus, gateStateAt } from './fairs.ts';

/** The gate's rules, the same on the server and on a device without network. */

/** What is said of a check-in that happened although the rules would not have let it: it is a fact and is recorded. */
export const gateFlags = ['outside_hours', 'fair_closed', 'unknown_number', 'no_exit', 'no_entry', 'over_capacity'] as const;
export type GateFlag = (typeof gateFlags)[number];
export const gateFlagWords: Record<GateFlag, string> = {
  outside_hours: '不在开场时间里',
  fair_closed: '散场以后',
  unknown_number: '号码条还没登记',
  no_exit: '没见出去，又进来',
  no_entry: '没见进来，就出去',
  over_capacity: '人满了还进',
};

/** How far ahead of the server a device's clock may be, and how long it may keep an action. */
export const clockAheadMinutes = 10;
export const queueDays = 7;
/** So long after a fair a device keeps its list, and can let somebody in. */
export const listGraceMs = 2 * 3_600_000;

export interface GateHours {
  status: FairStatus;
  opensAt: string;
  closesAt: string;
  /** When the host closed it; before that moment it was open. */
  closedAt?: string | undefined;
}

/** A refusal a person reads. */
export interface GateRefusal {
  code: ProblemCode;
  detail: ProblemDetail;
}

/** A fair closed later was still running at this moment. */
const asOf = (fair: GateHours, at: string): GateHours =>
  fair.status === 'closed' && fair.closedAt && at < fair.closedAt ? { ...fair, status: 'published' } : fair;

/** Why nobody is let in at this moment, if so; each state has its own sentence. */
export function gateRefusal(fair: GateHours, at: string): GateRefusal | undefined {
  const clock = (then: string): string => (monthDay(then) === monthDay(at) ? chinaTime(then) : `${monthDay(then)} ${chinaTime(then)}`);
  switch (gateStateAt(asOf(fair, at), at)) {
    case 'unpublished':
      return { code: 'fair_not_published', detail: {} };
    case 'early':
      return { code: 'fair_not_open_yet', detail: { opens: clock(fair.opensAt) } };
    case 'over':
      return { code: 'fair_over', detail: { closes: clock(fair.closesAt) } };
    case 'closed':
      return { code: 'fair_closed', detail: {} };
    case 'open':
      return undefined;
  }
}

/** What is noted on somebody who came at this moment: outside the hours, or after the host closed. */
export function flagsAt(fair: GateHours, at: string): GateFlag[] {
  const state = gateStateAt(asOf(fair, at), at);
  if (state === 'closed') return ['fair_closed'];
  return state === 'early' || state === 'over' ? ['outside_hours'] : [];
}

/** A device's time that cannot be: too far ahead, or longer ago than a queue is kept. */
export function isClockOff(happenedAt: string, now: string): boolean {
  const ahead = Date.parse(happenedAt) - Date.parse(now);
  return ahead > clockAheadMinutes * 60_000 || -ahead > queueDays * 86_400_000;
}

/** Was this number printed on a strip of this fair? */
export function isPrinted({ strips }: { strips: readonly { from: number; to: number }[] }, number: number): boolean {
  return strips.some((s) => s.from <= number && number <= s.to);
}

/** The strip that lies next on the pile after this one: printed, and nobody holds it yet. Numbers given to phones are on no pile. */
export function nextStrip({ strips }: { strips: readonly { from: number; to: number }[] }, taken: ReadonlySet<number>, after: number): number | undefined {
  const pile = strips.find((s) => s.from <= after && after <= s.to);
  for (let number = after + 1; pile && number <= pile.to; number += 1) if (!taken.has(number)) return number;
  return undefined;
}

const wholeCode = /^[SBNPDMJR][\w-]{31}$/;

/** WeChat hands a scene over percent-encoded; a broken escape is simply no code. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The 32 characters in whatever a camera or a scene hands over: the bare code, a printed plain link, a mini-program link. */
export function codeIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (wholeCode.test(trimmed)) return trimmed;
  const found = /^https?:\/\/[^/?#\s]+\/c\/([\w-]{32})(?:[/?#]\S*)?$/.exec(trimmed) ?? /^wxsim:\/\/[^#\s]*[?&]scene=([^&#\s]+)/.exec(trimmed);
  const inner = found?.[1] && decoded(found[1]);
  return inner && wholeCode.test(inner) ? inner : undefined;
}

export type CodePlace =
  | { kind: 'gate' | 'booth' | 'strip'; fairId: string; index: number }
  | { kind: 'person' | 'desk' | 'other'; fairId?: undefined; index?: undefined };

const placed = { S: 'gate', R: 'gate', B: 'booth', N: 'strip' } as const;
const unplaced = { P: 'person', D: 'desk' } as const;
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const gateOfScreen = (index: number): number => index >> 13;

/** What a code says it is, read without its signature: enough for a device without network, never enough for the server. */
export function codePlace(text: string): CodePlace | undefined {
  const code = codeIn(text);
  if (!code) return undefined;
  const kind = placed[code.charAt(0) as keyof typeof placed];
  if (!kind) return { kind: unplaced[code.charAt(0) as keyof typeof unplaced] ?? 'other' };
  const index = [...code.slice(11, 14)].reduce((sum, letter) => sum * 64 + base64url.indexOf(letter), 0);
  return { kind, fairId: code.slice(2, 11), index: code.startsWith('R') ? gateOfScreen(index) : index };
}
