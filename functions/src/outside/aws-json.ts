import * as http from 'node:http';
import * as https from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, awsSigner } from '../signing/aws-request.ts';

export interface AwsSettings {
  readonly service: string;
  readonly region: string;
  readonly account: Account;
  /** What every operation begins with, as `DynamoDB_20120810`. */
  readonly target: string;
  readonly contentType: string;
  /** Somewhere else than in the region; for the engine on this machine. */
  readonly endpoint?: string | undefined;
  /** Who has heard nothing for so long never will, and asks again. */
  readonly timeoutMs: number;
}

/** A refusal with what it carries besides its name and sentence. */
export type AwsError = Error & { readonly status?: number; readonly Item?: unknown; readonly CancellationReasons?: unknown };

const connectMs = 1000;
const mostTries = 4;
const busy = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException',
]);
const broken = new Set(['TimeoutError', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);

const kindOf = (error: unknown): string => ((error as NodeJS.ErrnoException).code ?? (error as Error).name) as string;

/** Trouble that passes by itself: nothing was done, or doing it again ends in the same. */
export function isPassing(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const kind = kindOf(error);
  return busy.has(kind) || broken.has(kind) || ((error as AwsError).status ?? 0) >= 500;
}

/** Somewhere below a bound that doubles, so that many who were refused at once do not come back at once. */
const pauseMs = (tries: number, error: unknown): number => Math.random() * (busy.has(kindOf(error)) ? 100 : 50) * 2 ** tries;

/** `cn-…` regions have names of their own. */
const hostOf = (service: string, region: string): string => `${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;

const late = (words: string): Error => Object.assign(new Error(words), { name: 'TimeoutError' });

/** Ends a request that cannot connect, or is not answered in full, in its time. */
function watch(asking: http.ClientRequest, timeoutMs: number): void {
  asking.once('socket', (socket) => {
    const answered = setTimeout(() => asking.destroy(late(`No answer in ${timeoutMs} ms`)), timeoutMs);
    asking.once('close', () => clearTimeout(answered));
    if (!socket.connecting) return;
    const connected = setTimeout(() => asking.destroy(late(`No connection in ${connectMs} ms`)), connectMs);
    socket.once('connect', () => clearTimeout(connected));
    asking.once('close', () => clearTimeout(connected));
  });
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

/** One POST on a connection that is kept for the next. */
function poster({ endpoint, service, region, timeoutMs }: AwsSettings) {
  const url = new URL(endpoint ?? `https://${hostOf(service, region)}`);
  const carrier = url.protocol === 'http:' ? http : https;
  const agent = new carrier.Agent({ keepAlive: true, maxSockets: 50 });
  const options: http.RequestOptions = { hostname: url.hostname, port: url.port, method: 'POST', path: '/', agent };
  const post = (headers: Record<string, string>, body: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asking = carrier.request({ ...options, headers }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.once('error', reject);
        reply.once('end', () => resolve({ status: reply.statusCode ?? 502, text: Buffer.concat(parts).toString('utf8') }));
      });
      asking.once('error', reject);
      watch(asking, timeoutMs);
      asking.end(body);
    });
  return { host: url.host, post };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** `com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException` as an error of that name, with all that it carries. */
function refusalOf({ status, text }: Reply): AwsError {
  const { __type, message, Message, ...carried } = parse(text);
  const name = String(__type ?? 'UnknownError').replace(/^.*#/, '');
  return Object.assign(new Error(String(message ?? Message ?? `status ${status}`)), { ...carried, name, status });
}

/**
 * A service of AWS that speaks JSON. The SDK's client does the same and a hundred things more, which weigh on the start of
 * every function: docs/decisions/0025-own-table-client.md.
 */
export function openAws(settings: AwsSettings) {
  const { service, region, contentType, target } = settings;
  const sign = awsSigner(settings.account);
  const { host, post } = poster(settings);

  async function askOnce(operation: string, body: string): Promise<unknown> {
    const headers = sign({ service, region, host, contentType, target: `${target}.${operation}`, body }, new Date().toISOString());
    const reply = await post({ ...headers, 'content-length': String(Buffer.byteLength(body)) }, body);
    if (reply.status !== 200) throw refusalOf(reply);
    return parse(reply.text);
  }

  return async function ask(operation: string, input: object): Promise<unknown> {
    const body = JSON.stringify(input);
    for (let tries = 1; ; tries++) {
      try {
        return await askOnce(operation, body);
      } catch (error) {
        if (tries === mostTries || !isPassing(error)) throw error;
        await wait(pauseMs(tries - 1, error));
      }
    }
  };
}
