import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { isProblemCode, Problem } from '@shanhai/shared/problems.ts';
import { asksGate } from '@shanhai/shared/rules/evidence.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { flagsAt, isClockOff, isPrinted } from '@shanhai/shared/rules/gate.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { Write } from '../table/table.ts';
import { arrivedAbove, sharingHeard } from './admission.ts';
import { flagsOfRoom, type Override, overrideWrites, type Passer, planPassage, roomWrites } from './passages.ts';
import { type CheckInRecord, gateCodeOf, requireUndoable } from './rules.ts';
import type { DoneAction, RosterRow } from './store.ts';

/** The device that did it, and who brings it: with `broughtBy` another device, which read it off the first one's screen. */
export interface Sender {
  fair: Fair;
  deviceId: string;
  by: WorkerId;
  isSupervisor: boolean;
  broughtBy?: string | undefined;
}
/** An action whose names can be read. */
export type OpenAction = Exclude<GateAction, { kind: 'sealed_walk_in' }>;
type ActionOf<K extends OpenAction['kind']> = Extract<OpenAction, { kind: K }>;
type Answer = Pick<DoneAction, 'outcome'> & Partial<DoneAction>;

const seen = ({ number, at, gate }: Pick<CheckInRecord, 'number' | 'at' | 'gate'>) => ({ number, person: { number, at, gate } });
/** What a gate saw without network. */
const lateBy = (by: 'gate_scan' | 'walk_in') => ({ evidence: { by, isLate: true } });
/** What a supervisor's device says of one more above the capacity; a steward's word is nobody's. */
const overrideOf = ({ override }: { override?: string | undefined }, { by, isSupervisor }: Sender): Override | undefined =>
  override && isSupervisor ? { by, reason: override } : undefined;
const flagged = (flags: CheckInRecord['flags']) => (flags?.length ? { flags } : {});

/** Writes the action with its effects. Undefined when something else stands in the way: `inTheWay` looks at it. */
async function act(action: OpenAction, answer: Answer, effects: readonly Write[], { fair, deviceId, broughtBy }: Sender, { attendance, now }: GateDeps) {
  const { kind, nonce, happenedAt } = action;
  const gate = 'gate' in action ? { gate: action.gate } : {};
  return attendance.act({ fairId: fair.fairId, kind, nonce, deviceId, broughtBy, happenedAt, arrivedAt: now(), ...gate, ...answer }, effects);
}

async function say(action: OpenAction, answer: Answer, effects: readonly Write[], sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const outcome = await act(action, answer, effects, sender, deps);
  if ('said' in outcome) return outcome.said;
  throw new Problem('try_again');
}

/** Does the person's own scan wait for a gate to see them come in? */
const waits = ({ direction }: ActionOf<'scan'>, { evidence }: CheckInRecord): boolean => evidence?.gate === 'waiting' && direction !== 'out';

/** Who scanned in alone and waited for a gate: this was one. */
function confirming({ happenedAt: at, gate, nonce }: ActionOf<'scan'>, standing: CheckInRecord, { deviceId }: Sender, { attendance }: GateDeps): Write[] {
  return standing.evidence?.gate === 'waiting' ? [attendance.write.confirm(standing, { at, gate, deviceId, nonce })] : [];
}

/** A check-in stands already: the same action came in online before, or the person was seen twice and the earlier moment counts. */
async function alreadyIn(action: ActionOf<'scan'>, record: CheckInRecord, standing: CheckInRecord, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  if (standing.nonce === action.nonce) return say(action, { outcome: 'done', workerId: standing.workerId, ...seen(standing) }, [], sender, deps);
  if (record.at >= standing.at && sender.fair.countsExits && !waits(action, standing)) return passAgain(action, standing, sender, deps);
  const first = record.at < standing.at ? { ...record, number: standing.number } : standing;
  const effects = first === standing ? confirming(action, standing, sender, deps) : [deps.attendance.write.earlier(record, standing)];
  return say(action, { outcome: 'already', workerId: standing.workerId, ...seen(first) }, effects, sender, deps);
}

const passerOf = (action: ActionOf<'scan'>, workerId: WorkerId, { fair, deviceId }: Sender): Passer => {
  const { nonce, gate, happenedAt: at, direction = 'in' } = action;
  return { fair, workerId, direction, at, gate, deviceId, nonce };
};

/** Somebody known at this fair passes again: the fact in any case, and where they are now as far as it is later than what is known. */
async function passAgain(action: ActionOf<'scan'>, standing: CheckInRecord, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const { fair } = sender;
  const passer = passerOf(action, standing.workerId, sender);
  const { outcome, flags, writes } = planPassage(passer, standing, undefined, deps);
  const above = outcome === 'back_in' ? await flagsOfRoom(fair, deps) : [];
  const override = overrideOf(action, sender);
  const said = above.length && override ? overrideWrites(fair.fairId, { ...passer, number: standing.number }, action.nonce, override, deps) : [];
  const answer = { workerId: standing.workerId, ...seen(standing), ...flagged([...flags, ...above]) };
  return say(action, { outcome: outcome === 'already' ? 'already' : 'done', ...answer }, [...writes, ...said], sender, deps);
}

