import type { ProblemCode, ProblemDetail } from '../problems.ts';
import { spokenNumber } from './fairs.ts';
import { codeIn, codePlace, flagsAt, type GateFlag, type GateHours, isPrinted } from './gate.ts';
import { type Direction, isFull, passageOf, type Standing } from './passages.ts';

/** What a device loaded before the gate opened; the answer of 'attendance.snapshot' is one. */
export interface GateSnapshot {
  fair: GateHours & { fairId: string; countsExits?: boolean | undefined; capacity?: number | undefined };
  strips: readonly { from: number; to: number }[];
  taken: readonly { number: number; at: string; gate: string; waits?: boolean | undefined; isOut?: boolean | undefined }[];
}
/** Who this device let in itself since then: a person's code, or the number of a strip handed over. Those taken back are left out. */
export interface SeenHere {
  code?: string | undefined;
  number?: number | undefined;
  at: string;
  gate: string;
  /** Which way; in when nothing is said. */
  direction?: Direction | undefined;
}
/** What is done at the gate now. */
export interface GateDeed {
  kind: 'scan' | 'walk_in';
  code?: string | undefined;
  number?: number | undefined;
  direction?: Direction | undefined;
  /** A supervisor's reason for letting somebody in above the capacity. */
  override?: string | undefined;
}
export interface Judged {
  outcome: 'checked_in' | 'back_in' | 'went_out' | 'already' | 'blank_strip' | 'refused';
  number?: number;
  /** The first time, when it is `already`. */
  first?: { at: string; gate: string };
  flags?: GateFlag[];
  code?: ProblemCode;
  detail?: ProblemDetail;
}

/** All that a judgement rests on: what was loaded, what was seen here since, what is asked, and when. */
interface Sight {
  snapshot: GateSnapshot;
  seenHere: readonly SeenHere[];
  deed: GateDeed;
  at: string;
}
/** Somebody this device knows of: who came, when, and where they are now. */
type Known = Standing & { gate: string; number?: number };

const refused = (code: ProblemCode, detail: ProblemDetail = {}): Judged => ({ outcome: 'refused', code, detail });
const flagged = (flags: GateFlag[]): Pick<Judged, 'flags'> => (flags.length ? { flags } : {});

/** One more thing seen of a person, added to what was known. */
function knownAfter(known: Known | undefined, { at, gate, number, direction = 'in' }: SeenHere): Known {
  const isOut = direction === 'out';
  if (!known) return { at, gate, ...(number ? { number } : {}), isOut };
  return passageOf(known, direction, at).changes ? { ...known, passedAt: at, isOut } : known;
}

/** What was seen here of one person, one after the other, added to what was loaded. */
const knownBy = (loaded: Known | undefined, seen: readonly SeenHere[]): Known | undefined => seen.reduce<Known | undefined>(knownAfter, loaded);

function carrierOf({ snapshot, seenHere }: Sight, number: number): Known | undefined {
  const seen = seenHere.filter((s) => s.number === number);
  const loaded = snapshot.taken.find((t) => t.number === number);
  return knownBy(loaded, seen);
}

const wayIn = ({ direction }: Pick<GateDeed, 'direction'>): boolean => direction !== 'out';

/** What was seen here, person by person: by the number, or by the code as long as no number is known for it. */
function seenByPerson(seenHere: readonly SeenHere[]): (readonly SeenHere[])[] {
  const codeOf = ({ code }: SeenHere): string | undefined => code && codeIn(code);
  const numbers = new Map(seenHere.map((s) => [codeOf(s), s.number]).filter(([code, number]) => code && number) as [string, number][]);
  const people = new Map<string | number | undefined, SeenHere[]>();
  for (const seen of seenHere) {
    const who = seen.number ?? numbers.get(codeOf(seen) ?? '') ?? codeOf(seen);
    people.set(who, [...(people.get(who) ?? []), seen]);
  }
  return [...people.values()];
}

/**
 * How many more or fewer are inside by what was seen here of one person. Who first showed a code on the way out is inside by the
 * loaded list, which has numbers only; of a number the list itself says so.
 */
function changeBy(seen: readonly SeenHere[], { taken }: GateSnapshot): number {
  const number = seen.find((s) => s.number)?.number;
  const loaded = number ? taken.find((t) => t.number === number) : undefined;
  const wasInside = loaded ? !loaded.isOut : !number && seen[0]?.direction === 'out';
  return Number(!knownBy(loaded, seen)?.isOut) - Number(wasInside);
}

