import { setTimeout as sleep } from 'node:timers/promises';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import { isPassedOn } from './event-filter.ts';
import { type LocalFunction, lambdaContext } from './gateway.ts';

/** How far each shard has been handled; kept on disk by the local run, in memory by tests. */
export interface Checkpoints {
  find(shardId: string): string | undefined;
  save(shardId: string, sequenceNumber: string): void;
}

export interface StreamOptions {
  readonly endpoint: string;
  readonly streamArn: string;
  readonly name: string;
  readonly handler: LocalFunction;
  readonly batchSize: number;
  readonly retries: number;
  /** Filter patterns of the mapping: a record that meets none of them is not handed over. */
  readonly patterns?: readonly string[];
  readonly checkpoints?: Checkpoints;
  readonly pollMs?: number;
  /** First wait before a retry; it doubles each time. */
  readonly retryMs?: number;
  readonly onDead: (record: _Record, error: unknown) => void;
}

/** Checkpoints that end with the process. */
export function inMemory(): Checkpoints {
  const known = new Map<string, string>();
  return { find: (shardId) => known.get(shardId), save: (shardId, number) => void known.set(shardId, number) };
}

interface BatchReply {
  readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[];
}

const sequenceOf = (record: _Record | undefined): string => record?.dynamodb?.SequenceNumber ?? '';

/** DynamoDB Local streams an empty list as an attribute without a value; on AWS it is `{ L: [] }`. */
function withEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withEmptyLists);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (!entries.length) return { L: [] };
  return Object.fromEntries(entries.map(([name, inner]) => [name, name === 'M' && isEmpty(inner) ? inner : withEmptyLists(inner)]));
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.keys(value).length;

/** A record as Lambda receives it: the moment as seconds. */
function wire(record: _Record, eventSourceARN: string): object {
  const at = (record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000;
  const { OldImage, NewImage } = record.dynamodb ?? {};
  const images = { ...(OldImage ? { OldImage: withEmptyLists(OldImage) } : {}), ...(NewImage ? { NewImage: withEmptyLists(NewImage) } : {}) };
  return { ...record, eventSourceARN, dynamodb: { ...record.dynamodb, ...images, ApproximateCreationDateTime: at } };
}

interface Follower extends Required<Omit<StreamOptions, 'endpoint'>> {
  readonly client: DynamoDBStreamsClient;
  readonly signal: AbortSignal;
  readonly shards: Map<string, Promise<void>>;
  readonly drained: Set<string>;
}

const pause = (follower: Follower, ms: number): Promise<unknown> => sleep(ms, undefined, { signal: follower.signal }).catch(() => undefined);

function complain({ name, signal }: Follower, error: unknown): void {
  if (!signal.aborted) console.error(`stream of ${name}:`, error instanceof Error ? error.message : error);
}

interface Attempt {
  /** Index of the first record that is not handled yet; -1 when all are. */
  readonly failedAt: number;
  readonly error?: unknown;
  /** The handler broke as a whole and says nothing about one record. */
  readonly isBroken?: boolean;
}

async function attempt(follower: Follower, batch: readonly _Record[]): Promise<Attempt> {
  const event = { Records: batch.map((record) => wire(record, follower.streamArn)) };
  try {
    const reply = (await follower.handler(event as never, lambdaContext(follower.name, 30_000))) as BatchReply | undefined;
    const failed = new Set(reply?.batchItemFailures?.map((failure) => failure.itemIdentifier));
    if (failed.size === 0) return { failedAt: -1 };
    const named = batch.findIndex((record) => failed.has(sequenceOf(record)));
    // an unknown identifier means the whole batch, as in Lambda
    return { failedAt: Math.max(0, named), error: new Error('named as failed by the handler') };
  } catch (error) {
    return { failedAt: 0, error, isBroken: true };
  }
}

/** Tries a batch once; answers how many records from its start are done with, handled or given up. */
async function passOn(follower: Follower, batch: readonly _Record[], isLastTry: boolean): Promise<number> {
  const first = await attempt(follower, batch);
  if (first.failedAt < 0) return batch.length;
  if (first.failedAt > 0 || !isLastTry) return first.failedAt;
  // a batch that breaks as a whole does not blame its first record: that one is tried alone before it is given up
  const last = first.isBroken && batch.length > 1 ? await attempt(follower, batch.slice(0, 1)) : first;
  if (last.failedAt >= 0) follower.onDead(batch[0] as _Record, last.error);
  return 1;
}

/** Hands over records in order until each is handled or, after bounded retries, dead. */
async function deliver(follower: Follower, records: readonly _Record[], shardId: string): Promise<void> {
  let done = 0;
  let tries = 0;
  while (done < records.length && !follower.signal.aborted) {
    const passed = await passOn(follower, records.slice(done), tries >= follower.retries);
    done += passed;
    tries = passed > 0 ? 0 : tries + 1;
    if (passed > 0) follower.checkpoints.save(shardId, sequenceOf(records[done - 1]));
    else await pause(follower, Math.min(follower.retryMs * 2 ** tries, 2000));
  }
}

async function openShard({ client, streamArn, checkpoints }: Follower, shardId: string): Promise<string | undefined> {
  const last = checkpoints.find(shardId);
  const shard = { StreamArn: streamArn, ShardId: shardId };
  const fromOldest = () => client.send(new GetShardIteratorCommand({ ...shard, ShardIteratorType: 'TRIM_HORIZON' }));
  if (!last) return (await fromOldest()).ShardIterator;
  const fromLast = new GetShardIteratorCommand({ ...shard, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last });
  // what was handled too long ago is trimmed by now: then begin with the oldest record there is
  return (await client.send(fromLast).catch(fromOldest)).ShardIterator;
}

async function step(follower: Follower, shardId: string, iterator: string): Promise<string | undefined> {
  const reply = await follower.client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: follower.batchSize }));
  const records = reply.Records ?? [];
  const wanted = records.filter((record) => isPassedOn(record, follower.patterns));
  await deliver(follower, wanted, shardId);
  if (wanted.length < records.length) follower.checkpoints.save(shardId, sequenceOf(records.at(-1)));
  if (records.length === 0) await pause(follower, follower.pollMs);
  if (!reply.NextShardIterator) follower.drained.add(shardId);
  return reply.NextShardIterator;
}

