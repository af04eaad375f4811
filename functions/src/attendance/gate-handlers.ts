import type { Caller, FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem, type ProblemCode, sentenceOf } from '@shanhai/shared/problems.ts';
import { asksGate } from '@shanhai/shared/rules/evidence.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { gateRefusal, isPrinted } from '@shanhai/shared/rules/gate.ts';
import { bureauOf } from '@shanhai/shared/rules/regions.ts';
import { isConcerned, othersOf } from '@shanhai/shared/rules/scopes.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { checkIn, full, refuse, registerHere, scannedAt, sharingHeard } from './admission.ts';
import { companionsAtGate } from './companions.ts';
import { atDevice, gateOf, isSettled, seenHeld } from './device-calls.ts';
import { type Override, type Passer, pass, roomWrites } from './passages.ts';
import { confirmAtGate } from './presence.ts';
import { type CheckInRecord, gateCodeOf, isAtDoor, isSupervisor, requireUndoable } from './rules.ts';
import type { RosterRow } from './store.ts';
import { takeGateQueue } from './upload.ts';

async function requireOpen(fair: Fair, gate: string, deps: GateDeps): Promise<void> {
  const refusal = gateRefusal(fair, deps.now());
  if (refusal) await refuse(fair.fairId, gate, refusal, deps);
}

/** What the gate shows of a person nobody has searched for: the number, not the name. */
const gatePerson = ({ number, at, gate }: Pick<RosterRow, 'number' | 'at' | 'gate'>) => ({ number, at, gate });
const named = ({ number, at, gate, name, phoneTail, town }: RosterRow) => ({ number, at, gate, name, phoneTail, town });

/** From memory for one person at a time; `fresh` for what a device will go by for hours, and for what it did in them. */
async function fairAtDoor(fairId: FairId, caller: Caller, { fairs }: GateDeps, fresh = false): Promise<Fair> {
  const fair = await (fresh ? fairs.get(fairId) : fairs.live(fairId));
  if (!isAtDoor(fair, caller)) throw new Problem('not_allowed');
  return fair;
}

function requireSupervisor(caller: Caller): void {
  if (!isSupervisor(caller)) throw new Problem('not_allowed');
}

/** A supervisor's word for one more above the capacity. */
function overrideOf(reason: string | undefined, caller: Caller): Override | undefined {
  if (!reason) return undefined;
  requireSupervisor(caller);
  return { by: caller.workerId, reason };
}

/** Who lets in above the capacity is written down for the officers too; why stands with the fair, for it was typed and may name somebody. */
async function tellAbove({ fairId, hostRegion }: Fair, { by }: Override, { audit, now }: GateDeps): Promise<void> {
  await audit.record({ at: now(), by, role: 'organizer', scope: hostRegion, action: 'attendance.override', subject: { fairId } });
}

/** What is held up at the gate: by whom, at which gate, which way. */
interface Shown {
  fair: Fair;
  gate: string;
  deviceId: string;
  nonce: string;
  direction: Passer['direction'];
  override: Override | undefined;
}

/** Somebody whose own scan waited for a gate: this is one. */
async function confirmed({ fair, ...sight }: Pick<Shown, 'fair' | 'gate' | 'deviceId' | 'nonce'>, workerId: WorkerId, deps: GateDeps): Promise<boolean> {
  const standing = asksGate(fair.presence) ? await deps.attendance.find(workerId, fair.fairId) : undefined;
  return confirmAtGate(fair, standing, { at: deps.now(), ...sight }, deps);
}

/** Somebody who is checked in passes again, where exits are counted; elsewhere they are simply there already. */
async function passAgain(
  { fair, gate, deviceId, nonce, direction, override }: Shown,
  standing: Pick<CheckInRecord, 'workerId' | 'number' | 'at' | 'gate'>,
  deps: GateDeps,
) {
  const already = { outcome: 'already' as const, number: standing.number, person: gatePerson(standing) };
  const isConfirmed = direction === 'in' && (await confirmed({ fair, gate, deviceId, nonce }, standing.workerId, deps));
  if (isConfirmed) return { ...already, outcome: 'checked_in' as const, confirmed: true };
  if (!fair.countsExits) return already;
  const passed = await pass({ fair, workerId: standing.workerId, direction, at: deps.now(), gate, deviceId, nonce }, override, deps);
  if (passed.outcome === 'full') return refuse(fair.fairId, gate, full, deps);
  return { ...already, outcome: passed.outcome, ...(passed.flags.length ? { flags: passed.flags } : {}) };
}

/** A strip or a typed number at the gate: somebody's, blank, or not of this fair. */
async function atNumber(shown: Shown, number: number, deps: GateDeps) {
  const { fair, gate, direction } = shown;
  const carrier = await deps.attendance.carrierOf(fair.fairId, number);
  if (carrier) return passAgain(shown, carrier, deps);
  if (!isPrinted(fair, number)) return refuse(fair.fairId, gate, { code: 'number_unknown', detail: { number: spokenNumber(number) } }, deps);
  if (direction === 'out') return refuse(fair.fairId, gate, { code: 'not_checked_in', detail: {} }, deps);
  return { outcome: 'blank_strip' as const, number };
}

