import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { handleChange } from '@shanhai/functions/src/change.ts';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { actingAs } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';
import { startInstance } from './instance.ts';
import { dayOf, mixed } from './records.ts';
import { copyFair, makeOriginal } from './stage.ts';

let world: World;
let proxy: FaultProxy;
beforeAll(async () => {
  world = await startWorld();
  proxy = await startFaultProxy(world.endpoint);
});
afterAll(async () => {
  await proxy.stop();
  await world.stop();
});

const batchesOf = (fairId: FairId): DynamoDBRecord[][] => {
  const all = mixed(
    Array.from({ length: 30 }, (_, i) => dayOf(fairId, i + 1)),
    (step) => step,
  );
  return Array.from({ length: Math.ceil(all.length / 25) }, (_, i) => all.slice(i * 25, i * 25 + 25));
};
const figuresAt = async (fairId: FairId) => (await world.deps.reports.figures(fairId)).figures;
const feed = (records: DynamoDBRecord[]) => handleChange(world.deps)({ Records: records });

function startConsumer(): ChildProcess {
  const { tableName, wechatOrigin, origin, secrets } = world;
  const env = {
    ...process.env,
    TABLE_NAME: tableName,
    WECHAT_BASE: wechatOrigin,
    PUBLIC_ORIGIN: origin,
    SECRETS: JSON.stringify(secrets),
    AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint,
  };
  return spawn(process.execPath, [path.join(import.meta.dirname, 'killed-consumer.ts')], { env, stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Kills a consumer outright while its nth write is on its way, and says how many batches it had finished by then. */
async function killAtWrite(nth: number, batches: DynamoDBRecord[][]): Promise<number> {
  const consumer = startConsumer();
  const ended = once(consumer, 'exit');
  let [writes, said] = [0, ''];
  proxy.obey(({ isWrite }) => {
    writes += isWrite ? 1 : 0;
    if (!isWrite || writes < nth) return undefined;
    consumer.kill('SIGKILL');
    return 'reset_after';
  });
  consumer.stdout?.on('data', (part: Buffer) => {
    said += String(part);
  });
  consumer.stdin?.on('error', () => undefined);
  consumer.stdin?.end(batches.map((batch) => `${JSON.stringify(batch)}\n`).join(''));
  const [, signal] = await ended;
  proxy.obey(undefined);
  expect(signal).toBe('SIGKILL');
  return said.split('\n').length - 1;
}

test('a consumer process that is killed in the middle of a batch leaves nothing out and counts nothing twice', async () => {
  const wholeDay = 'killnever' as FairId;
  for (const batch of batchesOf(wholeDay)) await feed(batch);
  const fairId = 'killedfor' as FairId;
  const batches = batchesOf(fairId);
  let done = 0;
  for (const nth of [2, 3, 2]) done += await killAtWrite(nth, batches.slice(done));
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(batches.length);
  for (const batch of batches.slice(done)) await feed(batch);
  expect(await figuresAt(fairId)).toEqual(await figuresAt(wholeDay));
  expect((await figuresAt(fairId))['present']).toBe(20);
});

/** From its nth write on nothing reaches the table any more; that write itself did, and nobody heard of it. Resolves when it is so far. */
const goneAtWrite = (gone: FaultProxy, nth: number): Promise<void> =>
  new Promise((resolve) => {
    let writes = 0;
    gone.obey(({ isWrite }) => {
      writes += isWrite ? 1 : 0;
      if (writes < nth) return undefined;
      resolve();
      return isWrite && writes === nth ? 'silent_after' : 'silent_before';
    });
  });

test('a function that is gone in the middle of a queue has told nobody two numbers, and a fresh one takes the whole queue again', async () => {
  const original = await makeOriginal(world);
  for (const [round, nth] of [2, 4, 7].entries()) {
    const fairId = await copyFair(original);
    const gone = await startFaultProxy(world.endpoint);
    const [first, second] = [await startInstance(world, { dynamo: gone.endpoint }), await startInstance(world, { dynamo: world.endpoint })];
    const organizer = { workerId: 'organizer001' as WorkerId, role: 'organizer', scope: '530324' } as const;
    const people = Array.from({ length: 8 }, (_, n) => `killed${round}${String(n).padStart(5, '0')}` as WorkerId);
    const device = aGateDevice(world, actingAs({ api: second.api, deps: world.deps }, organizer), fairId, 'device-0001');
    const queue = people.map((id) => device.scan(id));
    const isGone = goneAtWrite(gone, nth);
    const unanswered = actingAs({ api: first.api, deps: world.deps }, organizer).call('attendance.upload', { fairId, deviceId: 'device-0001', actions: queue });
    unanswered.catch(() => undefined);
    await isGone;
    await first.stop();
    const answers = await device.send(...queue);
    expect(answers.map((one) => one.outcome)).toEqual(people.map(() => 'done'));
    const held = await Promise.all(people.map((id) => world.deps.attendance.find(id, fairId)));
    expect(answers.map((one) => one.number)).toEqual(held.map((one) => one?.number));
    expect(new Set(held.map((one) => one?.number)).size).toBe(people.length);
    expect(
      await world.settled(
        async () => (await figuresAt(fairId))['present'],
        (n) => n === people.length,
      ),
    ).toBe(people.length);
    await second.stop();
    await gone.stop();
  }
});