/** Out of the gate by the own code; of somebody nobody has heard of yet it is kept until the check-in comes in. */
async function goOut(action: ActionOf<'scan'>, workerId: WorkerId, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const standing = await deps.attendance.find(workerId, sender.fair.fairId);
  if (standing) return passAgain(action, standing, sender, deps);
  const { flags, writes } = planPassage(passerOf(action, workerId, sender), undefined, undefined, deps);
  return say(action, { outcome: 'done', workerId, flags }, writes, sender, deps);
}

/** Somebody's own code: the check-in, its line on the list and the answer, all or none. */
async function letIn(action: ActionOf<'scan'>, workerId: WorkerId, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const { attendance, fairs, now } = deps;
  const { fair, deviceId } = sender;
  const { nonce, gate, happenedAt: at } = action;
  const number = await fairs.takeNumber(fair.fairId);
  const heard = fair.countsExits ? await deps.passages.heardBefore(fair.fairId, workerId, at) : {};
  const seenNow: CheckInRecord = {
    fairId: fair.fairId,
    workerId,
    number,
    at,
    arrivedAt: now(),
    gate,
    via: 'staff_scan',
    deviceId,
    nonce,
    ...lateBy('gate_scan'),
    ...heard,
  };
  const above = await arrivedAbove(fair, seenNow, overrideOf(action, sender), deps);
  const flags = [...flagsAt(fair, at), ...above.flags];
  const record: CheckInRecord = { ...seenNow, ...flagged(flags) };
  const effects = [attendance.write.checkIn(record), ...attendance.write.roster({ workerId, number, at, gate }, fair.fairId), ...above.writes];
  const outcome = await act(action, { outcome: 'done', workerId, ...seen(record), ...flagged(flags) }, effects, sender, deps);
  if ('said' in outcome && outcome.said.number === number) return outcome.said;
  fairs.giveBack(fair.fairId, number);
  if ('said' in outcome) return outcome.said;
  const [standing] = outcome.inTheWay;
  if (!standing) throw new Problem('try_again');
  return alreadyIn(action, record, attendance.readCheckIn(standing), sender, deps);
}

/** Somebody's number; where own scans wait for the gate, it is confirmed by it, and where exits are counted, it is a passage. */
async function seenAgain(action: ActionOf<'scan'>, carrier: RosterRow, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const { fair } = sender;
  const isAsked = asksGate(fair.presence) || fair.countsExits === true;
  const standing = isAsked ? await deps.attendance.find(carrier.workerId, fair.fairId) : undefined;
  if (standing && fair.countsExits && !waits(action, standing)) return passAgain(action, standing, sender, deps);
  return say(action, { outcome: 'already', ...seen(carrier) }, standing ? confirming(action, standing, sender, deps) : [], sender, deps);
}

/** A strip or a typed number: somebody's, or of a strip that nobody registered, which is kept as seen. */
async function noteNumber(action: ActionOf<'scan'>, number: number, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const { fair } = sender;
  const carrier = await deps.attendance.carrierOf(fair.fairId, number);
  if (carrier) return seenAgain(action, carrier, sender, deps);
  if (!isPrinted(fair, number)) throw new Problem('number_unknown', { number: spokenNumber(number) });
  const hours = action.direction === 'out' ? [] : flagsAt(fair, action.happenedAt);
  return say(action, { outcome: 'done', number, flags: [...hours, 'unknown_number'] }, [], sender, deps);
}

/** Exits are heard only where the fair counts them. */
function wayOf(action: ActionOf<'scan'>, { fair }: Sender): ActionOf<'scan'> {
  return fair.countsExits ? action : { ...action, direction: undefined };
}

async function scan(sent: ActionOf<'scan'>, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const action = wayOf(sent, sender);
  if (action.number) return noteNumber(action, action.number, sender, deps);
  const scanned = gateCodeOf(deps.codes.read(action.code ?? ''), sender.fair.fairId);
  if ('number' in scanned) return noteNumber(action, scanned.number, sender, deps);
  return action.direction === 'out' ? goOut(action, scanned.workerId, sender, deps) : letIn(action, scanned.workerId, sender, deps);
}

/** Who stands on this number: nobody any more when their check-in was just taken back and the list does not know it yet. */
async function holderOf(number: number, { fair }: Sender, { attendance }: GateDeps): Promise<CheckInRecord | undefined> {
  const carrier = await attendance.carrierOf(fair.fairId, number);
  const record = carrier && (await attendance.find(carrier.workerId, fair.fairId));
  return record?.number === number ? record : undefined;
}

