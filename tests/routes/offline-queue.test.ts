import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { attendanceHandlers } from '@shanhai/functions/src/attendance/handlers.ts';
import { buildDeps, type Deps } from '@shanhai/functions/src/deps.ts';
import { readEnv } from '@shanhai/functions/src/env.ts';
import type { GateAction, GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { chance } from '../support/chance.ts';
import { aGateDevice, type GateDevice } from '../support/gate-device.ts';
import { codeOf, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let organizer: Actor;
let east: GateDevice;
let west: GateDevice;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  ({ fairId } = open.fair);
  organizer = lasting(world, open.organizer);
  east = aGateDevice(world, organizer, fairId, 'device-east-1', '东门');
  west = aGateDevice(world, organizer, fairId, 'device-west-1', '西门');
});
afterAll(() => world.stop());

const at = (clock: string): string => `2026-02-07T${clock}.000Z`;
const standing = (workerId: string) => world.deps.attendance.find(workerId as WorkerId, fairId);
const board = () => organizer.call('reports.board', { fairId });
const counted = (present: number) => world.settled(board, (b) => b.present === present);

/** Every item of a kind in the table, read past all stores. */
async function itemsWhere(isMeant: (item: Record<string, unknown>) => boolean): Promise<Record<string, unknown>[]> {
  const client = new DynamoDBClient({ endpoint: world.endpoint });
  const found: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: world.tableName, ConsistentRead: true }))
    found.push(...(page.Items ?? []).map((i) => unmarshall(i)).filter(isMeant));
  return found;
}
const checkIns = () => itemsWhere((i) => i.sk === `C#${fairId}`);
const refusalItems = () => itemsWhere((i) => i.pk === `F#${fairId}` && String(i.sk).startsWith('X#'));
const undoneItems = () => itemsWhere((i) => i.pk === `F#${fairId}` && String(i.sk).startsWith('U#'));

async function aMixedBatch(): Promise<GateAction[]> {
  const { from } = await world.printedStrips(fairId, 4);
  const wrong = east.scan('mixed0000003', at('02:20:00'));
  return [
    east.scan('mixed0000001', at('02:00:00')),
    east.scan('mixed0000001', at('02:01:00')),
    east.walkIn(from, at('02:05:00')),
    east.walkIn(from + 1, at('02:06:00'), { name: '李秀英' }),
    east.undo({ number: from + 1 }, at('02:07:00')),
    east.walkIn(from + 1, at('02:08:00'), { name: '陶文军' }),
    east.show('forged', at('02:10:00')),
    east.refused('wrong_fair', at('02:12:00')),
    wrong,
    east.undo({ of: wrong.nonce }, at('02:21:00')),
    east.seeNumber(from + 3, at('02:30:00')),
    east.scan('mixed0000002', at('00:30:00')),
  ];
}
const mixedOutcomes = ['done', 'already', 'done', 'done', 'done', 'done', 'refused', 'done', 'done', 'done', 'done', 'done'];
/** What stands in the end, without what differs by chance: ids of the walk-ins and the order of numbers. */
async function endState() {
  const records = await checkIns();
  const known = records.map((r) =>
    [r.via === 'walk_in' ? 'walk_in' : r.workerId, r.at, r.gate, r.flags ?? [], r.via === 'walk_in' ? Number(r.number) : 0].join(' '),
  );
  const refusals = (await refusalItems()).length;
  const { present, refused, byGate, byHalfHour } = await world.settled(board, (b) => b.present === records.length && b.refused === refusals);
  return { known: known.sort(), present, refused, byGate, byHalfHour, undone: (await undoneItems()).length, refusals };
}

describe('a queue', () => {
  test('is answered one by one in the order sent, whatever becomes of each', async () => {
    const batch = await aMixedBatch();
    const answers = await east.send(...batch);
    expect(answers.map((a) => a.nonce)).toEqual(batch.map((a) => a.nonce));
    expect(answers.map((a) => a.outcome)).toEqual(mixedOutcomes);
    expect((await counted(4)).present).toBe(4);
  });
  test('sent again, even at once, answers alike and adds nothing', async () => {
    const batch = await aMixedBatch();
    const [first, second] = await Promise.all([east.send(...batch), east.send(...batch)]);
    expect(second.map((a) => a.outcome)).toEqual(mixedOutcomes);
    expect(second).toEqual(first);
    const end = await endState();
    expect(end).toMatchObject({ present: 4, undone: 2, refusals: 2 });
    expect(await east.send(...batch)).toEqual(first);
    expect(await endState()).toEqual(end);
  });
  test('sent in pieces, with a piece twice, ends as it does in one', async () => {
    const batch = await aMixedBatch();
    const whole = await east.send(...batch.slice(0, 5));
    expect(await east.send(...batch.slice(3, 9))).toMatchObject([...whole.slice(3), ...mixedOutcomes.slice(5, 9).map((outcome) => ({ outcome }))]);
    await east.send(...batch.slice(9));
    expect(await endState()).toMatchObject({ present: 4, undone: 2, refusals: 2 });
  });
  test('shuffled ends in the same state', async () => {
    const { shuffled } = chance(41);
    const batch = await aMixedBatch();
    await east.send(...batch);
    const inOrder = await endState();
    for (let round = 0; round < 3; round++) {
      const other = await world.anOpenFair();
      fairId = other.fair.fairId;
      east = aGateDevice(world, organizer, fairId, 'device-east-1', '东门');
      const again = await aMixedBatch();
      const answers = await east.send(...shuffled(again));
      expect(new Map(answers.map((a) => [a.nonce, a.outcome]))).toEqual(new Map(again.map((a, i) => [a.nonce, mixedOutcomes[i]])));
      expect(await endState()).toEqual(inOrder);
    }
  });
});

