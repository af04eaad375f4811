import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What can go wrong between the functions and whom they ask. `…_after`: it was done, only the reply is lost. */
export type FaultKind =
  | 'throttled'
  | 'key_range_throttled'
  | 'broken'
  | 'silent_before'
  | 'silent_after'
  | 'reset_before'
  | 'reset_after'
  | 'slow'
  | 'conflict';

/** One request on its way: the operation of the table with its keys, or the path of another server. */
export interface Asked {
  operation: string;
  path: string;
  /** `pk sk` of every item it names. */
  keys: string[];
  isWrite: boolean;
  body: string;
}

/** Which fault a request meets, if any. */
export type FaultRule = (asked: Asked) => FaultKind | undefined;

const slowMs = 2000;
const tableWrites = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem']);

interface Named {
  pk?: { S?: string };
  sk?: { S?: string };
}
interface TableInput {
  Key?: Named;
  Item?: Named;
  TransactItems?: Record<string, { Key?: Named; Item?: Named }>[];
  RequestItems?: Record<string, { PutRequest?: { Item?: Named } }[]>;
}

const keyOf = ({ Key, Item }: { Key?: Named; Item?: Named }): string => `${(Key ?? Item)?.pk?.S ?? ''} ${(Key ?? Item)?.sk?.S ?? ''}`;

function keysIn(body: string): string[] {
  if (!body.startsWith('{')) return [];
  const input = JSON.parse(body) as TableInput;
  if (input.TransactItems) return input.TransactItems.flatMap((one) => Object.values(one).map(keyOf));
  const puts = Object.values(input.RequestItems ?? {}).flatMap((requests) => (Array.isArray(requests) ? requests : []));
  if (puts.length) return puts.map(({ PutRequest }) => keyOf(PutRequest ?? {}));
  return input.Key || input.Item ? [keyOf(input)] : [];
}

function askedOf(request: IncomingMessage, body: string): Asked {
  const operation = String(request.headers['x-amz-target'] ?? '').replace(/^.*\./, '');
  const path = new URL(request.url ?? '/', 'http://proxy').pathname;
  return { operation, path, keys: operation ? keysIn(body) : [], isWrite: operation ? tableWrites.has(operation) : true, body };
}

/** Refusals in the words of DynamoDB. */
function refusalOf(kind: FaultKind, { operation, keys }: Asked): { status: number; body: object } | undefined {
  const named = (status: number, name: string, more: object = {}) => ({ status, body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, ...more } });
  switch (kind) {
    case 'throttled':
      return named(400, 'ProvisionedThroughputExceededException', { message: 'The level of configured provisioned throughput for the table was exceeded.' });
    case 'key_range_throttled':
      return named(400, 'ThrottlingException', { message: 'Throughput exceeds the current capacity of one or more key ranges.' });
    case 'broken':
      return named(500, 'InternalServerError', { message: 'The request processing has failed.' });
    case 'conflict':
      if (operation !== 'TransactWriteItems') return named(400, 'TransactionConflictException', { message: 'Transaction is ongoing for the item' });
      return named(400, 'TransactionCanceledException', {
        message: 'Transaction cancelled',
        CancellationReasons: keys.map((_, i) => (i ? { Code: 'None' } : { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' })),
      });
    default:
      return undefined;
  }
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function forward(target: URL, agent: Agent, request: IncomingMessage, body: Buffer): Promise<Reply> {
  const { method, url, headers } = request;
  return new Promise((resolve, reject) => {
    const onward = ask({ host: target.hostname, port: target.port, method, path: url, headers: { ...headers, host: target.host }, agent }, (reply) => {
      readAll(reply).then((bytes) => resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body: bytes }), reject);
    });
    onward.once('error', reject).end(body);
  });
}

const answer = (response: ServerResponse, { status, headers, body }: Reply): void => {
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
};

/** What happens to one request: refused, lost before or after it was done, late, or passed on untouched. */
async function pass(kind: FaultKind | undefined, asked: Asked, response: ServerResponse, onward: () => Promise<Reply>): Promise<void> {
  const refusal = kind && refusalOf(kind, asked);
  if (refusal) {
    const body = Buffer.from(JSON.stringify(refusal.body));
    return answer(response, { status: refusal.status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body });
  }
  if (kind === 'silent_before') return;
  if (kind === 'reset_before') return void response.destroy();
  if (kind === 'slow') await sleep(slowMs);
  const reply = await onward();
  if (kind === 'silent_after') return;
  if (kind === 'reset_after') return void response.destroy();
  if (!response.destroyed) answer(response, reply);
}

export interface FaultProxy {
  readonly endpoint: string;
  /** Every request until now with the fault it met, and what the other side answered to it. */
  readonly seen: { asked: Asked; kind: FaultKind | undefined; status?: number }[];
  /** From now on this rule decides; nothing goes wrong without one. */
  obey(rule: FaultRule | undefined): void;
  stop(): Promise<void>;
}

/** A server before another one that passes everything on, but for what its rule says goes wrong. */
export async function startFaultProxy(targetOrigin: string): Promise<FaultProxy> {
  const target = new URL(targetOrigin);
  const agent = new Agent({ keepAlive: true });
  const seen: FaultProxy['seen'] = [];
  let rule: FaultRule | undefined;
  const server = createServer((request, response) => {
    const handled = readAll(request).then((body) => {
      const asked = askedOf(request, body.toString('utf8'));
      const one: FaultProxy['seen'][number] = { asked, kind: rule?.(asked) };
      seen.push(one);
      return pass(one.kind, asked, response, async () => {
        const reply = await forward(target, agent, request, body);
        one.status = reply.status;
        return reply;
      });
    });
    handled.catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve());
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    obey(next) {
      rule = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

/** The write with this index, and the tries after it, `times` in all, meet the fault; everything else passes. */
export function atWrite(index: number, kind: FaultKind, times: number): FaultRule {
  let passed = 0;
  let left = times;
  return ({ isWrite }) => {
    if (!isWrite || left === 0) return undefined;
    if (passed < index) {
      passed += 1;
      return undefined;
    }
    left -= 1;
    return kind;
  };
}

/** The same at the reads. */
export function atRead(index: number, kind: FaultKind, times: number): FaultRule {
  const rule = atWrite(index, kind, times);
  return (asked) => (asked.isWrite ? undefined : rule({ ...asked, isWrite: true }));
}

/** A number between 0 and 1 that only depends on the words. */
function drawn(words: string): number {
  let hash = 2166136261;
  for (const letter of words) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

/** Of the requests that matter, this share meets some fault; the same seed and the same order give the same faults. */
export function storm(seed: string, share: number, kinds: readonly FaultKind[], matters: (asked: Asked) => boolean): FaultRule {
  let count = 0;
  return (asked) => {
    if (!matters(asked)) return undefined;
    count += 1;
    if (drawn(`${seed} ${count}`) >= share) return undefined;
    return kinds[Math.floor(drawn(`kind ${seed} ${count}`) * kinds.length)];
  };
}
