import type { Caller, FairId, Home, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { Evidence } from '@shanhai/shared/rules/evidence.ts';
import { undoMinutes } from '@shanhai/shared/rules/fairs.ts';
import type { GateFlag } from '@shanhai/shared/rules/gate.ts';
import { bureauOf } from '@shanhai/shared/rules/regions.ts';
import { isHost, othersOf } from '@shanhai/shared/rules/scopes.ts';
import type { Scanned } from '../signing/code-book.ts';

export interface Confirmed {
  at: string;
  gate: string;
  deviceId: string;
  nonce: string;
}

/** A check-in as it is kept. Two clocks: when it happened and when the server heard of it. */
export interface CheckInRecord {
  fairId: FairId;
  workerId: WorkerId;
  number: number;
  at: string;
  arrivedAt: string;
  gate: string;
  /** How it came about: the person's own scan of the gate's code, staff at the gate, or a registration there. */
  via: 'own_scan' | 'staff_scan' | 'walk_in';
  deviceId: string;
  nonce?: string | undefined;
  home?: Home | undefined;
  /** What the rules would have said at that moment; it happened all the same. */
  flags?: GateFlag[] | undefined;
  /** What it rests on; missing in older ones: `evidenceOf`. */
  evidence?: Evidence | undefined;
  /** Which gate saw somebody whose own scan waited for it. */
  confirmed?: Confirmed | undefined;
  /** Where the fair counts exits: went out and not back in, and when that was. */
  isOut?: boolean | undefined;
  passedAt?: string | undefined;
  /** Came along with this person, in one tap. */
  broughtBy?: WorkerId | undefined;
}

type GateScanned = { kind: 'gate'; fairId: FairId; index: number } | Extract<Scanned, { kind: 'screen' }>;

/** The gate a person scanned. A booth's, strip's or person's code is not a gate's, and another fair's code is not today's. */
export function gateScanned(scanned: Scanned, expected: FairId | undefined): GateScanned {
  if (scanned.kind !== 'gate' && scanned.kind !== 'screen') throw new Problem('code_not_here');
  if (expected && expected !== scanned.fairId) throw new Problem('wrong_fair');
  return scanned.kind === 'screen' ? scanned : { kind: 'gate', fairId: scanned.fairId, index: scanned.index };
}

/** What staff at a gate scanned: a person, or the number of a strip of this fair. */
export function gateCodeOf(scanned: Scanned, fairId: FairId): { workerId: WorkerId } | { number: number } {
  if ('fairId' in scanned && scanned.fairId !== fairId) throw new Problem('wrong_fair');
  if (scanned.kind === 'strip') return { number: scanned.index };
  if (scanned.kind !== 'person') throw new Problem('code_not_here');
  return { workerId: scanned.workerId };
}

/** Who takes a check-in back: a device its own, a supervisor also another's. */
export interface Undoing {
  deviceId: string;
  at: string;
  isSupervised?: boolean | undefined;
}

/** A wrong check-in is taken back for 15 minutes, on the device that made it or by a supervisor; `since` is when the 15 minutes begin. */
export function requireUndoable(checkIn: CheckInRecord, { deviceId, at, isSupervised }: Undoing, since = checkIn.arrivedAt): void {
  if (checkIn.deviceId !== deviceId && !isSupervised) throw new Problem('undo_other_device');
  if (Date.parse(at) - Date.parse(since) > undoMinutes * 60_000) throw new Problem('undo_too_late');
}

interface SaidAtGate {
  home?: Home | undefined;
  proxy?: object | undefined;
  elsewhere?: { version: string; receivers: readonly string[] } | undefined;
}
/**
 * Who may see somebody by a yes said aloud at the gate: the bureaus that were read out, as far as they are paired with the home.
 * Nobody says it for another, so where a relative answers nothing rests on it. 〔个人信息保护法 §14、§23〕
 */
export function heardElsewhere({ home, proxy, elsewhere }: SaidAtGate, pairings: Parameters<typeof othersOf>[1]) {
  if (!home || proxy || !elsewhere) return undefined;
  const regions = othersOf(home.regionCode, pairings).filter((region) => elsewhere.receivers.includes(bureauOf(region)));
  return regions.length ? { regions, receiver: regions.map(bureauOf).join('、'), version: elsewhere.version } : undefined;
}

/** May this person work at the gate: the host, or whom the host gave a duty at this very fair. */
export function isAtDoor(fair: { fairId: FairId; hostRegion: string }, by: Caller): boolean {
  return by.role === 'steward' ? by.scope === fair.fairId : isHost(fair, by);
}

/** What only the host and a supervisor decide: letting in above the capacity, taking back what another did, looking people up by name. */
export const isSupervisor = (by: Caller): boolean => by.role === 'organizer' || (by.role === 'steward' && by.duty === 'supervisor');

/** A check-in as its owner sees it: late when the phone kept it first, whichever way its clock is off. */
export const seenCheckIn = (record: CheckInRecord) => ({ ...record, ...(record.at !== record.arrivedAt ? { late: true } : {}) });
