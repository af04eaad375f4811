import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '@shanhai/shared/problems.ts';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Account } from '../env.ts';

export interface ObjectSettings {
  /** Address of the bucket; keys follow after a slash. */
  readonly base: string;
  readonly region: string;
  readonly account: Account;
  readonly now: () => string;
  readonly timeoutMs?: number;
}

/** What a client sends to bring one object in: these headers as they stand, the bytes as body. */
export interface UploadLink {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: { readonly 'content-type': string };
}

interface Asked {
  method: 'GET' | 'PUT' | 'DELETE';
  key: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
}

const retryPausesMs = [100, 400];

/** Signs and sends; trouble that passes is `try_again`. */
function bucketAt({ base, region, account, now, timeoutMs = 20_000 }: ObjectSettings) {
  const signer = new SignatureV4({ service: 's3', region, credentials: account, sha256: Sha256, uriEscapePath: false, applyChecksum: true });
  const requestOf = (method: Asked['method'], key: string, headers: Record<string, string>) => {
    const { protocol, hostname, host, port, pathname } = new URL(`${base.replace(/\/$/, '')}/${key}`);
    // TLS keeps the bytes as they are; they are not hashed a second time
    const signed = { ...headers, host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    return { method, protocol, hostname, path: pathname, query: {}, headers: signed, ...(port ? { port: Number(port) } : {}) };
  };
  const signingDate = (): Date => new Date(now());

  return {
    /** All headers that are given, and the host, are part of what is signed. */
    async link(method: 'PUT' | 'GET', key: string, expiresIn: number, headers: Record<string, string>): Promise<string> {
      const { query = {}, path } = await signer.presign(requestOf(method, key, headers), { expiresIn, signingDate: signingDate() });
      return new URL(`${path}?${new URLSearchParams(query as Record<string, string>)}`, base).href;
    },

    async ask({ method, key, headers = {}, body }: Asked): Promise<Response> {
      const { path, headers: signed } = await signer.sign(requestOf(method, key, headers), { signingDate: signingDate() });
      const { host: _, ...sent } = signed;
      const init = { method, headers: sent, signal: AbortSignal.timeout(timeoutMs) };
      const url = new URL(path, base);
      const reply = await fetch(url, body ? { ...init, body: body as Uint8Array<ArrayBuffer> } : init).catch((error: unknown) => passing(error));
      if (reply.status >= 500 || reply.status === 429) return passing(new Error(`Objects answer ${reply.status}`));
      return reply;
    },
  };
}

type Bucket = ReturnType<typeof bucketAt>;

/** Asks again when trouble passes, and takes no other answer than those expected. */
function patient(bucket: Bucket) {
  /** Every request may be sent again: it ends in the same object. */
  async function askPatiently(asked: Asked, [pauseMs, ...later]: readonly number[]): Promise<Response> {
    if (pauseMs === undefined) return bucket.ask(asked);
    return bucket.ask(asked).catch(async (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      await wait(pauseMs);
      return askPatiently(asked, later);
    });
  }

  return async function ask(asked: Asked, ...expected: number[]): Promise<Response> {
    const reply = await askPatiently(asked, retryPausesMs);
    if (expected.includes(reply.status)) return reply;
    throw new Error(`Objects refuse ${asked.method} ${asked.key} with ${reply.status}: ${(await reply.text()).slice(0, 300)}`);
  };
}

/** Whole objects in S3, or in the local store that speaks the same HTTP. Keys are letters, digits, `-`, `_`, `.` and `/`. */
export function objectStore(settings: ObjectSettings) {
  const bucket = bucketAt(settings);
  const ask = patient(bucket);

  return {
    async put(key: string, bytes: Uint8Array, contentType: string): Promise<{ etag: string }> {
      const reply = await ask({ method: 'PUT', key, headers: { 'content-type': contentType }, body: bytes }, 200);
      return { etag: reply.headers.get('etag') ?? '' };
    },

    /** Puts an object where none stands; false where one does. The sum is what a bucket with locked objects asks for. */
    async putOnce(key: string, bytes: Uint8Array, contentType: string): Promise<boolean> {
      const sum = createHash('md5').update(bytes).digest('base64');
      const reply = await ask(
        { method: 'PUT', key, headers: { 'content-type': contentType, 'content-md5': sum, 'if-none-match': '*' }, body: bytes },
        200,
        412,
      );
      return reply.status === 200;
    },

    /** The object; `unchanged` when it still is the one of this etag; undefined when there is none. */
    async get(key: string, { etag }: { etag?: string | undefined } = {}): Promise<{ bytes: Uint8Array; etag: string } | 'unchanged' | undefined> {
      const reply = await ask({ method: 'GET', key, ...(etag ? { headers: { 'if-none-match': etag } } : {}) }, 200, 304, 404);
      if (reply.status === 304) return 'unchanged';
      if (reply.status === 404) return undefined;
      return { bytes: new Uint8Array(await reply.arrayBuffer()), etag: reply.headers.get('etag') ?? '' };
    },

    async remove(key: string): Promise<void> {
      await ask({ method: 'DELETE', key }, 204);
    },

    /** Lets a client put exactly this many bytes of this type under this key, for so many seconds. */
    async uploadLink({ key, contentType, bytes }: { key: string; contentType: string; bytes: number }, seconds: number): Promise<UploadLink> {
      const headers = { 'content-type': contentType };
      return { url: await bucket.link('PUT', key, seconds, { ...headers, 'content-length': String(bytes) }), method: 'PUT', headers };
    },

    /** Lets a client read this object, for so many seconds. */
    downloadLink: (key: string, seconds: number): Promise<string> => bucket.link('GET', key, seconds, {}),
  };
}

function passing(error: unknown): never {
  throw new Problem('try_again', {}, error);
}
