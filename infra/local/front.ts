import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { auditCopiesPath, objectsPath } from './objects/server.ts';

export interface FrontOptions {
  /** Answers `/api/*`, with the prefix cut off before the functions see the path, and all that nobody else does: the pages. */
  readonly api: (request: IncomingMessage, response: ServerResponse, prefix?: string) => Promise<void>;
  /** Where the stand-in of WeChat listens; `/__sim/*` goes there. */
  readonly wechatOrigin: string;
  /** Answers `/objects/*` as the bucket would. */
  readonly objects: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Answers `/audit-copies/*` as the locked bucket would. */
  readonly auditCopies: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence);
}

function proxy(request: IncomingMessage, response: ServerResponse, origin: string, path: string): void {
  const onward = forward(origin, { method: request.method, headers: request.headers, path }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  onward.once('error', () => (response.headersSent ? response.destroy() : say(response, 502, 'The stand-in of WeChat does not answer.')));
  request.pipe(onward);
}

const here = 'http://local';

interface AskedFor {
  written: string;
  path: string;
}
type Answer = (request: IncomingMessage, response: ServerResponse, asked: AskedFor) => Promise<void> | void;

/** What is asked for, as written and as meant; `//host/…` and `http://host/…` name no address of ours. */
function askedFor(request: IncomingMessage): AskedFor | undefined {
  try {
    const { origin, pathname, search } = new URL(request.url ?? '/', here);
    return origin === here ? { written: pathname + search, path: decodeURIComponent(pathname) } : undefined;
  } catch {
    return undefined;
  }
}

/** The one address of the local run: the pages, the API, the objects, the stand-in's control plane and the links of printed codes. */
export function createFront({ api, wechatOrigin, objects, auditCopies }: FrontOptions): Server {
  const below: [start: string, answer: Answer][] = [
    ['/api/', (request, response) => api(request, response, '/api')],
    [objectsPath, (request, response) => objects(request, response)],
    [auditCopiesPath, (request, response) => auditCopies(request, response)],
    ['/__sim/', (request, response, { written }) => proxy(request, response, wechatOrigin, written)],
  ];

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = askedFor(request);
    if (!asked) return say(response, 400, 'This is not an address.');
    const { written, path } = asked;
    for (const [start, answer] of below) {
      if (path.startsWith(start)) return answer(request, response, { written, path });
    }
    return api(request, response);
  }

  return createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Something went wrong on this machine; the terminal says what.');
    });
  });
}