/** Another instance of the function, whose table may be given trouble; the stream's work does not show on its meter. */
function anotherInstance(): Deps {
  return buildDeps(readEnv(world.environment), world.secrets, { now: () => world.clock.now });
}
const uploadAt = async (deps: Deps, actions: GateAction[]) => {
  const caller = { workerId: organizer.session.workerId, role: 'organizer' as const, scope: '530324' };
  return (await attendanceHandlers['attendance.upload']({ input: { fairId, deviceId: east.deviceId, actions }, caller }, deps)).items;
};

test('100 scans take one trip each, and one for ten numbers; sent again they take two in all', async () => {
  const deps = anotherInstance();
  const actions = Array.from({ length: 100 }, (_, i) => east.scan(`costs${String(i).padStart(7, '0')}`));
  const trips = async (): Promise<number> => {
    const before = deps.table.meter.trips;
    await uploadAt(deps, actions);
    return deps.table.meter.trips - before;
  };
  // the device, read and heard of; the fair and what was answered before; then a transaction a scan
  expect(await trips()).toBe(4 + 100 + 10);
  // and once more what is known of the device, renewed every half minute
  expect(await trips()).toBeLessThanOrEqual(4);
});

test.each([
  ['that passes is waited for', 2, 'done'],
  ['that stays hands the one action back, and it is taken the next time', 99, 'try_again'],
])('trouble %s', async (_, times, expected) => {
  const deps = anotherInstance();
  const [before, troubled, after] = [east.scan('trouble00001'), east.scan('trouble00002'), east.scan('trouble00003')];
  let left = times;
  const act: Deps['attendance']['act'] = (action, effects) => {
    if (action.nonce === troubled.nonce && left-- > 0) throw new Problem('try_again');
    return deps.attendance.act(action, effects);
  };
  const answers = await uploadAt({ ...deps, attendance: { ...deps.attendance, act } }, [before, troubled, after]);
  expect(answers.map((a) => a.problem?.code ?? a.outcome)).toEqual(['done', expected, 'done']);
  expect(await east.send(before, troubled, after)).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }, { outcome: 'done' }]);
  await counted(3);
});

describe('taking back without network', () => {
  test('is judged at the moment it was done, not when it arrived', async () => {
    world.clock.now = at('06:30:00');
    const answers = await east.send(east.scan('undone000001', at('02:00:00')), east.scan('undone000002', at('02:00:00')));
    const [one, two] = answers.map((a) => a.number ?? 0) as [number, number];
    expect(await east.send(east.undo({ number: one }, at('02:15:00')), east.undo({ number: two }, '2026-02-07T02:15:00.001Z'))).toMatchObject([
      { outcome: 'done', number: one },
      { outcome: 'refused', problem: { code: 'undo_too_late' } },
    ]);
    await counted(1);
  });
  test('is for the device that made it', async () => {
    const [done] = await east.send(east.scan('undone000003'));
    expect(await west.send(west.undo({ number: done?.number ?? 0 }))).toMatchObject([{ outcome: 'refused', problem: { code: 'undo_other_device' } }]);
    expect(await standing('undone000003')).toBeDefined();
  });
  test('of nobody is refused', async () => {
    expect(await east.send(east.undo({ number: 4321 }), east.undo({ of: 'never-sent-1' }), east.undo({}))).toMatchObject(
      Array.from({ length: 3 }, () => ({ outcome: 'refused', problem: { code: 'number_unknown' } })),
    );
  });
  test('stands when the scan comes once more afterwards', async () => {
    const scan = east.scan('undone000004');
    const [done] = await east.send(scan);
    await east.send(east.undo({ of: scan.nonce }, at('03:31:00')));
    expect(await east.send(scan)).toEqual([done]);
    expect(await standing('undone000004')).toBeUndefined();
  });
  test('stands when a scan made online and taken back online comes out of the queue', async () => {
    const scan = east.scan('undone000005', noon);
    const { nonce, happenedAt: _, kind: __, ...online } = scan as Extract<GateAction, { kind: 'scan' }>;
    const { number } = await organizer.call('attendance.scan', { ...online, fairId, deviceId: east.deviceId, nonce });
    await world.settled(
      () => world.deps.attendance.carrierOf(fairId, number),
      (row) => row !== undefined,
    );
    await organizer.call('attendance.undo', { fairId, number, deviceId: east.deviceId });
    expect(await east.send(scan)).toMatchObject([{ outcome: 'done', number }]);
    expect(await standing('undone000005')).toBeUndefined();
    expect(await codeOf(organizer.call('attendance.undo', { fairId, number, deviceId: east.deviceId }))).toBe('number_unknown');
  });
});