/** Somebody's own code: in for the first time, in again, or out. */
async function atCode(shown: Shown, workerId: WorkerId, deps: GateDeps) {
  const { fair, gate, deviceId, nonce, direction, override } = shown;
  if (direction === 'out') {
    const standing = await deps.attendance.find(workerId, fair.fairId);
    return standing ? passAgain(shown, standing, deps) : refuse(fair.fairId, gate, { code: 'not_checked_in', detail: {} }, deps);
  }
  const admitted = await checkIn(fair, { fairId: fair.fairId, workerId, gate, via: 'staff_scan', deviceId, nonce, evidence: { by: 'gate_scan' } }, deps, {
    override,
  });
  if (admitted === 'full') return refuse(fair.fairId, gate, full, deps);
  const { record, repeated, flags } = admitted;
  if (repeated && record.nonce !== nonce) return passAgain(shown, record, deps);
  return { outcome: 'checked_in' as const, number: record.number, person: gatePerson(record), ...(flags ? { flags } : {}) };
}

type GateRoute = `attendance.${'scan' | 'companionsOf' | 'registerWalkIn' | 'search' | 'undo' | 'snapshot' | 'upload' | 'held' | 'settleHeld' | 'refusals'}`;

/** What is done at the gate by whoever stands there. */
export const gateHandlers: Pick<HandlersOf<'attendance', GateDeps>, GateRoute> = {
  async 'attendance.scan'({ input, caller }, deps) {
    const fair = await fairAtDoor(input.fairId, caller, deps);
    const { gate, deviceId, nonce } = input;
    await atDevice(fair.fairId, input, caller, deps);
    await requireOpen(fair, gate, deps);
    const direction = fair.countsExits ? (input.direction ?? 'in') : 'in';
    const shown: Shown = { fair, gate, deviceId, nonce, direction, override: overrideOf(input.override, caller) };
    const read = () => gateCodeOf(deps.codes.read(input.code ?? ''), fair.fairId);
    const scanned = input.number ? { number: input.number } : await scannedAt(read, fair, gate, deps);
    const answer = await ('number' in scanned ? atNumber(shown, scanned.number, deps) : atCode(shown, scanned.workerId, deps));
    if (shown.override && 'flags' in answer && answer.flags?.includes('over_capacity')) await tellAbove(fair, shown.override, deps);
    return answer;
  },

  async 'attendance.companionsOf'({ input, caller }, deps) {
    const fair = await fairAtDoor(input.fairId, caller, deps);
    await atDevice(fair.fairId, { deviceId: input.deviceId }, caller, deps);
    await requireOpen(fair, '', deps);
    return { items: await companionsAtGate(input.code, fair, caller, deps) };
  },

  async 'attendance.registerWalkIn'({ input, caller }, deps) {
    const { attendance, workers, newId, now } = deps;
    const fair = await fairAtDoor(input.fairId, caller, deps);
    await atDevice(fair.fairId, input, caller, deps);
    await requireOpen(fair, input.gate, deps);
    const { number, gate, name, phone, home, deviceId, nonce } = input;
    const override = overrideOf(input.override, caller);
    const carrier = await attendance.carrierOf(fair.fairId, number);
    if (carrier && (await attendance.find(carrier.workerId, fair.fairId))?.nonce === nonce) return named(carrier);
    if (!isPrinted(fair, number)) throw new Problem('strip_not_printed', { number: spokenNumber(number) });
    const workerId = newId(12) as WorkerId;
    const row: RosterRow = { workerId, number, at: now(), gate, name, phoneTail: phone?.slice(-4), town: home?.town };
    const seen = { at: row.at, arrivedAt: row.at, gate, via: 'walk_in' as const, deviceId, nonce, evidence: { by: 'walk_in' as const } };
    const record: CheckInRecord = { fairId: fair.fairId, workerId, number, home, ...seen };
    const profile = { name, phone, home, wish: { trades: input.trades }, registered: { by: caller.workerId, at: row.at, agreed: true, proxy: input.proxy } };
    const heard = { by: caller.workerId, receiver: fair.hostName, at: row.at, elsewhere: await sharingHeard(input, deps) };
    const outcome = await registerHere(fair, workers.walkIn(workerId, profile, heard), record, row, deps, override);
    if (outcome === 'full') return refuse(fair.fairId, gate, full, deps);
    if (outcome === 'above' && override) await tellAbove(fair, override, deps);
    return named(row);
  },

  async 'attendance.search'({ input, caller }, deps) {
    const fair = await fairAtDoor(input.fairId, caller, deps);
    requireSupervisor(caller);
    await atDevice(fair.fairId, { deviceId: input.deviceId }, caller, deps);
    const found = await deps.attendance.search(fair.fairId, input.q);
    await Promise.all(
      found.map((r) => deps.workers.recordView(r.workerId, { at: deps.now(), role: caller.role, byName: fair.hostName, what: 'searched' }, deps.newId(6))),
    );
    return { items: found.map(named) };
  },

  async 'attendance.undo'({ input, caller }, deps) {
    const { attendance, now } = deps;
    const fair = await fairAtDoor(input.fairId, caller, deps);
    if (input.isOthers) requireSupervisor(caller);
    await atDevice(fair.fairId, { deviceId: input.deviceId }, caller, deps);
    const carrier = await attendance.carrierOf(fair.fairId, input.number);
    const record = carrier && (await attendance.find(carrier.workerId, fair.fairId));
    // the list is a second behind: the person may have come in anew under another number
    if (record?.number !== input.number) throw new Problem('number_unknown', { number: spokenNumber(input.number) });
    requireUndoable(record, { deviceId: input.deviceId, at: now(), isSupervised: input.isOthers });
    await attendance.undo(record, now(), caller.workerId, record.isOut ? [] : roomWrites(fair, { by: -1 }, deps));
    return { undone: true as const, number: input.number };
  },

  async 'attendance.snapshot'({ input, caller }, deps) {
    const fair = await fairAtDoor(input.fairId, caller, deps, true);
    await atDevice(fair.fairId, { deviceId: input.deviceId }, caller, deps);
    const taken = (await deps.attendance.roster(fair.fairId)).map((r) => ({
      ...gatePerson(r),
      ...(r.evidence?.gate === 'waiting' ? { waits: true } : {}),
      ...(r.isOut ? { isOut: true } : {}),
    }));
    const latest = taken.reduce((at, t) => (t.at > at ? t.at : at), '');
    const elsewhere = othersOf(fair.hostRegion, await deps.pairings.all()).map(bureauOf);
    return {
      version: `${fair.version}.${taken.length}.${latest}`,
      takenAt: deps.now(),
      fair,
      strips: fair.strips,
      taken,
      elsewhere,
      sealKey: deps.gateSeal.publicKey(fair.fairId),
    };
  },

  async 'attendance.upload'({ input, caller }, deps) {
    const fair = await fairAtDoor(input.fairId, caller, deps, true);
    const { deviceId, from, actions } = input;
    await deps.devices.holdFromRevoked(fair.fairId, deviceId, actions);
    const isBrought = from !== undefined && from !== deviceId;
    await atDevice(fair.fairId, { deviceId, gate: isBrought ? '' : gateOf(actions) }, caller, deps);
    // a supervisor's word counts when the own device sends it: whoever brings another's queue did not hear who said it
    const word = { isSupervisor: isSupervisor(caller) && !isBrought, ...(isBrought ? { broughtBy: deviceId } : {}) };
    const sender = { fair, by: caller.workerId, deviceId: from ?? deviceId, ...word };
    const items = await takeGateQueue(actions, sender, deps);
    const settled = items.filter(isSettled).map((one) => one.nonce);
    await deps.devices.cameAnyway(fair.fairId, from ?? deviceId, settled);
    return { items };
  },

  async 'attendance.held'({ input, caller }, deps) {
    const fair = await fairAtDoor(input.fairId, caller, deps, true);
    const held = await deps.devices.held(fair.fairId, input.deviceId);
    return { items: held.map(seenHeld).sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1)) };
  },

  async 'attendance.settleHeld'({ input, caller }, deps) {
    const { deviceId, isTaken, nonces } = input;
    const fair = await fairAtDoor(input.fairId, caller, deps, true);
    const held = (await deps.devices.held(fair.fairId, deviceId)).filter((one) => nonces.includes(one.nonce));
    const actions = held.map((one) => one.action);
    const sender = { fair, deviceId, by: caller.workerId, isSupervisor: isSupervisor(caller) };
    const items = isTaken ? await takeGateQueue(actions, sender, deps) : [];
    const settled = isTaken ? items.filter(isSettled).map((one) => one.nonce) : held.map((one) => one.nonce);
    await deps.devices.letGo(fair.fairId, deviceId, settled);
    return { items };
  },

  async 'attendance.refusals'({ input, caller }, { attendance, fairs, pairings }) {
    const fair = await fairs.live(input.fairId);
    const isSeen = caller.role === 'steward' ? isAtDoor(fair, caller) : isConcerned(fair, (await pairings.byId()).get(fair.pairingId ?? ''), caller);
    if (!isSeen || (caller.role === 'steward' && !isSupervisor(caller))) throw new Problem('not_allowed');
    const all = (await attendance.refusals(fair.fairId)).map((r) => ({
      ...r,
      words: sentenceOf(r.code as ProblemCode, { number: '', opens: '', closes: '' }),
    }));
    const byReason = [...new Set(all.map((r) => r.code))].map((code) => {
      const same = all.filter((r) => r.code === code);
      return { code, words: same[0]?.words ?? code, count: same.length };
    });
    return { byReason: byReason.sort((a, b) => b.count - a.count), latest: all.slice(0, 20) };
  },
};
