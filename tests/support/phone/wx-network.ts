import { type Callbacks, fail, type Handset, type SentRequest, soon, succeed } from './handset.ts';

/** The address the mini-program was built with. */
export const builtBase = process.env['SHANHAI_API_BASE'] ?? 'http://127.0.0.1:8787/api';

export interface RequestOptions extends Callbacks {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  timeout?: number;
  dataType?: string;
}

type Parse = (text: string) => unknown;

async function send(handset: Handset, options: RequestOptions, sent: SentRequest, signal: AbortSignal, parse: Parse): Promise<Record<string, unknown>> {
  const answer = await fetch(addressOf(handset, sent.path), {
    method: sent.method,
    headers: { 'content-type': 'application/json', ...options.header },
    signal,
    ...bodyOf(options.data, sent.method),
  });
  const text = await answer.text();
  sent.status = answer.status;
  const lost = handset.lostReplies.indexOf(sent.path);
  if (lost >= 0) {
    handset.lostReplies.splice(lost, 1);
    throw new Error('net::ERR_CONNECTION_RESET');
  }
  const isJson = (options.dataType ?? 'json') === 'json';
  return {
    data: isJson ? parsed(text, parse) : text,
    statusCode: answer.status,
    header: Object.fromEntries(answer.headers),
    cookies: [],
    errMsg: 'request:ok',
  };
}

/** A laptop in the hall is reached at its own address; what stands there is found in `hall`. */
function addressOf({ setting, hall }: Handset, path: string): string {
  if (path.startsWith('/')) return setting.api + path;
  const [, at = '', rest = ''] = inSubnet.exec(path) ?? [];
  return hall.has(at) ? `${hall.get(at)}${rest}` : path;
}

/** Bytes go as they are, text as it is, the rest as JSON. */
function bodyOf(given: unknown, method: string): { body?: string | ArrayBuffer } {
  if (given === undefined || method === 'GET') return {};
  return { body: typeof given === 'string' || isBuffer(given) ? given : JSON.stringify(given) };
}

/** Also one that was made inside the mini-program, whose ArrayBuffer is another one. */
const isBuffer = (given: unknown): given is ArrayBuffer => Object.prototype.toString.call(given) === '[object ArrayBuffer]';

/** `${IP}:${PORT}/${PATH}` in the phone's own subnet: plain http, and no list of domains is asked 〔局域网通信, base library 2.4.0〕. */
const inSubnet = /^http:\/\/(192\.168\.\d+\.\d+:\d+)(\/.*)$/;

/** The two addresses that stand in the mini-program's console, the API as built in and the bucket; and those of the subnet. */
function pathOf(url: string, { setting }: Handset): string | undefined {
  if (url.startsWith(`${builtBase}/`)) return url.slice(builtBase.length);
  if (inSubnet.test(url)) return url;
  return url.startsWith(`${new URL(setting.api).origin}/objects/`) ? url : undefined;
}

/** WeChat hands over the text where it is not JSON. */
function parsed(text: string, parse: Parse): unknown {
  try {
    return parse(text);
  } catch {
    return text;
  }
}

function request(handset: Handset, options: RequestOptions, parse: Parse) {
  const stopper = new AbortController();
  const task = { abort: () => stopper.abort('abort'), onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
  const path = pathOf(options.url, handset);
  if (path === undefined) {
    fail(handset, options, 'request:fail url not in domain list');
    return task;
  }
  const sent: SentRequest = { method: (options.method ?? 'GET').toUpperCase(), path, body: options.data, header: options.header ?? {} };
  handset.requests.push(sent);
  const near = inSubnet.exec(path)?.[1];
  if (near ? !handset.hall.has(near) : handset.isOffline) {
    fail(handset, options, 'request:fail net::ERR_INTERNET_DISCONNECTED');
    return task;
  }
  const timer = setTimeout(() => stopper.abort('timeout'), options.timeout ?? 60_000);
  handset.busy += 1;
  send(handset, options, sent, stopper.signal, parse)
    .then(
      (result) => succeed(handset, options, result),
      (error: unknown) => fail(handset, options, `request:fail ${stopper.signal.aborted ? stopper.signal.reason : error}`),
    )
    .finally(() => {
      clearTimeout(timer);
      handset.busy -= 1;
    });
  return task;
}

/** Asks the stand-in of WeChat for what a phone gets from WeChat itself: login codes, phone codes. */
export async function askWechat(handset: Handset, what: string): Promise<{ code?: string; errMsg: string }> {
  const { sim, persona } = handset.setting;
  const answer = await fetch(`${sim}/__sim/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: persona }),
  });
  return (await answer.json()) as { code?: string; errMsg: string };
}

function login(handset: Handset, options: Callbacks): void {
  if (handset.isOffline) {
    fail(handset, options, 'login:fail network');
    return;
  }
  handset.busy += 1;
  askWechat(handset, 'login')
    .then(
      (given) => succeed(handset, options, given),
      (error: unknown) => fail(handset, options, `login:fail ${error}`),
    )
    .finally(() =>
      soon(handset, () => {
        handset.busy -= 1;
      }),
    );
}

export function wxNetwork(handset: Handset, parse: Parse): Record<string, unknown> {
  return {
    request: (options: RequestOptions) => request(handset, options, parse),
    login: (options: Callbacks) => login(handset, options),
    getNetworkType: (options: Callbacks) => succeed(handset, options, { networkType: handset.isOffline ? 'none' : 'wifi' }),
  };
}
