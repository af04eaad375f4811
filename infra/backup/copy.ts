import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient, paginateScan, ScanCommand } from '@aws-sdk/client-dynamodb';

type Image = Record<string, AttributeValue>;

/** Where a copy of the table comes from or goes to. */
export interface Place {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** Every item as DynamoDB writes it, one a line, compressed. Sealed fields stay sealed; all else in it is as secret as the table. */
export async function exportTable({ client, table }: Place, file: string): Promise<number> {
  const lines = new PassThrough();
  const written = finished(lines.pipe(createGzip()).pipe(createWriteStream(file, { mode: 0o600 })));
  let count = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    for (const item of Items) lines.write(`${JSON.stringify(item)}\n`);
    count += Items.length;
  }
  lines.end();
  await written;
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

/** Brings a copy into an empty table: over living records it would undo what happened since. */
export async function importTable(place: Place, file: string): Promise<number> {
  if (!(await isEmpty(place))) throw new Error(`${place.table} is not empty; a copy is brought into a new table`);
  let count = 0;
  let batch: Image[] = [];
  const put = async (): Promise<void> => {
    if (batch.length) await putBatch(place, batch);
    count += batch.length;
    batch = [];
  };
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    batch.push(JSON.parse(line) as Image);
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
