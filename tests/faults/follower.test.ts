import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { LocalFunction } from '@shanhai/infra/local/gateway.ts';
import { openTableOf } from '@shanhai/infra/local/open-table.ts';
import { type Checkpoints, followStream, inMemory } from '@shanhai/infra/local/streams.ts';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { ownEngine } from '../support/engine.ts';
import { type FaultProxy, startFaultProxy, storm } from '../support/fault-proxy.ts';

let client: DynamoDBClient;
let proxy: FaultProxy;
let TableName: string;
let streamArn: string;
let dead: string[];
const followers: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  TableName = `follow-${randomUUID()}`;
  ({ streamArn } = await openTableOf(inject('plan'), ownEngine(), TableName));
  client = new DynamoDBClient({ endpoint: ownEngine() });
  proxy = await startFaultProxy(ownEngine());
  dead = [];
});
afterEach(async () => {
  for (const follower of followers.splice(0)) await follower.stop();
  await proxy.stop();
  client.destroy();
});

async function put(...names: string[]): Promise<void> {
  for (const sk of names) await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'one' }, sk: { S: sk } } }));
}

function follow(handle: (names: string[]) => Promise<void> | void, checkpoints: Checkpoints = inMemory()): void {
  const handler = async ({ Records }: DynamoDBStreamEvent) => handle(Records.map(({ dynamodb }) => dynamodb?.Keys?.['sk']?.S ?? ''));
  const onDead = (record: { dynamodb?: { Keys?: Record<string, { S?: string }> } }) => dead.push(record.dynamodb?.Keys?.['sk']?.S ?? '');
  const limits = { batchSize: 100, retries: 2, retryMs: 1, pollMs: 10 };
  followers.push(
    followStream({
      endpoint: proxy.endpoint,
      streamArn,
      name: 'test',
      handler: handler as unknown as LocalFunction,
      checkpoints,
      onDead: onDead as never,
      ...limits,
    }),
  );
}

const until = (expectation: () => void) => vi.waitFor(expectation, { timeout: 30_000, interval: 20 });

describe('following the stream', () => {
  test('a batch that breaks as a whole costs nobody but the one who broke it', async () => {
    const counted = new Set<string>();
    await put('a', 'b', 'c', 'd');
    follow((names) => {
      if (names.includes('c')) throw new Error('broken');
      for (const name of names) counted.add(name);
    });
    await until(() => expect(dead).toEqual(['c']));
    await until(() => expect([...counted].sort()).toEqual(['a', 'b', 'd']));
  });

  test('a crash between the work and its mark brings the batch again, and nothing is left out', async () => {
    const marks = new Map<string, string>();
    let isDead = false;
    // the process is gone before the mark is written: what it would have saved is lost
    const checkpoints: Checkpoints = { find: (id) => marks.get(id), save: (id, number) => void (isDead || marks.set(id, number)) };
    const seen: string[] = [];
    await put('a', 'b');
    follow((names) => {
      seen.push(...names);
      isDead = true;
    }, checkpoints);
    await until(() => expect(seen).toEqual(['a', 'b']));
    await followers.pop()?.stop();
    isDead = false;
    await put('c');
    follow((names) => void seen.push(...names), checkpoints);
    await until(() => expect(seen.slice(2)).toEqual(['a', 'b', 'c']));
  });

  test('a stream whose every second reply is lost is read to its end, in order', async () => {
    proxy.obey(storm('stream', 0.5, ['reset_after', 'reset_before', 'broken'], () => true));
    const names = Array.from({ length: 30 }, (_, i) => String(i).padStart(2, '0'));
    const first: string[] = [];
    await put(...names);
    follow((batch) => void first.push(...batch.filter((name) => !first.includes(name))));
    await until(() => expect(first).toEqual(names));
    expect(dead).toEqual([]);
  });
});
