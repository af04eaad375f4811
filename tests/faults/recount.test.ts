import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { handleChange } from '@shanhai/functions/src/change.ts';
import { recountFairs } from '@shanhai/functions/src/reports/duties.ts';
import { keys } from '@shanhai/functions/src/table/keys.ts';
import { eventOf } from '@shanhai/infra/aws/replay.ts';
import type { LocalFunction } from '@shanhai/infra/local/gateway.ts';
import { openTableOf } from '@shanhai/infra/local/open-table.ts';
import { followStream } from '@shanhai/infra/local/streams.ts';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { aPairing, noon } from '../support/builders.ts';
import { ownEngine } from '../support/engine.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { aWorker, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';
import { moreDeps } from './instance.ts';

const nextNight = '2026-02-07T19:10:00.000Z';
let world: World;
let fairId: FairId;
let organizer: Awaited<ReturnType<World['anOpenFair']>>['organizer'];
const present = async (): Promise<number> => (await world.deps.reports.figures(fairId)).figures['present'] ?? 0;

beforeAll(async () => {
  world = await startWorld();
  await world.deps.pairings.putAll([aPairing]);
  ({
    fair: { fairId },
    organizer,
  } = await world.anOpenFair());
  const code = world.deps.codes.signAt('S', fairId, 0);
  for (const n of [1, 2, 3, 4]) await aWorker(world, n).call('attendance.checkIn', { code, deviceId: 'device-0001' });
  await world.settled(present, (n) => n === 4);
});
afterAll(() => world.stop());

describe('the nightly recount', () => {
  test('says nothing of a fair that is still open', async () => {
    await recountFairs(world.deps);
    expect((await organizer.call('reports.board', { fairId })).recount).toBeUndefined();
  });

  test('finds that everything agrees, and the board says so', async () => {
    world.clock.now = nextNight;
    await recountFairs(world.deps);
    expect((await world.deps.reports.figures(fairId)).recount).toEqual({ at: nextNight, difference: 0, figures: {} });
  });

  test('reports what differs, with a line for the alarm, and mends nothing', async () => {
    await world.deps.table.change(keys.live(fairId, 0), { add: { present: 2 } });
    expect(await recountFairs(world.deps)).toEqual([expect.stringContaining('"recount":"figures_differ"')]);
    expect((await world.deps.reports.figures(fairId)).recount).toMatchObject({ difference: 2, figures: { present: 2 } });
    expect(await present()).toBe(6);
    await world.deps.table.change(keys.live(fairId, 0), { add: { present: -2 } });
  });

  test('misses a check-in of which the stream never told and that is on no list', async () => {
    await world.deps.table.change(keys.live(fairId, 0), { add: { present: -1 } });
    await world.deps.table.remove(keys.roster(fairId, 4));
    await recountFairs(world.deps);
    expect((await world.deps.reports.figures(fairId)).recount).toMatchObject({ difference: 1, figures: { present: -1 } });
    await world.deps.table.change(keys.live(fairId, 0), { add: { present: 1 } });
  });

  test('counts again in the next night, once nothing differs any more', async () => {
    await recountFairs(world.deps);
    expect((await world.deps.reports.figures(fairId)).recount).toMatchObject({ difference: 0 });
  });
});

test('who came in after closing counts in the pairing from the next night on, and until then it is said how many may be missing', async () => {
  world.clock.now = noon;
  const late = await world.anOpenFair();
  const host = lasting(world, late.organizer);
  const inPairing = async () =>
    (await host.call('pairings.list', {})).items.flatMap((pairing) => pairing.fairs).find((fair) => fair.fairId === late.fair.fairId);
  const gate = aGateDevice(world, host, late.fair.fairId, 'device-late-1');
  const said = { fairId: late.fair.fairId, deviceId: gate.deviceId, gate: '东门', appVersion: '0.1.0' };
  await host.call('devices.report', { ...said, queue: 2, people: 2 });
  await host.call('fairs.close', { fairId: late.fair.fairId });
  expect(await inPairing()).toMatchObject({ attendance: 0, mayAdd: { devices: 1, people: 2 } });
  await gate.send(gate.scan('latecomer001'), gate.scan('latecomer002'));
  await host.call('devices.report', { ...said, queue: 0, people: 0, isDone: true });
  await world.settled(
    async () => (await world.deps.reports.figures(late.fair.fairId)).figures['present'],
    (n) => n === 2,
  );
  world.clock.now = nextNight;
  await recountFairs(world.deps);
  expect(await inPairing()).toMatchObject({ attendance: 2 });
  expect(await inPairing()).not.toHaveProperty('mayAdd');
});

describe('a check-in that was laid aside', () => {
  test('is counted once when it is replayed from the stream, however often', async () => {
    const [tableName, endpoint, id] = [`replay-${crypto.randomUUID()}`, ownEngine(), 'replayed1' as FairId];
    const { streamArn } = await openTableOf(inject('plan'), endpoint, tableName);
    const proxy = await startFaultProxy(endpoint);
    // every write of the consumer to this fair is refused until the trouble is over
    proxy.obey(({ isWrite, keys: named }) => (isWrite && named.some((key) => key.startsWith(`R#${id}`)) ? 'broken' : undefined));
    const own = { ...world, tableName };
    const dead: string[] = [];
    const shards: string[] = [];
    const consumer = handleChange(moreDeps(own, { dynamo: proxy.endpoint }));
    const following = followStream({
      endpoint,
      streamArn,
      name: 'replay',
      handler: consumer as unknown as LocalFunction,
      batchSize: 100,
      retries: 1,
      retryMs: 1,
      checkpoints: { find: () => undefined, save: (shardId) => void shards.push(shardId) },
      onDead: (record) => void dead.push(record.dynamodb?.SequenceNumber ?? ''),
    });
    const deps = moreDeps(own, { dynamo: endpoint });
    const at = world.clock.now;
    const person = {
      fairId: id,
      workerId: 'replayed0001' as WorkerId,
      number: 7,
      at,
      arrivedAt: at,
      gate: '东门',
      via: 'own_scan' as const,
      deviceId: 'device-0001',
    };
    await deps.attendance.checkIn(person);
    await vi.waitFor(() => expect([dead.length, shards.length]).toEqual([1, 1]), { timeout: 40_000, interval: 100 });
    await following.stop();
    expect((await deps.reports.figures(id)).figures).toEqual({});
    proxy.obey(undefined);
    const [[sequence = ''], [shardId = '']] = [dead, shards];
    const client = new DynamoDBStreamsClient({ endpoint });
    const batch = { shardId, startSequenceNumber: sequence, endSequenceNumber: sequence, batchSize: 1, streamArn };
    const event = await eventOf({ DDBStreamBatchInfo: batch }, client);
    for (let times = 0; times < 2; times++) expect(await consumer(event as never)).toEqual({ batchItemFailures: [] });
    expect((await deps.reports.figures(id)).figures).toMatchObject({ present: 1 });
    expect(await deps.attendance.roster(id)).toMatchObject([{ number: 7, workerId: person.workerId }]);
    client.destroy();
    await proxy.stop();
  });
});
