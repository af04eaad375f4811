import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { GateFlag, GateRefusal } from '@shanhai/shared/rules/gate.ts';
import type { GateDeps } from '../gate-deps.ts';
import { flagsOfRoom, type Override, overrideWrites } from './passages.ts';
import { type CheckInRecord, heardElsewhere } from './rules.ts';
import type { RosterRow } from './store.ts';

/** Which refusal it is: one that is sent again, because its answer was lost, is the same one. */
export interface Once {
  at: string;
  id: string;
}

/** Refuses, and counts the refusal at the fair. */
export async function refuse(fairId: FairId, gate: string, { code, detail }: GateRefusal, deps: GateDeps, once?: Once): Promise<never> {
  const { at, id } = once ?? { at: deps.now(), id: deps.newId(6) };
  await deps.attendance.saveRefusal(fairId, { code, at, gate }, id);
  throw new Problem(code, detail);
}

/** What was scanned; a code that is refused counts at the fair whose page or gate it was shown to. */
export async function scannedAt<T>(read: () => T, fair: Fair | undefined, gate: string, deps: GateDeps, once?: Once): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (fair && error instanceof Problem) await refuse(fair.fairId, gate, error, deps, once);
    throw error;
  }
}

export const full: GateRefusal = { code: 'capacity_reached', detail: {} };

/** A person about to come in: all but what the server says. */
export type Person = Omit<CheckInRecord, 'number' | 'at' | 'arrivedAt'>;
interface Admitted {
  record: CheckInRecord;
  repeated: boolean;
  flags?: GateFlag[];
}

/** Of two moments at which a person was seen the earlier one stands; online that is always the first, without another write. */
async function earlierOf(record: CheckInRecord, standing: CheckInRecord, deps: Pick<GateDeps, 'attendance'>): Promise<CheckInRecord> {
  if (record.at === record.arrivedAt || record.at >= standing.at) return standing;
  const moved = await deps.attendance.moveEarlier(record, standing);
  const now = await deps.attendance.find(record.workerId, record.fairId);
  if (!now) throw new Problem('try_again');
  return moved ? now : earlierOf(record, now, deps);
}

/** Where the fair has a capacity the count moves with the check-in; what happened before it was heard of is recorded above it too, and flagged. */
async function counted(fair: Fair, record: CheckInRecord, override: Override | undefined, deps: GateDeps): Promise<Admitted | 'full'> {
  const { attendance, passages } = deps;
  const one = (most?: number) => passages.write.room(fair.fairId, { by: 1, most });
  const within = await attendance.checkInCounted(record, one(fair.capacity));
  if (within !== 'full') return within;
  if (!override && record.at === record.arrivedAt) return 'full';
  const flags: GateFlag[] = [...(record.flags ?? []), 'over_capacity'];
  const others = override ? overrideWrites(fair.fairId, record, record.nonce ?? deps.newId(6), override, deps) : [];
  const above = await attendance.checkInCounted({ ...record, flags }, one(), others);
  return above === 'full' ? 'full' : { ...above, flags: ['over_capacity'] };
}

async function write(fair: Fair, record: CheckInRecord, override: Override | undefined, deps: GateDeps): Promise<Admitted | 'full'> {
  const isLate = record.at !== record.arrivedAt;
  const heard = isLate && fair.countsExits ? await deps.passages.heardBefore(fair.fairId, record.workerId, record.at) : {};
  const whole = { ...record, ...heard };
  return fair.capacity && !heard.isOut ? counted(fair, whole, override, deps) : deps.attendance.checkIn(whole);
}

/** Checks in with a fresh number; on a repeat and when there is no room the number goes back. */
export async function checkIn(
  fair: Fair,
  person: Person,
  deps: GateDeps,
  { arrivedAt = deps.now(), at = arrivedAt, override }: CheckInWords = {},
): Promise<Admitted | 'full'> {
  const { attendance, fairs } = deps;
  const number = await fairs.takeNumber(person.fairId);
  const record = { ...person, number, at, arrivedAt };
  const outcome = await write(fair, record, override, deps);
  if (outcome === 'full') {
    fairs.giveBack(person.fairId, number);
    return outcome;
  }
  if (!outcome.repeated) return outcome;
  // a lost reply can bring back our own record: that number is taken
  if (outcome.record.number !== number) fairs.giveBack(person.fairId, number);
  return { repeated: true, record: await earlierOf(record, outcome.record, { attendance }) };
}
interface CheckInWords {
  arrivedAt?: string;
  at?: string | undefined;
  override?: Override | undefined;
}

/** Whom a registration lets see the person; the pairings are looked at only where something was said. */
export async function sharingHeard(said: Parameters<typeof heardElsewhere>[0], { pairings }: GateDeps) {
  return said.elsewhere && heardElsewhere(said, await pairings.all());
}

/** A person without a phone, at once: who they are, the check-in, the number and one more inside. */
export async function registerHere(
  fair: Fair,
  newWorker: Parameters<GateDeps['attendance']['registerWalkIn']>[0],
  record: CheckInRecord,
  row: RosterRow,
  deps: GateDeps,
  override?: Override,
) {
  const { attendance, passages } = deps;
  if (!fair.capacity) return attendance.registerWalkIn(newWorker, record, row);
  const one = (most?: number) => passages.write.room(fair.fairId, { by: 1, most });
  const within = await attendance.registerWalkIn(newWorker, record, row, [one(fair.capacity)]);
  if (!within || !override) return within;
  const others = overrideWrites(fair.fairId, record, record.nonce ?? deps.newId(6), override, deps);
  return (await attendance.registerWalkIn(newWorker, { ...record, flags: ['over_capacity'] }, row, [one(), ...others])) ?? ('above' as const);
}

/** What an upload notes on somebody who came when there was no room, and the supervisor's word if there was one. */
export async function arrivedAbove(fair: Fair, record: CheckInRecord, override: Override | undefined, deps: GateDeps) {
  const flags = await flagsOfRoom(fair, deps);
  const others = flags.length && override ? overrideWrites(fair.fairId, record, record.nonce ?? deps.newId(6), override, deps) : [];
  const room = fair.capacity && !record.isOut ? [deps.passages.write.room(fair.fairId, { by: 1 })] : [];
  return { flags: record.isOut ? [] : flags, writes: [...room, ...others] };
}
