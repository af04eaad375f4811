import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { LocalRoute } from './template.ts';

/** A Lambda handler as this machine calls it. */
export type LocalFunction = (event: never, context: Context) => Promise<unknown>;

interface CompiledRoute extends LocalRoute {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** `{file+}` takes the whole rest of the path. */
  readonly isGreedy: boolean;
}

/** API Gateway refuses bodies beyond this. */
const largestBody = 10 * 1024 * 1024;
const textual = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|.*\+(json|xml)))/;

function compile(route: LocalRoute): CompiledRoute {
  const [method = '', path = ''] = route.routeKey.split(' ');
  const names: string[] = [];
  const source = path.replace(/[.*?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)(\+?)\}/g, (_, name: string, rest: string) => {
    names.push(name);
    return rest ? '(.+)' : '([^/]+)';
  });
  return { ...route, method, pattern: new RegExp(`^${source}$`), names, isGreedy: path.endsWith('+}') };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name !== 'cookie' && value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return headers;
}

function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
}

function requestContextOf(request: IncomingMessage, path: string, routeKey: string): APIGatewayProxyEventV2['requestContext'] {
  const now = new Date();
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')[0];
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName: request.headers.host ?? 'localhost',
    domainPrefix: 'local',
    http: {
      method: request.method ?? 'GET',
      path,
      protocol: 'HTTP/1.1',
      sourceIp: forwarded || (request.socket.remoteAddress ?? '127.0.0.1').replace('::ffff:', ''),
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: now.toUTCString(),
    timeEpoch: now.getTime(),
  };
}

function bodyOf(body: Buffer, contentType: string): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> {
  const isBinary = body.length > 0 && !textual.test(contentType);
  return { ...(body.length ? { body: body.toString(isBinary ? 'base64' : 'utf8') } : {}), isBase64Encoded: isBinary };
}

function eventOf(request: IncomingMessage, url: URL, body: Buffer, route: CompiledRoute, values: string[]): APIGatewayProxyEventV2 {
  const headers = headersOf(request);
  const pathParameters = Object.fromEntries(route.names.map((name, i) => [name, decodeURIComponent(values[i] ?? '')]));
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: decodeURI(url.pathname),
    rawQueryString: url.search.slice(1),
    ...(request.headers.cookie ? { cookies: request.headers.cookie.split(/;\s*/) } : {}),
    headers,
    ...(url.search ? { queryStringParameters: queryOf(url) } : {}),
    requestContext: requestContextOf(request, decodeURI(url.pathname), route.routeKey),
    ...(route.names.length ? { pathParameters } : {}),
    ...bodyOf(body, headers['content-type'] ?? 'text/plain'),
  };
}

/** The second argument of a Lambda handler. */
export function lambdaContext(functionName: string, timeoutMs: number): Context {
  const end = Date.now() + timeoutMs;
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `local:${functionName}`,
    memoryLimitInMB: '1024',
    awsRequestId: randomUUID(),
    logGroupName: functionName,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, end - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

function isStructured(result: unknown): result is APIGatewayProxyStructuredResultV2 {
  return typeof result === 'object' && result !== null && 'statusCode' in result;
}

function answer(response: ServerResponse, result: unknown): void {
  // what is not a response object becomes a JSON body, as in API Gateway
  const {
    statusCode = 200,
    headers = {},
    cookies,
    body,
    isBase64Encoded,
  } = isStructured(result) ? result : { headers: { 'content-type': 'application/json' }, body: typeof result === 'string' ? result : JSON.stringify(result) };
  const sent: Record<string, string | string[]> = { 'content-type': 'text/plain; charset=utf-8' };
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = String(value);
  if (cookies) sent['set-cookie'] = cookies;
  response.writeHead(statusCode, sent).end(isBase64Encoded ? Buffer.from(body ?? '', 'base64') : body);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    // read to its end all the same: a caller still sending would find the line cut instead of the answer
    if (size <= largestBody) parts.push(part);
  }
  return size > largestBody ? undefined : Buffer.concat(parts);
}

export interface LocalTarget {
  readonly handler: LocalFunction;
  readonly timeoutMs: number;
}

/** The address without its prefix; undefined when it is none or cannot be decoded. */
function addressOf(request: IncomingMessage, prefix: string): URL | undefined {
  try {
    const url = new URL(request.url ?? '/', 'http://local');
    url.pathname = url.pathname.slice(prefix.length);
    decodeURIComponent(url.pathname);
    return url;
  } catch {
    return undefined;
  }
}

/** HTTP on one side, API Gateway events of payload 2.0 on the other: the functions cannot tell where they run. */
export function createGateway(routes: readonly LocalRoute[], targets: Record<string, LocalTarget>) {
  // a path said in full goes before one with a parameter, and that before one that takes the rest, as in API Gateway
  const compiled = routes.map(compile).sort((a, b) => Number(a.isGreedy) - Number(b.isGreedy) || a.names.length - b.names.length);

  function match(method: string, path: string): [CompiledRoute, LocalTarget, string[]] | undefined {
    for (const route of compiled) {
      const found = route.method === method ? route.pattern.exec(path) : null;
      const target = targets[route.target];
      if (found && target) return [route, target, found.slice(1)];
    }
    return undefined;
  }

  return async function pass(request: IncomingMessage, response: ServerResponse, prefix = ''): Promise<void> {
    const url = addressOf(request, prefix);
    if (!url) return refuse(response, 400, 'Bad Request');
    const found = match(request.method ?? 'GET', url.pathname);
    if (!found) return refuse(response, 404, 'Not Found');
    const body = await readBody(request);
    if (!body) return refuse(response, 413, 'Request Entity Too Large');
    const [route, target, values] = found;
    try {
      const event = eventOf(request, url, body, route, values);
      answer(response, await target.handler(event as never, lambdaContext(route.target, target.timeoutMs)));
    } catch (error) {
      console.error(`${route.routeKey} failed:`, error);
      refuse(response, 500, 'Internal Server Error');
    }
  };
}