async function followShard(follower: Follower, shardId: string): Promise<void> {
  let iterator: string | undefined;
  while (!follower.signal.aborted && !follower.drained.has(shardId)) {
    try {
      iterator ??= await openShard(follower, shardId);
      iterator = iterator && (await step(follower, shardId, iterator));
    } catch (error) {
      iterator = undefined;
      complain(follower, error);
      await pause(follower, 500);
    }
  }
}

/** A child shard begins only when its parent is drained, so that one person's records stay in order. */
function isReady({ shards, drained }: Follower, shard: Shard): boolean {
  const parent = shard.ParentShardId;
  return !shards.has(shard.ShardId ?? '') && (!parent || !shards.has(parent) || drained.has(parent));
}

async function findShards(follower: Follower): Promise<void> {
  const { client, shards, streamArn } = follower;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  for (const shard of StreamDescription?.Shards ?? []) {
    const id = shard.ShardId ?? '';
    if (isReady(follower, shard)) shards.set(id, followShard(follower, id));
  }
}

async function discover(follower: Follower): Promise<void> {
  while (!follower.signal.aborted) {
    await findShards(follower).catch((error: unknown) => complain(follower, error));
    await pause(follower, follower.shards.size ? 2000 : 100);
  }
}

/** Feeds a stream to a handler as an event source mapping does: order within a shard, partial failures, bounded retries. */
export function followStream({ endpoint, ...options }: StreamOptions): { stop(): Promise<void> } {
  const client = new DynamoDBStreamsClient({ endpoint });
  const ending = new AbortController();
  const usual = { checkpoints: inMemory(), patterns: [], pollMs: 50, retryMs: 50 };
  const follower: Follower = { ...usual, ...options, client, signal: ending.signal, shards: new Map(), drained: new Set() };
  const discovering = discover(follower);
  return {
    async stop() {
      ending.abort();
      await discovering;
      await Promise.all(follower.shards.values());
      client.destroy();
    },
  };
}
