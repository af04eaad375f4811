import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { GateFlag } from '@shanhai/shared/rules/gate.ts';
import { type Direction, isFull, passageOf } from '@shanhai/shared/rules/passages.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { Write } from '../table/table.ts';
import type { RoomMove } from './passage-store.ts';
import type { CheckInRecord } from './rules.ts';

/** Somebody passing a gate, as the gate words it. */
export interface Passer {
  fair: Fair;
  workerId: WorkerId;
  direction: Direction;
  at: string;
  gate: string;
  deviceId: string;
  nonce: string;
}
export type Passed =
  | { outcome: 'back_in' | 'went_out' | 'already'; record?: CheckInRecord; flags: GateFlag[] }
  /** No room for one more. */
  | { outcome: 'full'; record: CheckInRecord };

/** What a passage writes, and what it is called. */
export interface PassagePlan {
  outcome: 'back_in' | 'went_out' | 'already';
  flags: GateFlag[];
  writes: Write[];
}

const triesAtMost = 4;

/** The part of a transaction that counts one more or one less inside; none where the fair has no capacity. */
export function roomWrites(fair: Pick<Fair, 'fairId' | 'capacity'>, move: RoomMove, { passages }: Pick<GateDeps, 'passages'>): Write[] {
  return fair.capacity ? [passages.write.room(fair.fairId, move)] : [];
}

/** What this passage does, seen from where the person stands: a fact in any case, a change of the count where it is one. */
export function planPassage(passer: Passer, standing: CheckInRecord | undefined, most: number | undefined, deps: GateDeps): PassagePlan {
  const { fair, workerId, direction, at, gate, deviceId, nonce } = passer;
  const { write } = deps.passages;
  const fact = (flags: GateFlag[]): Write =>
    write.passage(fair.fairId, {
      workerId,
      number: standing?.number,
      direction,
      at,
      arrivedAt: deps.now(),
      gate,
      deviceId,
      nonce,
      flags: flags.length ? flags : undefined,
    });
  if (!standing) return { outcome: 'went_out', flags: ['no_entry'], writes: [fact(['no_entry'])] };
  const { isSame, changes, flag } = passageOf(standing, direction, at);
  if (isSame) return { outcome: 'already', flags: [], writes: [] };
  if (!changes) return { outcome: 'already', flags: flag ? [flag] : [], writes: [fact(flag ? [flag] : [])] };
  const move: RoomMove = direction === 'in' ? { by: 1, most } : { by: -1 };
  const writes = [fact([]), write.standing(standing, direction, at), ...roomWrites(fair, move, deps)];
  return { outcome: direction === 'in' ? 'back_in' : 'went_out', flags: [], writes };
}

/** The supervisor's word on letting one more in, as it is kept. */
export interface Override {
  by: WorkerId;
  reason: string;
}

export function overrideWrites(fairId: FairId, record: Pick<CheckInRecord, 'number' | 'gate' | 'at'>, id: string, override: Override, deps: GateDeps): Write[] {
  const { number, gate, at } = record;
  return [deps.passages.write.aboveCapacity(fairId, { at, number, gate, ...override }, id)];
}

const outcomeOf = ({ direction }: Passer, isMarked: boolean): 'back_in' | 'went_out' | 'already' => {
  if (isMarked) return 'already';
  return direction === 'in' ? 'back_in' : 'went_out';
};

/** The same passage, said before. */
async function saidBefore(passer: Passer, record: CheckInRecord, { passages }: GateDeps): Promise<Passed | undefined> {
  const said = (await passages.ofPerson(passer.fair.fairId, passer.workerId)).find((p) => p.nonce === passer.nonce);
  const flags = said?.flags ?? [];
  return said && { outcome: outcomeOf(passer, flags.length > 0), record, flags };
}

const hasFailed = (reason: { Code?: string | undefined } | undefined): boolean => reason?.Code === 'ConditionalCheckFailed';

async function passAbove(passer: Passer, record: CheckInRecord, override: Override, deps: GateDeps): Promise<Passed | 'again'> {
  const { fair, nonce, gate, at } = passer;
  const { outcome, writes } = planPassage(passer, record, undefined, deps);
  const refused = await deps.table.transact([...writes, ...overrideWrites(fair.fairId, { number: record.number, gate, at }, nonce, override, deps)]);
  return refused ? 'again' : { outcome, record, flags: ['over_capacity'] };
}

async function passOnce(passer: Passer, override: Override | undefined, deps: GateDeps): Promise<Passed | 'again'> {
  const { fair, workerId } = passer;
  const record = await deps.attendance.find(workerId, fair.fairId);
  if (!record) throw new Problem('not_checked_in');
  const said = await saidBefore(passer, record, deps);
  if (said) return said;
  const { outcome, flags, writes } = planPassage(passer, record, fair.capacity, deps);
  const refused = writes.length ? await deps.table.transact(writes) : undefined;
  if (!refused) return { outcome, record, flags };
  const [fact, moved, room] = refused;
  if (hasFailed(fact) || hasFailed(moved) || !hasFailed(room)) return 'again';
  return override ? passAbove(passer, record, override, deps) : { outcome: 'full', record };
}

/** Somebody who is checked in goes out or comes back, at once; the same nonce is the same passage. */
export async function pass(passer: Passer, override: Override | undefined, deps: GateDeps): Promise<Passed> {
  for (let tries = 0; tries < triesAtMost; tries++) {
    const outcome = await passOnce(passer, override, deps);
    if (outcome !== 'again') return outcome;
  }
  throw new Problem('try_again');
}

/** Is the room full now? Asked where what happened is recorded in any case. */
export async function flagsOfRoom(fair: Pick<Fair, 'fairId' | 'capacity'>, { passages }: Pick<GateDeps, 'passages'>): Promise<GateFlag[]> {
  return fair.capacity && isFull(fair.capacity, await passages.inside(fair.fairId)) ? ['over_capacity'] : [];
}
