import type { ProblemCode, ProblemDetail } from '../problems.ts';
import { chinaTime, monthDay } from './china-day.ts';
import { type FairStatus, gateStateAt, spokenNumber } from './fairs.ts';

/** The gate's rules, the same on the server and on a device without network. */

/** What is said of a check-in that happened although the rules would not have let it: it is a fact and is recorded. */
export const gateFlags = ['outside_hours', 'fair_closed', 'unknown_number'] as const;
export type GateFlag = (typeof gateFlags)[number];
export const gateFlagWords: Record<GateFlag, string> = {
  outside_hours: '不在开场时间里',
  fair_closed: '散场以后',
  unknown_number: '号码条还没登记',
};

/** How far ahead of the server a device's clock may be, and how long it may keep an action. */
export const clockAheadMinutes = 10;
export const queueDays = 7;

interface GateHours {
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

/** What a device loaded before the gate opened; the answer of 'attendance.snapshot' is one. */
export interface GateSnapshot {
  fair: GateHours & { fairId: string };
  strips: readonly { from: number; to: number }[];
  taken: readonly { number: number; at: string; gate: string; waits?: boolean | undefined }[];
}
/** Who this device let in itself since then: a person's code, or the number of a strip handed over. Those taken back are left out. */
export interface SeenHere {
  code?: string | undefined;
  number?: number | undefined;
  at: string;
  gate: string;
}
/** What is done at the gate now. */
export interface GateDeed {
  kind: 'scan' | 'walk_in';
  code?: string | undefined;
  number?: number | undefined;
}
export interface Judged {
  outcome: 'checked_in' | 'already' | 'blank_strip' | 'refused';
  number?: number;
  /** The first time, when it is `already`. */
  first?: { at: string; gate: string };
  flags?: GateFlag[];
  code?: ProblemCode;
  detail?: ProblemDetail;
}

const refused = (code: ProblemCode, detail: ProblemDetail = {}): Judged => ({ outcome: 'refused', code, detail });

function carrierOf(snapshot: GateSnapshot, seenHere: readonly SeenHere[], number: number): { at: string; gate: string } | undefined {
  const found = seenHere.find((s) => s.number === number) ?? snapshot.taken.find((t) => t.number === number);
  return found && { at: found.at, gate: found.gate };
}

/** Somebody whose own scan waits for a gate, and whom this one has not seen yet. */
const isWaiting = (snapshot: GateSnapshot, seenHere: readonly SeenHere[], number: number): boolean =>
  !seenHere.some((s) => s.number === number) && snapshot.taken.some((t) => t.number === number && t.waits === true);

function judgeStrip(snapshot: GateSnapshot, seenHere: readonly SeenHere[], number: number): Judged {
  const first = carrierOf(snapshot, seenHere, number);
  if (first) return isWaiting(snapshot, seenHere, number) ? letIn({ number }, []) : { outcome: 'already', number, first };
  return isPrinted(snapshot, number) ? { outcome: 'blank_strip', number } : refused('number_unknown', { number: spokenNumber(number) });
}

function judgeWalkIn(snapshot: GateSnapshot, seenHere: readonly SeenHere[], number: number, at: string): Judged {
  const detail = { number: spokenNumber(number) };
  if (!isPrinted(snapshot, number)) return refused('strip_not_printed', detail);
  if (carrierOf(snapshot, seenHere, number)) return refused('number_taken', detail);
  return letIn({ number }, flagsAt(snapshot.fair, at));
}

const letIn = (who: { number?: number }, flags: GateFlag[]): Judged => ({ outcome: 'checked_in', ...who, ...(flags.length ? { flags } : {}) });

function judgeCode(snapshot: GateSnapshot, seenHere: readonly SeenHere[], text: string, at: string): Judged {
  const place = codePlace(text);
  if (!place) return refused('code_forged');
  if (place.fairId && place.fairId !== snapshot.fair.fairId) return refused('wrong_fair');
  if (place.kind === 'strip') return judgeStrip(snapshot, seenHere, place.index);
  if (place.kind !== 'person') return refused('code_not_here');
  const code = codeIn(text);
  const before = seenHere.find((s) => s.code && codeIn(s.code) === code);
  if (!before) return letIn({}, flagsAt(snapshot.fair, at));
  return { outcome: 'already', first: { at: before.at, gate: before.gate }, ...(before.number ? { number: before.number } : {}) };
}

/**
 * What a gate's device says by itself, without network. Hours refuse nobody: whoever stands there came, and is flagged.
 * A forged code that looks right is let through here and found by the server.
 */
export function judgeAtGate(snapshot: GateSnapshot, seenHere: readonly SeenHere[], deed: GateDeed, at: string): Judged {
  if (snapshot.fair.status === 'draft') return refused('fair_not_published');
  if (deed.kind === 'walk_in') return judgeWalkIn(snapshot, seenHere, deed.number ?? 0, at);
  return deed.number ? judgeStrip(snapshot, seenHere, deed.number) : judgeCode(snapshot, seenHere, deed.code ?? '', at);
}
