import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { fileHeaders, type PageGround, pageHeaders } from './page-headers.ts';

type Reply = APIGatewayProxyStructuredResultV2;

export interface PagesOptions extends PageGround {
  /** The H5 build; without it there are no pages. */
  readonly folder?: string | undefined;
  /** Files by which WeChat sees that the domain is ours, as name and text. */
  readonly checkFiles?: Readonly<Record<string, string>>;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};
const worthGzip = /^(text\/|application\/json|image\/svg)/;
/** `app.1a2b3c4d.js`: another content gets another name, so browsers may keep it for good. */
const namedByContent = /[.-][0-9a-f]{8,}\.\w+$/;
/** What runs under a policy of its own: the page and its worker. All other files are only read. */
const running: ReadonlySet<string> = new Set(['/index.html', '/sw.js']);
/** Plain names only: nothing hidden, nothing above the folder. */
const fileName = /^(\/\w[\w.-]*)+$/;
const zip = promisify(gzip);

/** The page a printed code opens in a browser; the pages route by hash. */
const openings: readonly [start: string, page: string][] = [
  ['/c/', '/#/areas/fairs/landing/index?scene='],
  ['/j/', '/#/areas/jobs/detail/index?jobId='],
];

interface Kept {
  readonly changedMs: number;
  readonly headers: Record<string, string>;
  readonly plain: Buffer;
  readonly zipped: Buffer | undefined;
}

async function load(file: string, changedMs: number): Promise<Kept> {
  const plain = await readFile(file);
  const type = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  const headers = {
    'content-type': type,
    'cache-control': namedByContent.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`,
    vary: 'accept-encoding',
  };
  return { changedMs, headers, plain, zipped: worthGzip.test(type) && plain.length > 1000 ? await zip(plain) : undefined };
}

/** Reads files of the folder once, and again when they changed. */
function shelf(folder: string | undefined) {
  const kept = new Map<string, Kept>();
  return async function find(name: string): Promise<Kept | undefined> {
    if (!folder || !fileName.test(name)) return undefined;
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const last = kept.get(file);
    if (last?.changedMs === found.mtimeMs) return last;
    const fresh = await load(file, found.mtimeMs);
    kept.set(file, fresh);
    return fresh;
  };
}

function replyWith({ headers, plain, zipped }: Kept, asked: APIGatewayProxyEventV2['headers']): Reply {
  if (asked['if-none-match'] === headers['etag']) return { statusCode: 304, headers };
  const takesGzip = zipped && String(asked['accept-encoding'] ?? '').includes('gzip');
  const encoded = takesGzip ? { ...headers, 'content-encoding': 'gzip' } : headers;
  return { statusCode: 200, headers: encoded, body: (takesGzip ? zipped : plain).toString('base64'), isBase64Encoded: true };
}

const say = (statusCode: number, body: string): Reply => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

/** A file of WeChat's check, wherever it asks for it, or the page of a printed code. */
function openingOf(address: string, checkFiles: Readonly<Record<string, string>>): Reply | undefined {
  const name = path.basename(address);
  if (Object.hasOwn(checkFiles, name)) return say(200, checkFiles[name] ?? '');
  const [start, page] = openings.find(([one]) => address.startsWith(one)) ?? [];
  if (!start || !page) return undefined;
  return { statusCode: 302, headers: { location: page + encodeURIComponent(address.slice(start.length)), 'cache-control': 'no-store' } };
}

/** A Lambda handler that serves the pages for browsers, which lie beside its code, under one strict policy. */
export function servePages({ folder, checkFiles = {}, ...ground }: PagesOptions) {
  const strict = fileHeaders(ground);
  const find = shelf(folder);

  /** The build says which style sheets its scripts bring along. */
  async function pageRights(name: string): Promise<Record<string, string>> {
    if (!running.has(name)) return {};
    const styles = await find('/styles.json');
    return pageHeaders(ground, styles ? (JSON.parse(styles.plain.toString()) as string[]) : []);
  }

  async function answer({ rawPath, headers }: APIGatewayProxyEventV2): Promise<Reply> {
    const opening = openingOf(rawPath, checkFiles);
    if (opening) return opening;
    const name = rawPath === '/' ? '/index.html' : rawPath;
    const kept = await find(name);
    if (!kept) return say(404, 'There is nothing at this address.');
    const reply = replyWith(kept, headers);
    return { ...reply, headers: { ...reply.headers, ...(await pageRights(name)) } };
  }

  return async (event: APIGatewayProxyEventV2): Promise<Reply> => {
    const reply = await answer(event);
    return { ...reply, headers: { ...strict, ...reply.headers } };
  };
}