describe('120 batches by chance, from four devices at once, one in three sent again', () => {
  const devices = 4;
  const rounds = 30;
  const people = 60;

  /** What a device does next: mostly scans, of people whom the others see as well. */
  function aDeed(device: GateDevice, random: ReturnType<typeof chance>, from: number, minute: number, own: GateAction[]): GateAction {
    const when = new Date(Date.parse(at('01:00:00')) + minute * 60_000 + random.below(60) * 1000).toISOString();
    const last = own.at(-1);
    const strip = from + random.below(80);
    const rarer = [
      () => device.refused('code_not_here', when),
      () => (last ? device.undo({ of: last.nonce }, when) : device.refused('wrong_fair', when)),
      () => device.walkIn(strip, when),
      () => device.walkIn(strip, when),
      () => device.seeNumber(strip, when),
      () => device.show('forged', when),
    ];
    const chosen = rarer[random.below(12)];
    if (chosen) return chosen();
    return device.scan(`chance${String(random.below(people)).padStart(6, '0')}`, when);
  }

  async function run(seed: number) {
    const random = chance(seed);
    const { from } = await world.printedStrips(fairId, 80);
    const gates = Array.from({ length: devices }, (_, i) => aGateDevice(world, organizer, fairId, `device-chance-${i}`, i % 2 ? '西门' : '东门'));
    const queues: GateAction[][] = gates.map(() => []);
    const answered = new Map<string, GateOutcome>();
    const differing: GateOutcome[] = [];
    const sendFrom = async (device: GateDevice, batch: GateAction[]): Promise<void> => {
      for (const answer of await device.send(...batch)) {
        const before = answered.get(answer.nonce);
        if (before && JSON.stringify(before) !== JSON.stringify(answer)) differing.push(answer);
        answered.set(answer.nonce, answer);
      }
    };
    for (let round = 0; round < rounds; round++) {
      const batches = gates.map((device, d) => {
        const batch = Array.from({ length: 1 + random.below(5) }, () => aDeed(device, random, from, 2 * round, queues[d] as GateAction[]));
        queues[d]?.push(...batch);
        return { device, batch: random.shuffled(batch), again: random.oneIn(3), late: random.oneIn(2) };
      });
      await Promise.all(
        batches.map(({ device, batch, again, late }) => Promise.all([sendFrom(device, batch), ...(again && !late ? [sendFrom(device, batch)] : [])])),
      );
      for (const { device, batch } of batches.filter((b) => b.again && b.late)) await sendFrom(device, random.shuffled(batch));
    }
    return { queues: queues.flat(), answered, differing };
  }

  test('show as many people on the board as there are check-ins, and lose nobody', async () => {
    world.clock.now = at('05:30:00');
    const { queues, answered, differing } = await run(20260207);
    expect(answered.size).toBe(queues.length);
    expect(differing).toEqual([]);
    expect([...answered.values()].filter((a) => a.problem?.code === 'try_again')).toEqual([]);

    const records = await checkIns();
    const refused = await refusalItems();
    const shown = await world.settled(board, (b) => b.present === records.length && b.refused === refused.length);
    expect(shown.present).toBe(records.length);
    expect(shown.refused).toBe(refused.length);
    expect(new Set(records.map((r) => r.number)).size).toBe(records.length);
    for (const rows of [shown.byGate, shown.byHalfHour]) expect(rows.reduce((sum, r) => sum + r.count, 0)).toBe(records.length);

    const gone = new Set((await undoneItems()).map((i) => i.workerId));
    const here = new Set(records.map((r) => r.workerId));
    const scanned = queues.filter((a) => a.kind === 'scan' && a.code && answered.get(a.nonce)?.outcome !== 'refused') as { code: string }[];
    const promised = scanned.map((a) => a.code.slice(2, 14)).filter((workerId) => !gone.has(workerId));
    expect(promised.length).toBeGreaterThan(100);
    expect(promised.filter((workerId) => !here.has(workerId))).toEqual([]);
    const made = [...answered.values()].filter((a) => a.outcome === 'done');
    expect(made.length).toBeGreaterThan(80);
  }, 120_000);
});
