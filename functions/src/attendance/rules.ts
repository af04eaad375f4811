import type { FairId, Home, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem, type ProblemCode, type ProblemDetail } from '@shanhai/shared/problems.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { gateStateAt, undoMinutes } from '@shanhai/shared/rules/fairs.ts';
import type { Scanned } from '../signing/code-book.ts';

/** A check-in as it is kept. Two clocks: when it happened and when the server heard of it. */
export interface CheckInRecord {
  fairId: FairId;
  workerId: WorkerId;
  number: number;
  at: string;
  arrivedAt: string;
  gate: string;
  /** What it rests on: the person's own scan of the gate's code, staff at the gate, or a registration there. */
  via: 'own_scan' | 'staff_scan' | 'walk_in';
  deviceId: string;
  nonce?: string | undefined;
  home?: Home | undefined;
}

/** A refusal a person reads, with the fair it is counted at. */
export interface GateRefusal {
  code: ProblemCode;
  detail: ProblemDetail;
}

/** Why nobody is let in now, if so; each state has its own sentence. */
export function gateRefusal(fair: Pick<Fair, 'status' | 'opensAt' | 'closesAt'>, now: string): GateRefusal | undefined {
  const clock = (at: string): string => (monthDay(at) === monthDay(now) ? chinaTime(at) : `${monthDay(at)} ${chinaTime(at)}`);
  switch (gateStateAt(fair, now)) {
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

/** The gate a person scanned. A booth's, strip's or person's code is not a gate's, and another fair's code is not today's. */
export function gateScanned(scanned: Scanned, expected: FairId | undefined): { fairId: FairId; index: number } {
  if (scanned.kind !== 'gate') throw new Problem('code_not_here');
  if (expected && expected !== scanned.fairId) throw new Problem('wrong_fair');
  return scanned;
}

/** A wrong check-in is taken back for 15 minutes, on the device that made it. */
export function requireUndoable(checkIn: CheckInRecord, deviceId: string, now: string): void {
  if (checkIn.deviceId !== deviceId) throw new Problem('undo_other_device');
  if (Date.parse(now) - Date.parse(checkIn.arrivedAt) > undoMinutes * 60_000) throw new Problem('undo_too_late');
}

/** Was this number printed on a strip of this fair? */
export function isPrinted(fair: Pick<Fair, 'strips'>, number: number): boolean {
  return fair.strips.some((s) => s.from <= number && number <= s.to);
}
