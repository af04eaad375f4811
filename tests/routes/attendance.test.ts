import { attendanceHandlers } from '@shanhai/functions/src/attendance/handlers.ts';
import { buildDeps, type Deps } from '@shanhai/functions/src/deps.ts';
import { readEnv } from '@shanhai/functions/src/env.ts';
import { attendanceContract } from '@shanhai/shared/contract/attendance.ts';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let organizer: Actor;
let gateCode: string;
beforeAll(async () => {
  world = await startWorld();
  const open = await world.anOpenFair();
  fairId = open.fair.fairId;
  organizer = lasting(world, open.organizer);
  gateCode = world.deps.codes.signAt('S', fairId, 0);
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

let people = 0;
const somebody = (): Actor => aWorker(world, ++people);
const deviceId = 'device-0001';
const checkIn = (code: string, expected?: FairId, by = somebody()) => by.call('attendance.checkIn', { code, fairId: expected, deviceId });
const refusedAt = async (code: string): Promise<number> =>
  (await organizer.call('attendance.refusals', { fairId })).byReason.find((r) => r.code === code)?.count ?? 0;

/** Another instance of the function, with a meter of its own: the stream's work does not show on it. */
function anotherInstance(): Deps {
  return buildDeps(readEnv(world.environment), world.secrets, { now: () => world.clock.now });
}
async function checkInAt(deps: Deps, workerId: string) {
  const caller = { workerId: workerId as WorkerId, role: 'worker' as const };
  const answer = await attendanceHandlers['attendance.checkIn']({ input: { code: gateCode, deviceId }, caller }, deps);
  return attendanceContract['attendance.checkIn'].output.parse(answer);
}

describe('checking in is refused, each time with its own sentence,', () => {
  test('with the code of another fair', async () => {
    const other = await world.anOpenFair();
    const code = world.deps.codes.signAt('S', other.fair.fairId, 0);
    expect(await refusalOf(checkIn(code, fairId))).toMatchObject({ code: 'wrong_fair', status: 409 });
  });
  test('before the gate opens, saying when it does', async () => {
    world.clock.now = '2026-02-07T00:59:00.000Z';
    expect(await refusalOf(checkIn(gateCode))).toMatchObject({ code: 'fair_not_open_yet', status: 409, detail: { opens: '9:00' } });
  });
  test('after hours, saying when it ended', async () => {
    world.clock.now = '2026-02-07T07:00:01.000Z';
    expect(await refusalOf(checkIn(gateCode))).toMatchObject({ code: 'fair_over', status: 409, detail: { closes: '15:00' } });
  });
  test('at a closed fair', async () => {
    const other = await world.anOpenFair();
    await lasting(world, other.organizer).call('fairs.close', { fairId: other.fair.fairId });
    expect(await codeOf(checkIn(world.deps.codes.signAt('S', other.fair.fairId, 0)))).toBe('fair_closed');
  });
  test('at a fair that is not published', async () => {
    const draft = await world.anOpenFair();
    const { fairId: unpublished } = await lasting(world, draft.organizer).call('fairs.create', { ...draft.fair });
    expect(await codeOf(checkIn(world.deps.codes.signAt('S', unpublished, 0)))).toBe('fair_not_published');
  });
  test('with a forged code', async () => {
    for (let i = 0; i < gateCode.length; i += 5) {
      const altered = gateCode.slice(0, i) + (gateCode[i] === 'B' ? 'N' : 'B') + gateCode.slice(i + 1);
      expect(await refusalOf(checkIn(altered))).toMatchObject({ code: 'code_forged', status: 422 });
    }
  });
  test('with a code of another stage', async () => {
    const foreign = buildDeps(readEnv({ ...world.environment, STAGE: 'trial' }), world.secrets).codes.signAt('S', fairId, 0);
    expect(foreign.slice(0, 14)).toBe(gateCode.slice(0, 14));
    expect(await codeOf(checkIn(foreign))).toBe('code_forged');
  });
  test.each(['B', 'N'] as const)('with a code of kind %s, which hangs elsewhere', async (kind) => {
    expect(await codeOf(checkIn(world.deps.codes.signAt(kind, fairId, 1)))).toBe('code_not_here');
  });
  test('with a person’s code', async () => {
    expect(await codeOf(checkIn(world.deps.codes.sign('P', organizer.session.workerId)))).toBe('code_not_here');
  });
  test('and every refusal is counted by its reason', async () => {
    const before = { over: await refusedAt('fair_over'), forged: await refusedAt('code_forged'), wrong: await refusedAt('wrong_fair') };
    const other = await world.anOpenFair();
    world.clock.now = '2026-02-07T08:00:00.000Z';
    await codeOf(checkIn(gateCode));
    await codeOf(checkIn(gateCode));
    await codeOf(checkIn('nonsense', fairId));
    await codeOf(checkIn(world.deps.codes.signAt('S', other.fair.fairId, 0), fairId));
    expect(await refusedAt('fair_over')).toBe(before.over + 2);
    expect(await refusedAt('code_forged')).toBe(before.forged + 1);
    expect(await refusedAt('wrong_fair')).toBe(before.wrong + 1);
    const { byReason, latest } = await organizer.call('attendance.refusals', { fairId });
    const sum = byReason.reduce((total, r) => total + r.count, 0);
    expect(latest[0]?.at).toBe('2026-02-07T08:00:00.000Z');
    const board = await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.refused === sum,
    );
    expect(board.refused).toBe(sum);
  });
});

describe('a repeated check-in', () => {
  test('answers the first one and counts nobody twice', async () => {
    const worker = somebody();
    const first = await checkIn(gateCode, fairId, worker);
    world.clock.now = '2026-02-07T05:00:00.000Z';
    const again = await checkIn(world.deps.codes.signAt('S', fairId, 1), fairId, worker);
    expect(again).toEqual({ ...first, repeated: true });
    expect(first.repeated).toBe(false);
    const { items } = await worker.call('attendance.mine', {});
    expect(items).toHaveLength(1);
  });
  test('sent twice at once gives one number', async () => {
    const worker = somebody();
    const twice = await Promise.all([checkIn(gateCode, fairId, worker), checkIn(gateCode, fairId, worker)]);
    expect(new Set(twice.map((c) => c.number)).size).toBe(1);
    expect(twice.map((c) => c.repeated).sort()).toEqual([false, true]);
  });
  test('costs one write unit, no read and one trip, and gives its number back', async () => {
    const deps = anotherInstance();
    await checkInAt(deps, 'warm00000001');
    const before = { ...deps.table.meter };
    const again = await checkInAt(deps, 'warm00000001');
    expect(again.repeated).toBe(true);
    expect({
      reads: deps.table.meter.reads - before.reads,
      writes: deps.table.meter.writes - before.writes,
      trips: deps.table.meter.trips - before.trips,
    }).toEqual({ reads: 0, writes: 1, trips: 1 });
    const next = await checkInAt(deps, 'warm00000002');
    expect(next.number).toBe(again.number + 1);
  });
});

describe('numbers', () => {
  test('are one to a person over 200 check-ins at once, on two instances', async () => {
    const [one, two] = [anotherInstance(), anotherInstance()];
    const came = await Promise.all(Array.from({ length: 200 }, (_, i) => checkInAt(i % 2 ? one : two, `crowd${String(i).padStart(7, '0')}`)));
    expect(new Set(came.map((c) => c.number)).size).toBe(200);
    expect(came.every((c) => !c.repeated && c.number >= 1 && c.number <= 9999)).toBe(true);
  });
  test('cost one write unit a person and one more for ten', async () => {
    const deps = anotherInstance();
    await checkInAt(deps, 'first0000000');
    const before = { ...deps.table.meter };
    for (let i = 0; i < 10; i++) await checkInAt(deps, `units${String(i).padStart(7, '0')}`);
    expect(deps.table.meter.writes - before.writes).toBe(11);
    expect(deps.table.meter.reads - before.reads).toBe(0);
  });
  test('end at 9999', async () => {
    const { fair } = await world.anOpenFair();
    await world.deps.fairs.lease(fair.fairId, 9995);
    expect(await codeOf(checkIn(world.deps.codes.signAt('S', fair.fairId, 0)))).toBe('numbers_exhausted');
    expect(await world.deps.fairs.lease(fair.fairId, 4)).toEqual({ from: 9996, to: 9999 });
    await expect(world.deps.fairs.lease(fair.fairId, 1)).rejects.toThrow('numbers_exhausted');
  });
});

describe('where somebody comes from', () => {
  test('is told after checking in, and kept for the next fair', async () => {
    const worker = somebody();
    const home = { regionCode: '530324', town: '富乐镇' };
    await checkIn(gateCode, fairId, worker);
    expect(await worker.call('attendance.tellHome', { fairId, home })).toMatchObject({ home });
    expect((await worker.call('workers.me', {})).home).toEqual(home);
  });
  test('is refused from somebody who is not here', async () => {
    expect(await codeOf(somebody().call('attendance.tellHome', { fairId, home: { regionCode: '530324' } }))).toBe('not_checked_in');
  });
});
