import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { handleChange } from '@shanhai/functions/src/change.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { startWorld, type World } from '../support/world.ts';
import { dayOf, mixed } from './records.ts';

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
