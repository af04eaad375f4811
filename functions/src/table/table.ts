import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type CancellationReason, ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Problem } from '@shanhai/shared/problems.ts';
import { type Client, isPassing } from './client.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Change, conditionOf, type QueryWords, updateOf } from './expressions.ts';
import type { Key } from './keys.ts';
import { itemOf, storedAs } from './stream-item.ts';

export type Item = Record<string, unknown>;
/** Why the writes of a transaction were refused, in their order. */
export type Refusals = readonly CancellationReason[];
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Request units and round trips since the table was opened. */
export interface Meter {
  reads: number;
  writes: number;
  trips: number;
}

/** Outcome of a conditional write: the item that stood in the way, if any. */
export type Written = { written: true } | { written: false; standing: Item };

/** The item a failed condition met; any other error is thrown on. */
function standingIn(error: unknown): Item {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item ? itemOf(error.Item) : {};
}

/**
 * Is the item that stood in the way just what was to be put? Then it is our own: the first reply was lost on the way,
 * and the client of the table asked again.
 */
const isPut = (item: Item, standing: Item): boolean => isDeepStrictEqual(storedAs(item), standing);

/** The same for a change. What was added up cannot be told from what somebody else added. */
function isChanged({ set, remove = [], add }: Change, standing: Item): boolean {
  if (!set || add || !('pk' in standing)) return false;
  const hasAll = Object.entries(storedAs(set)).every(([name, value]) => isDeepStrictEqual(value, standing[name]));
  return hasAll && remove.every((name) => !(name in standing));
}

/** Why a transaction failed: reasons to hand back, or undefined when trying again may help. Anything else is thrown on. */
function refusalOf(error: unknown): CancellationReason[] | undefined {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  if (!reasons.length) throw error;
  return reasons.some((r) => r.Code === 'ConditionalCheckFailed') ? reasons : undefined;
}

