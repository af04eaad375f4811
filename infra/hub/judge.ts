import { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { HubOutcome } from '@shanhai/shared/contract/hub.ts';
import type { ProblemCode, ProblemDetail } from '@shanhai/shared/problems.ts';
import { spokenNumber, undoMinutes } from '@shanhai/shared/rules/fairs.ts';
import { isClockOff } from '@shanhai/shared/rules/gate.ts';
import { type GateSnapshot, type Judged, judgeAtGate, type SeenHere } from '@shanhai/shared/rules/gate-judge.ts';

/** Somebody whom a gate told of: as the judge wants it, with what an undo asks about. */
export interface SeenAtHub extends SeenHere {
  nonce: string;
  from: string;
}
/** All that the hub knows of the fair. */
export interface Knowledge {
  snapshot: GateSnapshot;
  /** In the order in which it happened. */
  seen: readonly SeenAtHub[];
}
export interface Said {
  /** The device that did it. */
  from: string;
  /** Somebody stands at the gate and waits; otherwise it has happened already and is a fact. */
  isAsked: boolean;
  /** The server has let the person in: the hub only hears of it. */
  isSent: boolean;
  now: string;
}
export interface Settled {
  answer: HubOutcome;
  /** Kept and sent to the server: what is a fact. What was only asked and refused leaves nothing behind. */
  kept?: GateAction;
}

const refused = (nonce: string, code: ProblemCode, detail: ProblemDetail = {}): Settled => ({
  answer: { nonce, outcome: 'refused', problem: { code, detail } },
});

type Passing = Extract<GateAction, { kind: 'scan' | 'sealed_walk_in' }>;

/** A code that comes with the number the server gave is judged as the code. */
function judged(action: Passing, { snapshot, seen }: Knowledge): Judged {
  const { number } = action;
  const shown = action.kind === 'scan' && action.code ? { ...action, number: undefined } : action;
  const deed = shown.kind === 'scan' ? shown : { kind: 'walk_in' as const, number };
  return judgeAtGate(snapshot, seen, deed, action.happenedAt);
}

/** It has happened: the server let the person in, or a gate did above the capacity while it was alone. */
function anyway(found: Judged, { number }: Passing, { isAsked, isSent }: Said): Judged {
  const isAbove = found.code === 'capacity_reached' && !isAsked;
  if (found.outcome !== 'refused' || (!isAbove && !isSent)) return found;
  return { outcome: 'checked_in', ...(number ? { number } : {}), flags: isAbove ? ['over_capacity'] : [] };
}

/** A strip that nobody registered: a gate that asks is told so and registers; what a gate saw alone is kept as seen. */
function onBlank(action: Passing, number: number | undefined, isAsked: boolean): Settled {
  const answer: HubOutcome = { nonce: action.nonce, outcome: 'done', flags: ['unknown_number'], ...(number ? { number } : {}) };
  return isAsked ? { answer } : { answer, kept: action };
}

function passing(action: Passing, said: Said, known: Knowledge): Settled {
  const { nonce } = action;
  const { isAsked } = said;
  const { outcome, code = 'internal', detail, number, first, flags = [] } = anyway(judged(action, known), action, said);
  if (outcome === 'refused') return refused(nonce, code, detail);
  if (outcome === 'blank_strip') return onBlank(action, number, isAsked);
  const shown = { ...(number ? { number } : {}), ...(flags.length ? { flags } : {}) };
  if (outcome !== 'already') return { answer: { nonce, outcome: 'done', ...shown }, kept: action };
  const answer: HubOutcome = { nonce, outcome: 'already', ...shown, ...(first ? { first } : {}) };
  return isAsked && flags.length === 0 ? { answer } : { answer, kept: action };
}

/** Taken back by the device that let in, within 15 minutes. What was done with the server is not known here, and is left to it. */
function undoing(action: Extract<GateAction, { kind: 'undo' }>, { from }: Said, { seen, snapshot }: Knowledge): Settled {
  const { nonce, of, number, happenedAt, isOthers } = action;
  if (isOthers) return refused(nonce, 'not_allowed');
  const meant = seen.findLast((one) => (of ? one.nonce === of : one.number === number));
  if (!meant && !snapshot.taken.some((one) => one.number === number)) return refused(nonce, 'number_unknown', { number: number ? spokenNumber(number) : '' });
  if (meant && meant.from !== from) return refused(nonce, 'undo_other_device');
  if (meant && Date.parse(happenedAt) - Date.parse(meant.at) > undoMinutes * 60_000) return refused(nonce, 'undo_too_late');
  return { answer: { nonce, outcome: 'done', ...(number ? { number } : {}) }, kept: action };
}

/**
 * What the hub says to one action of a gate, by the gate's own rules over the list of the server and all that every gate told.
 * A name that can be read is never taken: the gates close names for the server, and this laptop must not hold one.
 */
export function judgeTold(sent: { nonce?: unknown }, said: Said, known: Knowledge): Settled {
  const nonce = String(sent.nonce ?? '').slice(0, 64);
  const read = GateAction.safeParse(sent);
  if (!read.success) return refused(nonce, 'invalid_input', { field: read.error.issues[0]?.path.join('.') || 'kind' });
  const action = { ...read.data, happenedAt: new Date(read.data.happenedAt).toISOString() };
  if (action.kind === 'walk_in') return refused(nonce, 'invalid_input', { field: 'name' });
  if (isClockOff(action.happenedAt, said.now)) return refused(nonce, 'clock_off');
  if (action.kind === 'refused') return { answer: { nonce, outcome: 'done' }, kept: action };
  return action.kind === 'undo' ? undoing(action, said, known) : passing(action, said, known);
}
