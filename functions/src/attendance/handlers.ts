import { createHash } from 'node:crypto';
import type { Caller, FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem, type ProblemCode, sentenceOf } from '@shanhai/shared/problems.ts';
import { asksGate } from '@shanhai/shared/rules/evidence.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { type GateRefusal, gateRefusal, isClockOff, isPrinted } from '@shanhai/shared/rules/gate.ts';
import { isConcerned, isHost } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { confirmAtGate, evidenceOfTap } from './presence.ts';
import { type CheckInRecord, type Confirmed, gateCodeOf, gateScanned, requireUndoable, seenCheckIn } from './rules.ts';
import type { RosterRow } from './store.ts';
import { takeGateQueue } from './upload.ts';

/** Which refusal it is: one that is sent again, because its answer was lost, is the same one. */
interface Once {
  at: string;
  id: string;
}

/** Refuses, and counts the refusal at the fair. */
async function refuse(fairId: FairId, gate: string, { code, detail }: GateRefusal, deps: Deps, once?: Once): Promise<never> {
  const { at, id } = once ?? { at: deps.now(), id: deps.newId(6) };
  await deps.attendance.saveRefusal(fairId, { code, at, gate }, id);
  throw new Problem(code, detail);
}

/** A tap that a phone kept is known by its person and its moment; who it was cannot be read back from it. */
function keptTap(workerId: WorkerId, happenedAt: string | undefined, now: string): Once | undefined {
  if (!happenedAt) return undefined;
  const id = createHash('sha256').update(`${workerId}|${happenedAt}`).digest('base64url').slice(0, 12);
  return { at: isClockOff(happenedAt, now) ? now : happenedAt, id };
}

/** What was scanned; a code that is refused counts at the fair whose page or gate it was shown to. */
async function scannedAt<T>(read: () => T, fair: Fair | undefined, gate: string, deps: Deps, once?: Once): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (fair && error instanceof Problem) await refuse(fair.fairId, gate, error, deps, once);
    throw error;
  }
}

async function requireOpen(fair: Fair, gate: string, deps: Deps): Promise<void> {
  const refusal = gateRefusal(fair, deps.now());
  if (refusal) await refuse(fair.fairId, gate, refusal, deps);
}

type Person = Omit<CheckInRecord, 'number' | 'at' | 'arrivedAt'>;

/** Checks in with a fresh number; on a repeat the number goes back. */
async function checkIn(person: Person, { attendance, fairs, now }: Deps, arrivedAt = now(), at = arrivedAt) {
  const number = await fairs.takeNumber(person.fairId);
  const record = { ...person, number, at, arrivedAt };
  const outcome = await attendance.checkIn(record);
  if (!outcome.repeated) return outcome;
  // a lost reply can bring back our own record: that number is taken
  if (outcome.record.number !== number) fairs.giveBack(person.fairId, number);
  return { repeated: true, record: await earlierOf(record, outcome.record, { attendance }) };
}

/** Of two moments at which a person was seen the earlier one stands; online that is always the first, without another write. */
async function earlierOf(record: CheckInRecord, standing: CheckInRecord, deps: Pick<Deps, 'attendance'>): Promise<CheckInRecord> {
  if (record.at === record.arrivedAt || record.at >= standing.at) return standing;
  const moved = await deps.attendance.moveEarlier(record, standing);
  const now = await deps.attendance.find(record.workerId, record.fairId);
  if (!now) throw new Problem('try_again');
  return moved ? now : earlierOf(record, now, deps);
}

/** Somebody who is in already: confirmed, where their own scan waited for a gate. */
async function seenAgain(fair: Fair, carrier: RosterRow, sight: Confirmed, deps: Deps) {
  const standing = asksGate(fair.presence) ? await deps.attendance.find(carrier.workerId, fair.fairId) : undefined;
  const confirmed = await confirmAtGate(fair, standing, sight, deps);
  return { ...againWords(confirmed), number: carrier.number, person: gatePerson(carrier) };
}

const againWords = (confirmed: boolean) => (confirmed ? { outcome: 'checked_in' as const, confirmed } : { outcome: 'already' as const });

