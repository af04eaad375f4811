import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient, GetItemCommand, paginateScan, ScanCommand } from '@aws-sdk/client-dynamodb';
import { erasureStore } from '@shanhai/functions/src/rights/store.ts';
import { openTable } from '@shanhai/functions/src/table/table.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';

type Image = Record<string, AttributeValue>;

/** Where a copy of the table comes from or goes to. */
export interface Place {
  readonly client: DynamoDBClient;
  readonly table: string;
}

async function* linesOfTable({ client, table }: Place, count: (items: number) => void): AsyncGenerator<string> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    count(Items.length);
    yield Items.map((item) => `${JSON.stringify(item)}\n`).join('');
  }
}

/**
 * Every item as DynamoDB writes it, one a line, compressed. Sealed fields stay sealed; all else in it is as secret as the table.
 * A copy is never written over another one, and one that was cut short does not stay.
 */
export async function exportTable(place: Place, file: string): Promise<number> {
  let count = 0;
  const target = await open(file, 'wx', 0o600);
  try {
    await pipeline(
      linesOfTable(place, (items) => {
        count += items;
      }),
      createGzip(),
      target.createWriteStream(),
    );
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return count;
}

async function isEmpty({ client, table }: Place): Promise<boolean> {
  const { Count } = await client.send(new ScanCommand({ TableName: table, Limit: 1, ConsistentRead: true }));
  return Count === 0;
}

/** At most 25 items; what the table leaves out under load is put again, a little later each time. */
async function putBatch({ client, table }: Place, items: readonly Image[]): Promise<void> {
  let requests = items.map((Item) => ({ PutRequest: { Item } }));
  for (let pauseMs = 50; requests.length; pauseMs = Math.min(pauseMs * 2, 5000)) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
    requests = (UnprocessedItems?.[table] ?? []) as typeof requests;
    if (requests.length) await wait(pauseMs);
  }
}

async function* linesOfFile(file: string): AsyncGenerator<string> {
  const source = await open(file);
  const unpacked = createGunzip().setEncoding('utf8');
  source
    .createReadStream()
    .once('error', (error) => unpacked.destroy(error))
    .pipe(unpacked);
  let rest = '';
  for await (const text of unpacked as AsyncIterable<string>) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) throw new Error('The last line has no end');
}

/** The items of a copy; one that was cut short, or is none at all, throws with words. */
async function* itemsOf(file: string): AsyncGenerator<Image> {
  try {
    for await (const line of linesOfFile(file)) yield JSON.parse(line) as Image;
  } catch (error) {
    const isNotThere = ['ENOENT', 'EACCES', 'EISDIR'].includes((error as { code?: string }).code ?? '');
    throw isNotThere ? error : new Error(`${file} is no whole copy of a table`, { cause: error });
  }
}

/** Brings a copy into an empty table: over living records it would undo what happened since. The whole copy is read before the first item is put. */
export async function importTable(place: Place, file: string): Promise<number> {
  for await (const item of itemsOf(file)) if (!item['pk']) throw new Error(`${file} is no copy of a table`);
  if (!(await isEmpty(place))) throw new Error(`${place.table} is not empty; a copy is brought into a new table`);
  let count = 0;
  let batch: Image[] = [];
  const put = async (): Promise<void> => {
    if (batch.length) await putBatch(place, batch);
    count += batch.length;
    batch = [];
  };
  for await (const item of itemsOf(file)) {
    batch.push(item);
    if (batch.length === 25) await put();
  }
  await put();
  return count;
}

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  );
};

async function linesOf({ client, table }: Place): Promise<Set<string>> {
  const lines = new Set<string>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    for (const item of Items) lines.add(JSON.stringify(canonical(item)));
  }
  return lines;
}

/** Items of the first table that the second has not, or has otherwise. */
export async function lostBetween(before: Place, after: Place): Promise<number> {
  const [wanted, found] = [await linesOf(before), await linesOf(after)];
  return [...wanted].filter((line) => !found.has(line)).length;
}

/**
 * Who was erased since the second that a table was restored to is in it again: their erasure is asked for anew, and the clock does it
 * within half an hour. Told by the tombstones of the table as it was last. 〔个人信息保护法 §47〕
 */
export async function eraseAgain(last: Place, restored: Place, now: string): Promise<number> {
  const erasures = erasureStore(openTable(restored.client, restored.table));
  let count = 0;
  for await (const { Items = [] } of paginateScan({ client: last.client }, { TableName: last.table, FilterExpression: 'attribute_exists(erasedAt)' })) {
    for (const { pk, sk } of Items) {
      const Key = { pk, sk } as Record<string, AttributeValue>;
      const { Item } = await restored.client.send(new GetItemCommand({ TableName: restored.table, Key, ConsistentRead: true }));
      if (!Item || Item['erasedAt']) continue;
      await erasures.askNow(String(pk?.S).slice(2) as WorkerId, now);
      count++;
    }
  }
  return count;
}
