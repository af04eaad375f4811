import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { PresenceForm } from '@shanhai/shared/contract/presence.ts';
import type { PlaceFinding } from '@shanhai/shared/rules/evidence.ts';
import { rotatingCode, type ScreenKey, stepAt } from '@shanhai/shared/rules/rotating-code.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { aWorker, codeOf, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const screenOnly = { code: 'rotating', confirmsAtGate: false } as const;
const seconds = (n: number): string => new Date(Date.parse(noon) + n * 1000).toISOString();

let world: World;
let people = 0;
const somebody = (): Actor => aWorker(world, ++people);
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

interface Scan {
  by?: Actor;
  at?: number;
  happenedAt?: number;
  place?: PlaceFinding;
  hasAgreed?: boolean;
}
/** A fair whose organizer says how presence is proven, with a screen at its first gate. */
async function aFairWith(presence: PresenceForm) {
  const open = await world.anOpenFair();
  const organizer = lasting(world, open.organizer);
  const { fairId } = open.fair;
  const setPresence = (form: PresenceForm & { newScreenKey?: boolean }) => organizer.call('fairs.setPresence', { fairId, ...form });
  await setPresence(presence);
  const key: ScreenKey = await organizer.call('fairs.screenKey', { fairId });
  const shown = (after = 0, gate = 0): string => rotatingCode(key, fairId, gate, Date.parse(seconds(after)));
  const scan = (code: string, { by = somebody(), at = 0, happenedAt, place, hasAgreed = true }: Scan = {}) => {
    world.clock.now = seconds(at);
    const agreed = hasAgreed ? { placeAgreed: '2026-11' } : {};
    const told = happenedAt === undefined ? {} : { happenedAt: seconds(happenedAt) };
    return by.call('attendance.checkIn', { code, deviceId: 'device-0001', ...told, ...(place && { place, ...agreed }) });
  };
  const atGate = (what: { code: string } | { number: number }, nonce: string) =>
    organizer.call('attendance.scan', { fairId, gate: '东门', deviceId: 'device-gate', nonce, ...what });
  const refused = async (code: string): Promise<number> =>
    (await organizer.call('attendance.refusals', { fairId })).byReason.find((r) => r.code === code)?.count ?? 0;
  const printed = world.deps.codes.signAt('S', fairId, 0);
  return { fairId, organizer, setPresence, shown, printed, scan, atGate, refused, key };
}
type FairWith = Awaited<ReturnType<typeof aFairWith>>;
const marksAt = async ({ organizer, fairId }: Pick<FairWith, 'organizer' | 'fairId'>): Promise<Record<string, number>> =>
  Object.fromEntries((await organizer.call('reports.board', { fairId })).byEvidence.map(({ mark, count }) => [mark, count]));

