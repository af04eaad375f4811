import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '@shanhai/shared/problems.ts';
import { AwsV4Signer } from 'aws4fetch';

export interface ObjectSettings {
  /** Address of the bucket; keys follow after a slash. */
  readonly base: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
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
const compact = (instant: string): string => instant.replace(/[:-]|\.\d{3}/g, '');

/** Signs and sends; trouble that passes is `try_again`. */
function bucketAt({ base, now, timeoutMs = 20_000, ...account }: ObjectSettings) {
  // the day's signing key is derived once
  const cache = new Map<string, ArrayBuffer>();
  const addressOf = (key: string): string => `${base.replace(/\/$/, '')}/${key}`;
  const sign = (init: Pick<ConstructorParameters<typeof AwsV4Signer>[0], 'url' | 'method' | 'headers' | 'signQuery' | 'allHeaders'>) => {
    const { region, accessKeyId, secretAccessKey, sessionToken } = account;
    const who = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    return new AwsV4Signer({ ...init, ...who, service: 's3', region, cache, datetime: compact(now()) }).sign();
  };

  return {
    async link(method: 'PUT' | 'GET', key: string, seconds: number, headers: Record<string, string>): Promise<string> {
      const url = `${addressOf(key)}?X-Amz-Expires=${seconds}`;
      // all headers: the length and the type that were promised are part of what is signed
      return (await sign({ url, method, headers, signQuery: true, allHeaders: true })).url.href;
    },

    async ask({ method, key, headers = {}, body }: Asked): Promise<Response> {
      const signed = await sign({ url: addressOf(key), method, headers });
      const init = { method, headers: signed.headers, signal: AbortSignal.timeout(timeoutMs) };
      const reply = await fetch(signed.url, body ? { ...init, body: body as Uint8Array<ArrayBuffer> } : init).catch((error: unknown) => passing(error));
      if (reply.status >= 500 || reply.status === 429) return passing(new Error(`Objects answer ${reply.status}`));
      return reply;
    },
  };
}

/** Whole objects in S3, or in the local store that speaks the same HTTP. Keys are letters, digits, `-`, `_`, `.` and `/`. */
export function objectStore(settings: ObjectSettings) {
  const bucket = bucketAt(settings);

  /** Every request may be sent again: it ends in the same object. */
  async function askPatiently(asked: Asked, [pauseMs, ...later]: readonly number[]): Promise<Response> {
    if (pauseMs === undefined) return bucket.ask(asked);
    return bucket.ask(asked).catch(async (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      await wait(pauseMs);
      return askPatiently(asked, later);
    });
  }

  async function ask(asked: Asked, ...expected: number[]): Promise<Response> {
    const reply = await askPatiently(asked, retryPausesMs);
    if (expected.includes(reply.status)) return reply;
    throw new Error(`Objects refuse ${asked.method} ${asked.key} with ${reply.status}: ${(await reply.text()).slice(0, 300)}`);
  }

  return {
    async put(key: string, bytes: Uint8Array, contentType: string): Promise<{ etag: string }> {
      const reply = await ask({ method: 'PUT', key, headers: { 'content-type': contentType }, body: bytes }, 200);
      return { etag: reply.headers.get('etag') ?? '' };
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