/** The one table, spoken to in plain items. Conditional failures are answers; trouble that passes becomes `try_again`. */
export function openTable(client: Client, TableName: string) {
  const meter: Meter = { reads: 0, writes: 0, trips: 0 };
  const metered = { TableName, ReturnConsumedCapacity: 'TOTAL' as const };

  async function send<R extends { ConsumedCapacity?: unknown }>(kind: 'reads' | 'writes', run: () => Promise<R>): Promise<R> {
    meter.trips++;
    try {
      const reply = await run();
      for (const c of [reply.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[]) meter[kind] += c.CapacityUnits ?? 0;
      return reply;
    } catch (error) {
      if (isPassing(error)) throw new Problem('try_again', {}, error);
      throw error;
    }
  }

  async function conditionally(run: () => Promise<unknown>, isOurs: (standing: Item) => boolean): Promise<Written> {
    try {
      await run();
      return { written: true };
    } catch (error) {
      const standing = standingIn(error);
      meter.writes += 1; // a failed condition costs its write unit all the same
      return isOurs(standing) ? { written: true } : { written: false, standing };
    }
  }

  /** Puts an item on a condition. */
  const putIf = (item: Item, condition: Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>) =>
    conditionally(
      () => send('writes', () => client.send(new PutCommand({ ...metered, Item: item, ...condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))),
      (standing) => isPut(item, standing),
    );

  /** A cursor that is not one of ours is the only thing of a caller's that can make a query invalid. */
  function refuseCursor(q: QueryWords, error: unknown): never {
    const isForged = q.cursor && error instanceof Error && error.name === 'ValidationException';
    throw isForged ? new Problem('invalid_input', { field: 'cursor' }, error) : error;
  }

  async function query(q: QueryWords): Promise<{ items: Item[]; cursor?: string }> {
    const reply = await send('reads', () =>
      client.send(
        new QueryCommand({
          ...metered,
          ...conditionOf(q),
          ...(q.index ? { IndexName: q.index } : {}),
          ScanIndexForward: !q.newestFirst,
          ConsistentRead: q.strongly === true,
          ...(q.limit ? { Limit: q.limit } : {}),
          ...(q.cursor ? { ExclusiveStartKey: readCursor(q.cursor) } : {}),
        }),
      ),
    ).catch((error: unknown) => refuseCursor(q, error));
    return { items: reply.Items ?? [], ...(reply.LastEvaluatedKey ? { cursor: writeCursor(reply.LastEvaluatedKey) } : {}) };
  }

  /** At most 100 items; what the table leaves out under load is asked for again. */
  async function findBatch(wanted: Key[], ConsistentRead: boolean): Promise<Item[]> {
    const items: Item[] = [];
    let rest = wanted;
    for (let attempt = 0; rest.length && attempt < 5; attempt++) {
      const reply = await send('reads', () =>
        client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: rest, ConsistentRead } }, ReturnConsumedCapacity: 'TOTAL' })),
      );
      items.push(...(reply.Responses?.[TableName] ?? []));
      rest = (reply.UnprocessedKeys?.[TableName]?.Keys ?? []) as unknown as Key[];
    }
    if (rest.length) throw new Problem('try_again');
    return items;
  }

  /** One try: done, refused with reasons, or in the way of another transaction. */
  async function transactOnce(writes: Write[], ClientRequestToken: string): Promise<{ refused: CancellationReason[] | undefined } | { collided: unknown }> {
    try {
      await send('writes', () => client.send(new TransactWriteCommand({ TransactItems: writes, ClientRequestToken, ReturnConsumedCapacity: 'TOTAL' })));
      return { refused: undefined };
    } catch (error) {
      const refused = refusalOf(error);
      return refused ? { refused } : { collided: error };
    }
  }

  return {
    name: TableName,
    meter,

    async find(key: Key, { strongly = false } = {}): Promise<Item | undefined> {
      const reply = await send('reads', () => client.send(new GetCommand({ ...metered, Key: key, ConsistentRead: strongly })));
      return reply.Item;
    },

    query,

    /** Every page of a query, for lists whose size is bounded by nature. */
    async queryAll(q: QueryWords): Promise<Item[]> {
      const items: Item[] = [];
      let cursor: string | undefined;
      do {
        const page = await query({ ...q, cursor });
        items.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      return items;
    },

    async findMany(wanted: Key[], { strongly = false } = {}): Promise<Item[]> {
      const items: Item[] = [];
      for (let i = 0; i < wanted.length; i += 100) items.push(...(await findBatch(wanted.slice(i, i + 100), strongly)));
      return items;
    },

    put: (key: Key, item: Item): Promise<unknown> => send('writes', () => client.send(new PutCommand({ ...metered, Item: { ...item, ...key } }))),

    /** Puts an item that must not stand there yet; one trip, and the standing item comes back on a repeat. */
    insert: (key: Key, item: Item): Promise<Written> => putIf({ ...item, ...key }, { ConditionExpression: 'attribute_not_exists(pk)' }),

    /** Puts the next version of an item; `changed_meanwhile` when somebody else did so first. */
    async save(key: Key, item: Item & { version: number }): Promise<void> {
      const outcome = await putIf(
        { ...item, ...key, version: item.version + 1 },
        {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': item.version },
        },
      );
      if (!outcome.written) throw new Problem('changed_meanwhile');
    },

    /** Changes attributes of one item and gives it back as it stands then. */
    async change(key: Key, change: Change): Promise<{ item: Item } | { standing: Item }> {
      let item: Item = {};
      const outcome = await conditionally(
        async () => {
          const reply = await send('writes', () =>
            client.send(
              new UpdateCommand({ ...metered, Key: key, ...updateOf(change), ReturnValues: 'ALL_NEW', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
            ),
          );
          item = reply.Attributes ?? {};
        },
        (standing) => {
          item = standing;
          return isChanged(change, standing);
        },
      );
      return outcome.written ? { item } : { standing: outcome.standing };
    },

    remove: (key: Key): Promise<unknown> => send('writes', () => client.send(new DeleteCommand({ ...metered, Key: key }))),

    /** All or none. Undefined when done; otherwise the reasons in the order of the writes. */
    async transact(writes: Write[]): Promise<CancellationReason[] | undefined> {
      // one word for all tries: a try that was done and whose reply was lost is known again
      const token = randomUUID();
      let collided: unknown;
      for (let tries = 0; tries < 6; tries++) {
        if (tries) await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** tries));
        const outcome = await transactOnce(writes, token);
        if (!('collided' in outcome)) return outcome.refused;
        collided = outcome.collided;
      }
      throw new Problem('try_again', {}, collided);
    },

    /** Puts many items without conditions, 25 at a time. */
    async putAll(items: (Key & Item)[]): Promise<void> {
      for (let i = 0; i < items.length; i += 25) {
        let requests: { PutRequest: { Item: Item } }[] = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
        while (requests.length) {
          const reply = await send('writes', () =>
            client.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests }, ReturnConsumedCapacity: 'TOTAL' })),
          );
          requests = (reply.UnprocessedItems?.[TableName] ?? []) as unknown as typeof requests;
        }
      }
    },

    /** The parts of a transaction. */
    write: {
      insert: (key: Key, item: Item): Write => ({
        Put: { TableName, Item: { ...item, ...key }, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
      }),
      put: (key: Key, item: Item): Write => ({ Put: { TableName, Item: { ...item, ...key } } }),
      save: (key: Key, item: Item & { version: number }): Write => ({
        Put: {
          TableName,
          Item: { ...item, ...key, version: item.version + 1 },
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': item.version },
        },
      }),
      change: (key: Key, change: Change): Write => ({ Update: { TableName, Key: key, ...updateOf(change), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } }),
      remove: (key: Key, condition: string, values?: Item, names?: Record<string, string>): Write => ({
        Delete: {
          TableName,
          Key: key,
          ConditionExpression: condition,
          ...(values ? { ExpressionAttributeValues: values } : {}),
          ...(names ? { ExpressionAttributeNames: names } : {}),
        },
      }),
    },
  };
}

export type Table = ReturnType<typeof openTable>;