/** The number is taken: by this very registration sent online before, by somebody else, or by somebody who is just leaving the list. */
async function onTakenStrip(action: ActionOf<'walk_in'>, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const holder = await holderOf(action.number, sender, deps);
  if (holder && holder.nonce === action.nonce) return say(action, { outcome: 'done', workerId: holder.workerId, ...seen(holder) }, [], sender, deps);
  throw holder ? new Problem('number_taken', { number: spokenNumber(action.number) }) : new Problem('try_again');
}

async function registerWalkIn(action: ActionOf<'walk_in'>, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const { attendance, workers, newId, now } = deps;
  const { fair, deviceId, by } = sender;
  const { nonce, gate, number, name, phone, home, trades, proxy, happenedAt: at } = action;
  if (!isPrinted(fair, number)) throw new Problem('strip_not_printed', { number: spokenNumber(number) });
  const workerId = newId(12) as WorkerId;
  const row: RosterRow = { workerId, number, at, gate, name, phoneTail: phone?.slice(-4), town: home?.town };
  const seenNow: CheckInRecord = {
    fairId: fair.fairId,
    workerId,
    number,
    at,
    arrivedAt: now(),
    gate,
    via: 'walk_in',
    deviceId,
    nonce,
    home,
    ...lateBy('walk_in'),
  };
  const above = await arrivedAbove(fair, seenNow, overrideOf(action, sender), deps);
  const flags = [...flagsAt(fair, at), ...above.flags];
  const record: CheckInRecord = { ...seenNow, ...flagged(flags) };
  const profile = { name, phone, home, wish: { trades }, registered: { by, at, agreed: true, proxy } };
  // said when it happened; a clock that is ahead is no reason to be sure for longer
  const saidAt = at < now() ? at : now();
  const heard = { by, receiver: fair.hostName, at: saidAt, elsewhere: await sharingHeard(action, deps) };
  const effects = [
    ...attendance.write.roster(row, fair.fairId),
    ...workers.walkIn(workerId, profile, heard),
    attendance.write.checkIn(record),
    ...above.writes,
  ];
  const outcome = await act(action, { outcome: 'done', workerId, ...seen(record), ...flagged(flags) }, effects, sender, deps);
  return 'said' in outcome ? outcome.said : onTakenStrip(action, sender, deps);
}

/** By the nonce of the scan, or by the number. */
async function meantBy({ number, of }: ActionOf<'undo'>, sender: Sender, deps: GateDeps): Promise<CheckInRecord> {
  const { fairId } = sender.fair;
  const scanned = of && (await deps.attendance.doneActions(fairId, [of])).get(of)?.workerId;
  const record = scanned ? await deps.attendance.find(scanned, fairId) : number && (await holderOf(number, sender, deps));
  if (!record) throw new Problem('number_unknown', { number: number ? spokenNumber(number) : '' });
  return record;
}

async function undo(action: ActionOf<'undo'>, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const record = await meantBy(action, sender, deps);
  if (action.isOthers && !sender.isSupervisor) throw new Problem('not_allowed');
  requireUndoable(record, { deviceId: sender.deviceId, at: action.happenedAt, isSupervised: action.isOthers }, record.at);
  const room = record.isOut ? [] : roomWrites(sender.fair, { by: -1 }, deps);
  const effects = [...deps.attendance.write.undo(record, action.happenedAt, sender.by), ...room];
  return say(action, { outcome: 'done', number: record.number }, effects, sender, deps);
}

/** The device turned somebody away by itself: counted as any other refusal. */
async function noteRefusal(action: ActionOf<'refused'>, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  if (!isProblemCode(action.code)) throw new Problem('invalid_input', { field: 'code' });
  return say(action, { outcome: 'done' }, [refusalWrite(action, action.code, sender, deps)], sender, deps);
}

/** A refusal stands under the action's own nonce, when it happened; a time that cannot be is replaced by now. */
function refusalWrite(action: OpenAction, code: string, { fair }: Sender, { attendance, now }: GateDeps): Write {
  const at = isClockOff(action.happenedAt, now()) ? now() : action.happenedAt;
  return attendance.refusalWrite(fair.fairId, { code, at, gate: 'gate' in action ? action.gate : '' }, action.nonce);
}

/** Does one action; a refusal is thrown. */
export function perform(action: OpenAction, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  if (isClockOff(action.happenedAt, deps.now())) throw new Problem('clock_off');
  if (sender.fair.status === 'draft') throw new Problem('fair_not_published');
  switch (action.kind) {
    case 'scan':
      return scan(action, sender, deps);
    case 'walk_in':
      return registerWalkIn(action, sender, deps);
    case 'undo':
      return undo(action, sender, deps);
    case 'refused':
      return noteRefusal(action, sender, deps);
  }
}

/** Refused for good, and counted at the gate when a person was turned away. */
export function refuse(action: OpenAction, { code, detail }: Problem, sender: Sender, deps: GateDeps): Promise<DoneAction> {
  const counts = action.kind === 'scan' || action.kind === 'walk_in';
  return say(action, { outcome: 'refused', problem: { code, detail } }, counts ? [refusalWrite(action, code, sender, deps)] : [], sender, deps);
}