/** How many are inside, as far as this device knows: each person once, by the last that was seen of them. */
function insideHere({ snapshot, seenHere }: Sight): number {
  const before = snapshot.taken.filter((t) => !t.isOut).length;
  return seenByPerson(seenHere).reduce((sum, seen) => sum + changeBy(seen, snapshot), before);
}

/** Somebody who is not inside comes in, if there is room or a supervisor says so. */
function letIn(sight: Sight, outcome: 'checked_in' | 'back_in', number?: number): Judged {
  const { snapshot, deed, at } = sight;
  const { capacity } = snapshot.fair;
  const over = !!capacity && isFull(capacity, insideHere(sight));
  if (over && !deed.override) return refused('capacity_reached');
  return { outcome, ...(number ? { number } : {}), ...flagged([...flagsAt(snapshot.fair, at), ...(over ? (['over_capacity'] as const) : [])]) };
}

/** Somebody who came before passes again: back in, out, or there already. */
function passAgain(sight: Sight, known: Known): Judged {
  const { snapshot, deed, at } = sight;
  const number = known.number ? { number: known.number } : {};
  const already: Judged = { outcome: 'already', ...number, first: { at: known.at, gate: known.gate } };
  if (!snapshot.fair.countsExits) return already;
  const { changes, flag } = passageOf(known, deed.direction ?? 'in', at);
  if (!changes) return { ...already, ...flagged(flag ? [flag] : []) };
  return wayIn(deed) ? letIn(sight, 'back_in', known.number) : { outcome: 'went_out', ...number };
}

/** Somebody whose own scan waits for a gate, and whom this one sees come in for the first time. */
const isWaiting = ({ snapshot, seenHere, deed }: Sight, number: number): boolean =>
  wayIn(deed) && !seenHere.some((s) => s.number === number) && snapshot.taken.some((t) => t.number === number && t.waits === true);

function judgeStrip(sight: Sight, number: number): Judged {
  const known = carrierOf(sight, number);
  if (known) return isWaiting(sight, number) ? { outcome: 'checked_in', number } : passAgain(sight, { ...known, number });
  if (!isPrinted(sight.snapshot, number)) return refused('number_unknown', { number: spokenNumber(number) });
  return wayIn(sight.deed) ? { outcome: 'blank_strip', number } : { outcome: 'went_out', number, flags: ['unknown_number'] };
}

function judgeWalkIn(sight: Sight, number: number): Judged {
  const detail = { number: spokenNumber(number) };
  if (!isPrinted(sight.snapshot, number)) return refused('strip_not_printed', detail);
  if (carrierOf(sight, number)) return refused('number_taken', detail);
  return letIn(sight, 'checked_in', number);
}

function judgeCode(sight: Sight, text: string): Judged {
  const { snapshot, seenHere, deed } = sight;
  const place = codePlace(text);
  if (!place) return refused('code_forged');
  if (place.fairId && place.fairId !== snapshot.fair.fairId) return refused('wrong_fair');
  if (place.kind === 'strip') return judgeStrip(sight, place.index);
  if (place.kind !== 'person') return refused('code_not_here');
  const code = codeIn(text);
  const known = knownBy(
    undefined,
    seenHere.filter((s) => s.code && codeIn(s.code) === code),
  );
  if (known) return passAgain(sight, known);
  return wayIn(deed) ? letIn(sight, 'checked_in') : { outcome: 'went_out' };
}

/**
 * What a gate's device says by itself, without network. Hours refuse nobody: whoever stands there came, and is flagged.
 * A forged code that looks right is let through here and found by the server. Exits are heard only where the fair counts them.
 */
export function judgeAtGate(snapshot: GateSnapshot, seenHere: readonly SeenHere[], asked: GateDeed, at: string): Judged {
  if (snapshot.fair.status === 'draft') return refused('fair_not_published');
  const deed = snapshot.fair.countsExits ? asked : { ...asked, direction: undefined };
  const sight: Sight = { snapshot, seenHere, deed, at };
  if (deed.kind === 'walk_in') return judgeWalkIn(sight, deed.number ?? 0);
  return deed.number ? judgeStrip(sight, deed.number) : judgeCode(sight, deed.code ?? '');
}
