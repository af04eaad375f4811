import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { LocalFunction } from '@shanhai/infra/local/gateway.ts';
import { openTableOf } from '@shanhai/infra/local/open-table.ts';
import { type Checkpoints, followStream, inMemory } from '@shanhai/infra/local/streams.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { ownEngine } from '../support/engine.ts';

type Reaction = (name: string, sequenceNumber: string) => 'ok' | 'named' | 'thrown';

const endpoint = ownEngine();
let client: DynamoDBClient;
let TableName: string;
let streamArn: string;
let handled: string[];
let dead: string[];
let follower: { stop(): Promise<void> } | undefined;

beforeEach(async () => {
  TableName = `stream-${randomUUID()}`;
  ({ streamArn } = await openTableOf(inject('plan'), endpoint, TableName));
  client = new DynamoDBClient({ endpoint });
  handled = [];
  dead = [];
});
afterEach(async () => {
  await follower?.stop();
  client.destroy();
});

async function put(...names: string[]): Promise<void> {
  for (const sk of names) await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'one' }, sk: { S: sk } } }));
}

function follow(react: Reaction, checkpoints: Checkpoints = inMemory()): void {
  const handler = async ({ Records }: { Records: DynamoDBRecord[] }) => {
    for (const { dynamodb } of Records) {
      const name = dynamodb?.Keys?.['sk']?.S ?? '';
      const itemIdentifier = dynamodb?.SequenceNumber ?? '';
      const outcome = react(name, itemIdentifier);
      if (outcome === 'thrown') throw new Error('broken');
      if (outcome === 'named') return { batchItemFailures: [{ itemIdentifier }] };
      handled.push(name);
    }
    return { batchItemFailures: [] };
  };
  follower = followStream({
    endpoint,
    streamArn,
    name: 'test',
    handler: handler as unknown as LocalFunction,
    batchSize: 100,
    retries: 2,
    retryMs: 1,
    checkpoints,
    onDead: (record) => dead.push(record.dynamodb?.Keys?.['sk']?.S ?? ''),
  });
}

const until = (expectation: () => void) => vi.waitFor(expectation, { timeout: 30_000, interval: 20 });

describe('a stream without trouble', () => {
  test('reaches the handler in order', async () => {
    follow(() => 'ok');
    await put('a', 'b', 'c');
    await until(() => expect(handled).toEqual(['a', 'b', 'c']));
  });

  test('goes on after a restart where it stopped', async () => {
    const checkpoints = inMemory();
    follow(() => 'ok', checkpoints);
    await put('a', 'b');
    await until(() => expect(handled).toEqual(['a', 'b']));
    await follower?.stop();
    await put('c');
    follow(() => 'ok', checkpoints);
    await until(() => expect(handled).toEqual(['a', 'b', 'c']));
  });
});

describe('a stream with a record that fails', () => {
  test('goes on from the record that failed, and repeats none before it', async () => {
    let failures = 2;
    await put('a', 'b', 'c');
    follow((name) => (name === 'b' && failures-- > 0 ? 'named' : 'ok'));
    await until(() => expect(handled).toEqual(['a', 'b', 'c']));
    expect(dead).toEqual([]);
  });

  test('leaves a record that never succeeds behind, after bounded retries', async () => {
    await put('a', 'b', 'c');
    let tries = 0;
    follow((name) => {
      if (name !== 'b') return 'ok';
      tries += 1;
      return 'named';
    });
    await until(() => expect(handled).toEqual(['a', 'c']));
    expect(dead).toEqual(['b']);
    // once together with the record before it, then alone: the first try and two more
    expect(tries).toBeLessThanOrEqual(4);
  });

  test('hands over the whole batch again when the handler breaks', async () => {
    let isFirst = true;
    await put('a', 'b');
    follow(() => {
      const outcome = isFirst ? 'thrown' : 'ok';
      isFirst = false;
      return outcome;
    });
    await until(() => expect(handled).toEqual(['a', 'b']));
  });
});
