import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
const worthGzip = /^(text\/|application\/(json|wasm)|image\/svg|font\/ttf)/;
/** `app.1a2b3c4d.js`: another content gets another name, so browsers may keep it for good. */
const namedByContent = /[.-][0-9a-f]{8,}\.\w+$/;
const zip = promisify(gzip);

interface Served {
  readonly changedMs: number;
  readonly headers: Record<string, string>;
  readonly plain: Buffer;
  readonly zipped: Buffer | undefined;
}

async function load(file: string, changedMs: number): Promise<Served> {
  const plain = await readFile(file);
  const type = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  const headers = {
    'content-type': type,
    'cache-control': namedByContent.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`,
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  };
  return { changedMs, headers, plain, zipped: worthGzip.test(type) && plain.length > 1000 ? await zip(plain) : undefined };
}

function send(request: IncomingMessage, response: ServerResponse, { headers, plain, zipped }: Served): void {
  if (request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, headers).end();
    return;
  }
  const takesGzip = zipped && String(request.headers['accept-encoding'] ?? '').includes('gzip');
  const body = takesGzip ? zipped : plain;
  response.writeHead(200, { ...headers, ...(takesGzip ? { 'content-encoding': 'gzip' } : {}), 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Serves the files of one folder, and its index.html at `/`; false when there is no such file. */
export function serveFolder(folder: string) {
  const kept = new Map<string, Served>();
  return async function serve(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> {
    const file = path.join(folder, path.normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    if (!file.startsWith(folder + path.sep)) return false;
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return false;
    let served = kept.get(file);
    if (served?.changedMs !== found.mtimeMs) {
      served = await load(file, found.mtimeMs);
      kept.set(file, served);
    }
    send(request, response, served);
    return true;
  };
}