describe('a code on a screen', () => {
  let fair: FairWith;
  beforeAll(async () => {
    fair = await aFairWith(screenOnly);
  });
  const evidenceOf = async (asked: ReturnType<FairWith['scan']>) => (await asked).evidence;
  const step = stepAt(noon);

  test('names its fair and its gate, and opens the page with one button', async () => {
    expect(await somebody().call('fairs.resolveCode', { code: fair.shown(0, 1) })).toMatchObject({ kind: 'gate', gate: '西门' });
    expect(await fair.scan(fair.shown(0, 1))).toMatchObject({ gate: '西门', evidence: { by: 'rotating', step, match: 'fresh' } });
  });
  test('is fresh until the step after its own ends', async () => {
    expect(await evidenceOf(fair.scan(fair.shown(), { at: 59 }))).toEqual({ by: 'rotating', step, match: 'fresh' });
  });
  test('read for two minutes is marked slow', async () => {
    expect(await evidenceOf(fair.scan(fair.shown(), { at: 140 }))).toEqual({ by: 'rotating', step, match: 'slow' });
  });
  test('that was photographed is refused, counted, and does not open its page any more', async () => {
    const before = await fair.refused('code_expired');
    expect(await codeOf(fair.scan(fair.shown(), { at: 180 }))).toBe('code_expired');
    expect(await fair.refused('code_expired')).toBe(before + 1);
    world.clock.now = seconds(1200);
    expect(await codeOf(somebody().call('fairs.resolveCode', { code: fair.shown() }))).toBe('code_expired');
  });
  test('that looks the same 68 hours later is forged, for the signature covers the whole step', async () => {
    const old = fair.shown(-8192 * 30);
    expect(old.slice(0, 14)).toBe(fair.shown().slice(0, 14));
    expect(await codeOf(fair.scan(old))).toBe('code_expired');
    expect(await codeOf(fair.scan(fair.shown().slice(0, 14) + old.slice(14, 31) + (old.endsWith('A') ? 'B' : 'A')))).toBe('code_forged');
  });
  test('kept by a phone without network is judged at its own moment, and marked late', async () => {
    expect(await fair.scan(fair.shown(), { at: 3600, happenedAt: 20 })).toMatchObject({
      at: seconds(20),
      evidence: { by: 'rotating', step, match: 'late', isLate: true },
    });
  });
  test('photographed, and kept an hour later, is refused on arrival', async () => {
    expect(await codeOf(fair.scan(fair.shown(), { at: 7200, happenedAt: 3600 }))).toBe('code_expired');
  });
  test('tapped again is the first check-in with the first evidence', async () => {
    const by = somebody();
    await fair.scan(fair.shown(), { by });
    expect(await fair.scan(fair.shown(600), { by, at: 600 })).toMatchObject({ repeated: true, evidence: { step, match: 'fresh' } });
  });
  test('signed with the key of another fair is forged', async () => {
    const other = await aFairWith(screenOnly);
    const code = rotatingCode(other.key, fair.fairId, 0, Date.parse(noon));
    expect(await codeOf(fair.scan(code))).toBe('code_forged');
    expect(await codeOf(somebody().call('fairs.resolveCode', { code }))).toBe('code_forged');
  });
  test('of a fair that nobody has is forged like any other: which ids there are is not told', async () => {
    const code = rotatingCode(fair.key, 'nofair000' as FairId, 0, Date.parse(noon));
    expect(await codeOf(fair.scan(code))).toBe('code_forged');
    expect(await codeOf(somebody().call('fairs.resolveCode', { code }))).toBe('code_forged');
  });
  test('is worth nothing once the organizer has given the screens a new key', async () => {
    const other = await aFairWith(screenOnly);
    await other.setPresence({ ...screenOnly, newScreenKey: true });
    expect(await codeOf(other.scan(other.shown()))).toBe('code_forged');
    const fresh = await other.organizer.call('fairs.screenKey', { fairId: other.fairId });
    expect(await evidenceOf(other.scan(rotatingCode(fresh, other.fairId, 0, Date.parse(noon))))).toMatchObject({ match: 'fresh' });
  });
  test('is refused where the fair goes by the printed code', async () => {
    const other = await aFairWith({ code: 'printed', confirmsAtGate: false });
    expect(await codeOf(other.scan(other.shown()))).toBe('code_expired');
    expect(await evidenceOf(other.scan(other.printed))).toEqual({ by: 'printed' });
  });
  test('is no person’s code at the gate', async () => {
    world.clock.now = noon;
    expect(await codeOf(fair.atGate({ code: fair.shown() }, 'nonce-rotating'))).toBe('code_not_here');
  });
  test('beside a poster: the poster’s code lets in and waits for the gate', async () => {
    expect(await evidenceOf(fair.scan(fair.printed))).toEqual({ by: 'printed', gate: 'waiting' });
  });
});

describe('a place that is asked for', () => {
  test('is kept as near, not near or not told, and never stops anybody', async () => {
    const fair = await aFairWith({ code: 'printed', confirmsAtGate: false, place: { east: 104.31, north: 24.88, radiusKm: 5 } });
    for (const place of ['within', 'outside', undefined] as const) {
      const { evidence } = await fair.scan(fair.printed, place && { place });
      expect(evidence).toEqual({ by: 'printed', place: place ?? 'unknown' });
    }
    const marks = await world.settled(
      () => marksAt(fair),
      (m) => m.printed === 3,
    );
    expect(marks).toEqual({ printed: 3, within: 1, outside: 1, unknown: 1 });
  });
  test('counts only with a yes that is written down and was not taken back', async () => {
    const fair = await aFairWith({ code: 'printed', confirmsAtGate: false, place: { east: 104.31, north: 24.88, radiusKm: 5 } });
    const [silent, agreeing, turned] = [lasting(world, somebody()), lasting(world, somebody()), lasting(world, somebody())];
    const placeOf = async (scan: Scan) => (await fair.scan(fair.printed, scan)).evidence?.place;
    expect(await placeOf({ by: silent, place: 'within', hasAgreed: false })).toBe('unknown');
    expect(await placeOf({ by: agreeing, place: 'within' })).toBe('within');
    expect((await agreeing.call('consents.mine', {})).items).toMatchObject([{ purpose: 'location', version: '2026-11' }]);
    await turned.call('consents.agree', { purpose: 'location', version: '2026-11' });
    world.clock.now = seconds(60);
    await turned.call('consents.withdraw', { purpose: 'location' });
    expect(await placeOf({ by: turned, at: 120, place: 'within', hasAgreed: false })).toBe('unknown');
  });
  test('is kept nowhere it is not asked for', async () => {
    const fair = await aFairWith({ code: 'printed', confirmsAtGate: false });
    expect((await fair.scan(fair.printed, { place: 'within' })).evidence).toEqual({ by: 'printed' });
  });
});