/** A strip or a typed number at the gate: somebody's, blank, or not of this fair. */
async function atNumber(fair: Fair, number: number, sight: Confirmed, deps: Deps) {
  const carrier = await deps.attendance.carrierOf(fair.fairId, number);
  if (carrier) return seenAgain(fair, carrier, sight, deps);
  if (!isPrinted(fair, number)) return refuse(fair.fairId, sight.gate, { code: 'number_unknown', detail: { number: spokenNumber(number) } }, deps);
  return { outcome: 'blank_strip' as const, number };
}

/** What the gate shows of a person nobody has searched for: the number, not the name. */
const gatePerson = ({ number, at, gate }: Pick<RosterRow, 'number' | 'at' | 'gate'>) => ({ number, at, gate });
const named = ({ number, at, gate, name, phoneTail, town }: RosterRow) => ({ number, at, gate, name, phoneTail, town });

/** From memory for one person at a time; `fresh` for what a device will go by for hours, and for what it did in them. */
async function hostedFair(fairId: FairId, caller: Caller, { fairs }: Deps, fresh = false): Promise<Fair> {
  const fair = await (fresh ? fairs.get(fairId) : fairs.live(fairId));
  if (!isHost(fair, caller)) throw new Problem('not_allowed');
  return fair;
}

export const attendanceHandlers: HandlersOf<'attendance'> = {
  async 'attendance.checkIn'({ input, caller }, deps) {
    const now = deps.now();
    const happenedAt = input.happenedAt && new Date(input.happenedAt).toISOString();
    const once = keptTap(caller.workerId, happenedAt, now);
    const at = happenedAt ?? now;
    const expected = input.fairId && (await deps.fairs.live(input.fairId));
    const scanned = await scannedAt(() => gateScanned(deps.codes.read(input.code), input.fairId), expected, '', deps, once);
    const { fairId, index } = scanned;
    const fair = await deps.fairs.live(fairId);
    const gate = fair.gates[index] ?? '';
    const refusal = isClockOff(at, now) ? ({ code: 'clock_off', detail: {} } as const) : gateRefusal(fair, at);
    if (refusal) await refuse(fairId, gate, refusal, deps, once);
    const tap = { now, happenedAt, place: input.place };
    const evidence = await scannedAt(() => evidenceOfTap(scanned, fair, tap, deps), fair, gate, deps, once);
    const person = { fairId, workerId: caller.workerId, gate, via: 'own_scan' as const, deviceId: input.deviceId, home: input.home, evidence };
    const { record, repeated } = await checkIn(person, deps, now, at);
    return { ...seenCheckIn(record), repeated };
  },

  async 'attendance.mine'({ caller }, { attendance, fairs, workers }) {
    const mine = (await Promise.all((await workers.selvesOf(caller.workerId)).map(attendance.ofWorker))).flat();
    const items = await Promise.all(
      mine.map(async (c) => {
        const fair = await fairs.live(c.fairId);
        return { ...seenCheckIn(c), fairTitle: fair.title, fairStatus: fair.status, closesAt: fair.closesAt };
      }),
    );
    return { items: items.sort((a, b) => (a.at < b.at ? 1 : -1)) };
  },

  async 'attendance.tellHome'({ input, caller }, { attendance, workers }) {
    const record = await attendance.tellHome(caller.workerId, input.fairId, input.home);
    const { home } = await workers.get(caller.workerId);
    const isKnown = home?.regionCode === input.home.regionCode && home.town === input.home.town;
    // the gate asks for the town only: the village somebody told before stays
    if (!isKnown) await workers.change(caller.workerId, { home: input.home });
    return seenCheckIn(record);
  },

  async 'attendance.scan'({ input, caller }, deps) {
    const fair = await hostedFair(input.fairId, caller, deps);
    await requireOpen(fair, input.gate, deps);
    const sight = { at: deps.now(), gate: input.gate, deviceId: input.deviceId, nonce: input.nonce };
    if (input.number) return atNumber(fair, input.number, sight, deps);
    const scanned = await scannedAt(() => gateCodeOf(deps.codes.read(input.code ?? ''), fair.fairId), fair, input.gate, deps);
    if ('number' in scanned) return atNumber(fair, scanned.number, sight, deps);
    const { record, repeated } = await checkIn(
      {
        fairId: fair.fairId,
        workerId: scanned.workerId,
        gate: input.gate,
        via: 'staff_scan',
        deviceId: input.deviceId,
        nonce: input.nonce,
        evidence: { by: 'gate_scan' },
      },
      deps,
    );
    const seen = { number: record.number, person: gatePerson(record) };
    if (!repeated || record.nonce === input.nonce) return { outcome: 'checked_in' as const, ...seen };
    return { ...againWords(await confirmAtGate(fair, record, sight, deps)), ...seen };
  },

  async 'attendance.registerWalkIn'({ input, caller }, deps) {
    const { attendance, workers, newId, now } = deps;
    const fair = await hostedFair(input.fairId, caller, deps);
    await requireOpen(fair, input.gate, deps);
    const { number, gate, name, phone, home, deviceId, nonce } = input;
    const carrier = await attendance.carrierOf(fair.fairId, number);
    if (carrier && (await attendance.find(carrier.workerId, fair.fairId))?.nonce === nonce) return named(carrier);
    if (!isPrinted(fair, number)) throw new Problem('strip_not_printed', { number: spokenNumber(number) });
    const workerId = newId(12) as WorkerId;
    const row: RosterRow = { workerId, number, at: now(), gate, name, phoneTail: phone?.slice(-4), town: home?.town };
    const seen = { at: row.at, arrivedAt: row.at, gate, via: 'walk_in' as const, deviceId, nonce, evidence: { by: 'walk_in' as const } };
    const record: CheckInRecord = { fairId: fair.fairId, workerId, number, home, ...seen };
    const profile = { name, phone, home, wish: { trades: input.trades }, registered: { by: caller.workerId, at: row.at, agreed: true, proxy: input.proxy } };
    await attendance.registerWalkIn(workers.newWorker(workerId, profile), record, row);
    return named(row);
  },

  async 'attendance.search'({ input, caller }, deps) {
    const fair = await hostedFair(input.fairId, caller, deps);
    const found = await deps.attendance.search(fair.fairId, input.q);
    await Promise.all(
      found.map((r) => deps.workers.recordView(r.workerId, { at: deps.now(), role: caller.role, byName: fair.hostName, what: 'searched' }, deps.newId(6))),
    );
    return { items: found.map(named) };
  },

  async 'attendance.undo'({ input, caller }, deps) {
    const { attendance, now } = deps;
    const fair = await hostedFair(input.fairId, caller, deps);
    const carrier = await attendance.carrierOf(fair.fairId, input.number);
    const record = carrier && (await attendance.find(carrier.workerId, fair.fairId));
    // the list is a second behind: the person may have come in anew under another number
    if (record?.number !== input.number) throw new Problem('number_unknown', { number: spokenNumber(input.number) });
    requireUndoable(record, input.deviceId, now());
    await attendance.undo(record, now(), caller.workerId);
    return { undone: true as const, number: input.number };
  },

  async 'attendance.snapshot'({ input, caller }, deps) {
    const fair = await hostedFair(input.fairId, caller, deps, true);
    const taken = (await deps.attendance.roster(fair.fairId)).map((row) => ({ ...gatePerson(row), ...(row.evidence?.gate === 'waiting' && { waits: true }) }));
    const latest = taken.reduce((at, t) => (t.at > at ? t.at : at), '');
    return { version: `${fair.version}.${taken.length}.${latest}`, takenAt: deps.now(), fair, strips: fair.strips, taken };
  },

  async 'attendance.upload'({ input, caller }, deps) {
    const fair = await hostedFair(input.fairId, caller, deps, true);
    return { items: await takeGateQueue(input.actions, { fair, deviceId: input.deviceId, by: caller.workerId }, deps) };
  },

  async 'attendance.refusals'({ input, caller }, { attendance, fairs, pairings }) {
    const fair = await fairs.live(input.fairId);
    if (!isConcerned(fair, (await pairings.byId()).get(fair.pairingId ?? ''), caller)) throw new Problem('not_allowed');
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
