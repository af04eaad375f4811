import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { openAws } from '../outside/aws-json.ts';
import type { Account } from '../signing/aws-request.ts';

interface TableSettings {
  readonly region: string;
  readonly account: Account;
  readonly endpoint?: string | undefined;
  readonly timeoutMs: number;
}

type Fields = Record<string, unknown>;

/** Fields of the wire that are items, in requests and in replies. */
const items = new Set(['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'Attributes', 'LastEvaluatedKey']);
const lists = new Set(['Items', 'Keys']);

/** The same request or reply with every item in it written in the other way. */
function withItems(value: unknown, rewrite: (item: Fields) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withItems(one, rewrite));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withField(name, inner, rewrite)]));
}

function withField(name: string, value: unknown, rewrite: (item: Fields) => unknown): unknown {
  if (value === undefined) return undefined;
  if (items.has(name)) return rewrite(value as Fields);
  if (lists.has(name)) return (value as Fields[]).map(rewrite);
  // found items of a batch: table → items
  if (name === 'Responses') return Object.fromEntries(Object.entries(value as Record<string, Fields[]>).map(([table, found]) => [table, found.map(rewrite)]));
  return withItems(value, rewrite);
}

const stored = (item: Fields): unknown => marshall(item, { removeUndefinedValues: true });
const plain = (item: Fields): unknown => unmarshall(item as Parameters<typeof unmarshall>[0]);

/** Speaks to DynamoDB in plain items. What an error carries stays as the wire has it. */
export function openClient({ region, account, endpoint, timeoutMs }: TableSettings) {
  const ask = openAws({ service: 'dynamodb', target: 'DynamoDB_20120810', contentType: 'application/x-amz-json-1.0', region, account, endpoint, timeoutMs });
  return async (operation: string, input: object): Promise<Reply> => withItems(await ask(operation, withItems(input, stored) as object), plain) as Reply;
}
export type Client = ReturnType<typeof openClient>;

/** All that any operation answers. */
export interface Reply {
  readonly Item?: Fields;
  readonly Items?: Fields[];
  readonly Attributes?: Fields;
  readonly LastEvaluatedKey?: Fields;
  readonly Responses?: Record<string, Fields[]>;
  readonly UnprocessedKeys?: Record<string, { Keys?: Fields[] }>;
  readonly UnprocessedItems?: Record<string, unknown[]>;
  readonly ConsumedCapacity?: Capacity | Capacity[];
}
interface Capacity {
  readonly CapacityUnits?: number;
}