describe('where the gate confirms', () => {
  let fair: FairWith;
  beforeAll(async () => {
    fair = await aFairWith({ code: 'printed', confirmsAtGate: true });
  });
  /** Somebody who scanned alone, and whose line is on the list. */
  async function waiting() {
    const by = somebody();
    const { number } = await fair.scan(fair.printed, { by });
    await world.settled(
      () => world.deps.attendance.carrierOf(fair.fairId, number),
      (row) => row?.evidence !== undefined,
    );
    return { by, number, code: world.deps.codes.sign('P', by.session.workerId) };
  }
  const mine = async (by: Actor) => (await by.call('attendance.mine', {})).items[0]?.evidence;

  test('an own scan waits, and the gate’s scan of the person confirms it once', async () => {
    const { by, code, number } = await waiting();
    expect(await mine(by)).toEqual({ by: 'printed', gate: 'waiting' });
    expect(await fair.atGate({ code }, 'nonce-confirm-1')).toMatchObject({ outcome: 'checked_in', confirmed: true, number });
    expect(await fair.atGate({ code }, 'nonce-confirm-1')).toMatchObject({ outcome: 'checked_in', confirmed: true });
    expect(await fair.atGate({ code }, 'nonce-confirm-2')).not.toHaveProperty('confirmed');
    expect(await mine(by)).toEqual({ by: 'printed', gate: 'confirmed' });
  });
  test('the number does as well as the code', async () => {
    const { by, number } = await waiting();
    expect(await fair.atGate({ number }, 'nonce-number-1')).toMatchObject({ outcome: 'checked_in', confirmed: true, number });
    expect(await fair.atGate({ number }, 'nonce-number-2')).toMatchObject({ outcome: 'already' });
    expect(await mine(by)).toMatchObject({ gate: 'confirmed' });
  });
  test('two gates that see one person at once confirm once', async () => {
    const { by, code } = await waiting();
    const seen = await Promise.all(['a', 'b', 'c', 'd'].map((gate) => fair.atGate({ code }, `nonce-at-once-${gate}`)));
    expect(seen.filter((one) => one.confirmed)).toHaveLength(1);
    expect(await mine(by)).toMatchObject({ gate: 'confirmed' });
  });
  test('a device without network confirms by number and by code, and knows who waits', async () => {
    const [one, two] = [await waiting(), await waiting()];
    const { taken } = await fair.organizer.call('attendance.snapshot', { fairId: fair.fairId });
    expect(taken.find((t) => t.number === one.number)).toMatchObject({ waits: true });
    const device = aGateDevice(world, fair.organizer, fair.fairId, 'device-offline');
    world.clock.now = seconds(600);
    const answers = await device.send(device.seeNumber(one.number, seconds(60)), device.show(two.code, seconds(60)));
    expect(answers.map((a) => a.outcome)).toEqual(['already', 'already']);
    expect(await mine(one.by)).toMatchObject({ by: 'printed', gate: 'confirmed' });
    expect(await mine(two.by)).toMatchObject({ by: 'printed', gate: 'confirmed' });
  });
  test('an own tap that arrives after the gate’s scan is confirmed by it', async () => {
    const by = somebody();
    world.clock.now = seconds(60);
    await fair.atGate({ code: world.deps.codes.sign('P', by.session.workerId) }, 'nonce-before-tap');
    await fair.scan(fair.printed, { by, at: 600, happenedAt: 0 });
    expect(await mine(by)).toEqual({ by: 'printed', gate: 'confirmed', isLate: true });
  });
  test('the board counts who waits and who was confirmed, and everybody is present', async () => {
    const other = await aFairWith({ code: 'rotating', confirmsAtGate: true });
    const by = somebody();
    await other.scan(other.shown(), { by });
    await other.scan(other.shown());
    await other.atGate({ code: world.deps.codes.sign('P', by.session.workerId) }, 'nonce-counted-1');
    await other.atGate({ code: world.deps.codes.sign('P', somebody().session.workerId) }, 'nonce-counted-2');
    const marks = await world.settled(
      () => marksAt(other),
      (m) => m.confirmed === 1 && m.gate_scan === 1,
    );
    expect(marks).toEqual({ rotating: 2, gate_scan: 1, waiting: 1, confirmed: 1 });
    expect(await other.organizer.call('reports.board', { fairId: other.fairId })).toMatchObject({ present: 3 });
  });
});

describe('how presence is proven', () => {
  test('is the organizer’s to say, shown to everybody, and kept when the fair is changed otherwise', async () => {
    const { organizer, fair } = await world.anOpenFair();
    const { fairId } = fair;
    const place = { east: 104.31, north: 24.88, radiusKm: 5 };
    const { version } = await organizer.call('fairs.setPresence', { fairId, code: 'rotating', confirmsAtGate: true, place });
    await organizer.call('fairs.change', { ...fair, subtitle: '换个地方', fairId, version });
    expect((await somebody().call('fairs.get', { fairId })).presence).toEqual({ code: 'rotating', confirmsAtGate: true, place, screenKeyNo: 0 });
  });
  test('ends with the fair, and so does the key of its screens', async () => {
    const { organizer, fair } = await world.anOpenFair();
    await organizer.call('fairs.close', { fairId: fair.fairId });
    expect(await codeOf(organizer.call('fairs.setPresence', { fairId: fair.fairId, ...screenOnly }))).toBe('fair_cannot_change');
    expect(await codeOf(organizer.call('fairs.screenKey', { fairId: fair.fairId as FairId }))).toBe('fair_closed');
  });
});
