import { createHash } from 'node:crypto';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Input } from '@shanhai/shared/contract/contract.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { gateRefusal, isClockOff } from '@shanhai/shared/rules/gate.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { checkIn, full, type Once, type Person, refuse, scannedAt } from './admission.ts';
import { bringAlong, companionsOf } from './companions.ts';
import { gateHandlers } from './gate-handlers.ts';
import { pass } from './passages.ts';
import { evidenceOfTap } from './presence.ts';
import { type CheckInRecord, gateScanned, seenCheckIn } from './rules.ts';

/** A tap that a phone kept is known by its person and its moment; who it was cannot be read back from it. */
function keptTap(workerId: WorkerId, happenedAt: string | undefined, now: string): Once | undefined {
  if (!happenedAt) return undefined;
  const id = createHash('sha256').update(`${workerId}|${happenedAt}`).digest('base64url').slice(0, 12);
  return { at: isClockOff(happenedAt, now) ? now : happenedAt, id };
}

/** Who went out and scans the poster again is back inside. */
async function comeBack(
  fair: Fair,
  { workerId, gate, deviceId, at }: Pick<CheckInRecord, 'workerId' | 'gate' | 'deviceId' | 'at'>,
  deps: GateDeps,
  once?: Once,
): Promise<void> {
  const nonce = once?.id ?? deps.newId(12);
  const passed = await pass({ fair, workerId, direction: 'in', at, gate, deviceId, nonce }, undefined, deps);
  if (passed.outcome === 'full') await refuse(fair.fairId, gate, full, deps, once);
}

/** Only a screen's code is not proven yet: of a fair that nobody has it is forged like any other. */
async function fairOfCode(fairId: FairId, { fairs }: GateDeps): Promise<Fair> {
  const fair = await fairs.known(fairId);
  if (!fair) throw new Problem('code_forged');
  return fair;
}

type Tap = Pick<Input<'attendance.checkIn'>, 'place' | 'placeAgreed'>;

/** Near or not counts only with a yes that stands in the ledger, or is said with this tap and written there. 〔个人信息保护法 §29〕 */
async function placeSaid({ place, placeAgreed }: Tap, fair: Fair, workerId: WorkerId, { consents, table, now }: GateDeps): Promise<Tap['place']> {
  if (!fair.presence?.place || !place || place === 'unknown') return place;
  if (await consents.isGiven([workerId], 'location', now())) return place;
  if (!placeAgreed) return 'unknown';
  const refused = await table.transact(consents.given(workerId, { purpose: 'location', version: placeAgreed, receiver: fair.hostName, at: now() }));
  return refused ? 'unknown' : place;
}

export const attendanceHandlers: HandlersOf<'attendance', GateDeps> = {
  ...gateHandlers,

  async 'attendance.checkIn'({ input, caller }, deps) {
    const now = deps.now();
    const happenedAt = input.happenedAt && new Date(input.happenedAt).toISOString();
    const once = keptTap(caller.workerId, happenedAt, now);
    const at = happenedAt ?? now;
    const expected = input.fairId && (await deps.fairs.live(input.fairId));
    const scanned = await scannedAt(() => gateScanned(deps.codes.read(input.code), input.fairId), expected, '', deps, once);
    const { fairId, index } = scanned;
    const fair = await fairOfCode(fairId, deps);
    const gate = fair.gates[index] ?? '';
    const refusal = isClockOff(at, now) ? ({ code: 'clock_off', detail: {} } as const) : gateRefusal(fair, at);
    if (refusal) await refuse(fairId, gate, refusal, deps, once);
    const tap = { now, happenedAt, place: await placeSaid(input, fair, caller.workerId, deps) };
    const evidence = await scannedAt(() => evidenceOfTap(scanned, fair, tap, deps), fair, gate, deps, once);
    const person: Person = { fairId, workerId: caller.workerId, gate, via: 'own_scan', deviceId: input.deviceId, home: input.home, evidence };
    const admitted = await checkIn(fair, person, deps, { arrivedAt: now, at });
    if (admitted === 'full') return refuse(fairId, gate, full, deps, once);
    const { record, repeated } = admitted;
    if (repeated && record.isOut && fair.countsExits) await comeBack(fair, { ...person, at }, deps, once);
    const companions = input.companions && (await bringAlong(fair, input.companions, { person, arrivedAt: now, at }, deps));
    return { ...seenCheckIn(record), repeated, companions };
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

  async 'attendance.companions'({ input, caller }, deps) {
    return { items: await companionsOf(caller.workerId, input, deps) };
  },

  async 'attendance.tellHome'({ input, caller }, { attendance, workers }) {
    const record = await attendance.tellHome(caller.workerId, input.fairId, input.home);
    const { home } = await workers.get(caller.workerId);
    const isKnown = home?.regionCode === input.home.regionCode && home.town === input.home.town;
    // the gate asks for the town only: the village somebody told before stays
    if (!isKnown) await workers.change(caller.workerId, { home: input.home });
    return seenCheckIn(record);
  },
};
