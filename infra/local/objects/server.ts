import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kept, Shelf } from './shelf.ts';
import { type Account, signatureFault } from './signature.ts';

export interface ObjectServerOptions {
  readonly account: Account;
  readonly shelf: Shelf;
  readonly now: () => string;
  /** Where its objects lie below the one address. */
  readonly path?: string;
  /** As a bucket with Object Lock: each object is put once, with its sum, and nothing is changed or removed. */
  readonly isLocked?: boolean;
}

/** Where the objects of the local run lie below the one address. */
export const objectsPath = '/objects/';
export const auditCopiesPath = '/audit-copies/';
const largestBytes = 200 * 1024 * 1024;
/** As the CORS rule of the bucket answers. */
const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' };
const preflight = { ...open, 'access-control-allow-methods': 'GET, PUT', 'access-control-allow-headers': 'content-type', 'access-control-max-age': '3600' };
/** What somebody uploaded never runs as a page of this address. */
const harmless = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };

const statuses: Record<string, number> = {
  NoSuchKey: 404,
  MissingContentLength: 411,
  PreconditionFailed: 412,
  EntityTooLarge: 400,
  InvalidRequest: 400,
  BadDigest: 400,
  MethodNotAllowed: 405,
};
const sumOf = (bytes: Buffer): string => createHash('md5').update(bytes).digest('base64');

function refuse(response: ServerResponse, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  response.writeHead(statuses[code] ?? 403, { ...open, 'content-type': 'application/xml', connection: 'close' }).end(body);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

function give(request: IncomingMessage, response: ServerResponse, { bytes, contentType, etag }: Kept): void {
  const headers = { ...open, ...harmless, etag, 'content-type': contentType };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(request.method === 'HEAD' ? undefined : bytes);
}

/** The part of S3's HTTP that the functions and the phones use, with the same check of signatures. */
export function createObjectServer({ account, shelf, now, path = objectsPath, isLocked = false }: ObjectServerOptions) {
  function faultOfSum(bytes: Buffer, sum: string | undefined): string | undefined {
    if (sum === undefined) return isLocked ? 'InvalidRequest' : undefined;
    return sum === sumOf(bytes) ? undefined : 'BadDigest';
  }
  async function faultOfPlace(key: string, onlyIf: string | undefined): Promise<string | undefined> {
    const isOnce = isLocked || onlyIf === '*';
    return isOnce && (await shelf.find(key)) ? 'PreconditionFailed' : undefined;
  }

  async function take(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    const { headers } = request;
    if (headers['content-length'] === undefined) return refuse(response, 'MissingContentLength');
    if (Number(headers['content-length']) > largestBytes) return refuse(response, 'EntityTooLarge');
    const bytes = await readAll(request);
    const fault = faultOfSum(bytes, headers['content-md5']?.toString()) ?? (await faultOfPlace(key, headers['if-none-match']));
    if (fault) return refuse(response, fault);
    const { etag } = await shelf.put(key, bytes, headers['content-type'] ?? 'binary/octet-stream');
    response.writeHead(200, { ...open, etag }).end();
  }

  async function find(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    const kept = await shelf.find(key);
    return kept ? give(request, response, kept) : refuse(response, 'NoSuchKey');
  }

  async function drop(_: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    if (isLocked) return refuse(response, 'AccessDenied');
    await shelf.remove(key);
    response.writeHead(204, open).end();
  }

  const methods: Record<string, typeof take> = { PUT: take, GET: find, HEAD: find, DELETE: drop };

  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return void response.writeHead(200, preflight).end();
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const fault = signatureFault({ method: request.method ?? '', url, headers: request.headers }, account, now());
    if (fault) return refuse(response, fault);
    const answer = methods[request.method ?? ''];
    if (!answer) return refuse(response, 'MethodNotAllowed');
    await answer(request, response, decodeURIComponent(url.pathname.slice(path.length)));
  };
}
