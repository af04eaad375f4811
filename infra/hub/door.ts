import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { attendanceContract } from '@shanhai/shared/contract/attendance.ts';
import { HubAnswer, HubUpload } from '@shanhai/shared/contract/hub.ts';
import { type ProblemCode, problems } from '@shanhai/shared/problems.ts';
import { routes } from '@shanhai/shared/routes.ts';
import { apartMinutes, hubHeaders, isSameSign, isTimely, signOfAnswer, signOfRequest } from '@shanhai/shared/rules/hub.ts';
import { asciiJson } from '@shanhai/shared/rules/relay.ts';
import type { Book } from './book.ts';

/** A batch of a gate is some 30 KB. */
const mostBytes = 262_144;
const health = routes['system.health'].slice('GET '.length);
const snapshot = routes['attendance.snapshot'].split(' ')[1] ?? '';
const uploads = routes['attendance.upload'].split(' ')[1] ?? '';

export interface DoorKeeper {
  book: () => Book | undefined;
  secret: () => string | undefined;
  now: () => string;
  version: string;
  /** A gate was here. */
  heardOf: (deviceId: string, gate: string) => void;
}
interface Asked {
  method: string;
  path: string;
  body: string;
  nonce: string;
}
type Answer = { status: number; said: object };

const refusal = (code: ProblemCode): Answer => ({ status: problems[code][0], said: { code, detail: {} } });
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Each signed request is taken once. They are remembered longer than one stays timely. */
function requestsOnce(now: () => string) {
  const known = new Map<string, number>();
  const keptMs = 2 * apartMinutes * 60_000;
  return {
    know: (nonces: readonly string[]): void => {
      for (const nonce of nonces) known.set(nonce, Date.parse(now()));
    },
    isNew(nonce: string): boolean {
      for (const [old, at] of known) {
        if (Date.parse(now()) - at <= keptMs) break;
        known.delete(old);
      }
      if (known.has(nonce)) return false;
      known.set(nonce, Date.parse(now()));
      return true;
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The queue of a gate, or one who stands there: each judged and kept before it is answered. */
function takeUpload(book: Book, { body, nonce }: Asked, { now, heardOf }: DoorKeeper): Answer {
  const read = HubUpload.safeParse({ ...(parsedJson(body) as object), fairId: book.fairId });
  if (!read.success) return refusal('invalid_input');
  const { deviceId, from = deviceId, actions, isAsked = false, isSent = false } = read.data;
  const gate = actions.map((one) => ('gate' in one ? String(one.gate).slice(0, 10) : '')).find(Boolean);
  heardOf(deviceId, gate ?? '');
  const items = actions.map((one) => book.answer(one, { from, isAsked, isSent, now: now() }, nonce));
  return { status: 200, said: HubAnswer.parse({ items }) };
}

function answerTo(asked: Asked, keeper: DoorKeeper): Answer {
  const book = keeper.book();
  const list = book?.snapshot(keeper.now());
  if (!book || !list) return refusal('try_again');
  const [path = '', query] = asked.path.split('?');
  const at = (template: string): boolean => path === template.replace('{fairId}', book.fairId);
  if (asked.method === 'GET' && at(health)) return { status: 200, said: { ok: true, version: keeper.version } };
  if (asked.method === 'GET' && at(snapshot)) {
    keeper.heardOf(new URLSearchParams(query).get('deviceId') ?? '', '');
    return { status: 200, said: attendanceContract['attendance.snapshot'].output.parse(list) };
  }
  return asked.method === 'POST' && at(uploads) ? takeUpload(book, asked, keeper) : refusal('not_found');
}

const headOf = ({ headers }: IncomingMessage, name: string): string => String(headers[name] ?? '').slice(0, 100);

/** Why a request is not from a paired gate of this moment; a stranger learns nothing more. */
function whyNot(asked: Asked, request: IncomingMessage, keeper: DoorKeeper, isNew: (nonce: string) => boolean): ProblemCode | undefined {
  const [at, sign] = [headOf(request, hubHeaders.at), headOf(request, hubHeaders.sign)];
  const secret = keeper.secret();
  if (!secret || !asked.nonce) return 'not_allowed';
  const { method, path, body, nonce } = asked;
  if (!isSameSign(sign, signOfRequest(secret, { method, path, at, nonce, bodyHash: hash(body) }))) return 'not_allowed';
  if (!isTimely(at, keeper.now())) return 'clock_off';
  return isNew(nonce) ? undefined : 'not_allowed';
}

function safely(asked: Asked, keeper: DoorKeeper): Answer {
  try {
    return answerTo(asked, keeper);
  } catch (error) {
    // the disk is full, or a fault of ours: the gate goes on alone
    console.error(`hub: ${error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : 'unknown'}`);
    return refusal('internal');
  }
}

/** Where the gates knock: our own routes over plain http, each request and each answer signed. */
export function openDoor(keeper: DoorKeeper) {
  const once = requestsOnce(keeper.now);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request;
    const body = await bodyOf(request);
    const asked: Asked = { method, path: url, body: body ?? '', nonce: headOf(request, hubHeaders.nonce) };
    const code = body === undefined ? 'invalid_input' : whyNot(asked, request, keeper, once.isNew);
    const { status, said } = code ? refusal(code) : safely(asked, keeper);
    const text = asciiJson(said);
    // a stranger gets no signature to try secrets on
    const sign = code ? {} : { [hubHeaders.sign]: signOfAnswer(keeper.secret() ?? '', { nonce: asked.nonce, status, bodyHash: hash(text) }) };
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...sign }).end(text);
  };
  const server = createServer({ headersTimeout: 5000, requestTimeout: 10_000 }, (request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.maxConnections = 200;
  return { server, know: once.know };
}
