import middy from '@middy/core';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import httpRouter from '@middy/http-router';
import type { Caller, Entry } from '@shanhai/shared/contract/basics.ts';
import type { Input } from '@shanhai/shared/contract/contract.ts';
import { Problem, statusOf } from '@shanhai/shared/problems.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ZodError } from 'zod';
import type { GateDeps } from '../gate-deps.ts';
import { admit, asTheyStand, readCaller } from './caller.ts';
import type { Handler } from './handler.ts';
import { logRequest } from './log.ts';

type Reply = APIGatewayProxyStructuredResultV2;
/** What an edge needs by itself. */
type EdgeDeps = Pick<GateDeps, 'audit' | 'identity' | 'limits' | 'now' | 'sessionKey' | 'table'>;
type AnyHandler<D> = (request: { input: unknown; caller: Caller | undefined }, deps: D) => Promise<unknown>;

/** A part of the interface: what these addresses take and give, and what answers them. */
export interface Served<D> {
  readonly contract: { readonly [N in RouteName]?: Entry };
  readonly handlers: { readonly [N in RouteName]?: Handler<N, D> };
}

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  // an answer is data: whoever opens it as a page gets nothing to run, to frame or to send on
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

/** The field a person has to look at: the path of the first issue. */
function invalidInput(error: ZodError): Problem {
  const issue = error.issues[0];
  return new Problem('invalid_input', { field: issue?.path.join('.') || 'body', rule: issue?.code ?? 'invalid' });
}

/** Path, query and body as one flat input; the path comes last, so that a body can never change the id in the address. */
function inputOf(event: APIGatewayProxyEventV2): unknown {
  const body: unknown = event.body ?? {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem('invalid_input', { field: 'body' });
  return { ...event.queryStringParameters, ...body, ...event.pathParameters };
}

/** Any error as the one kind the wire knows. Middy's own errors carry a status; the rest is internal. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 404) return new Problem('not_found', {}, error);
  if (status && status < 500) return new Problem('invalid_input', { field: 'body' }, error);
  return new Problem('internal', {}, error);
}

function answer<D extends EdgeDeps>(name: RouteName, entry: Entry, handle: AnyHandler<D>, deps: D) {
  return async (event: APIGatewayProxyEventV2): Promise<Reply> => {
    const started = performance.now();
    const before = { ...deps.table.meter };
    const requestId = event.requestContext.requestId;
    let caller: Caller | undefined;
    const log = (status: number, problem?: Problem): void =>
      logRequest({
        requestId,
        route: name,
        role: caller?.role ?? 'anyone',
        status,
        problem: problem?.code,
        millis: Math.round(performance.now() - started),
        units: { reads: deps.table.meter.reads - before.reads, writes: deps.table.meter.writes - before.writes, trips: deps.table.meter.trips - before.trips },
        error: status >= 500 ? problem?.cause : undefined,
      });
    try {
      caller = readCaller(event.headers, deps.now(), deps.sessionKey);
      admit(caller, entry.by);
      caller = await asTheyStand(caller, entry.by, deps);
      const input = entry.input.safeParse(inputOf(event));
      if (!input.success) throw invalidInput(input.error);
      const asked = { name, caller, input: input.data as Input<RouteName> };
      await deps.limits.take(asked);
      const output = entry.output.parse(await deps.audit.during(asked, () => handle({ input: asked.input, caller: asked.caller }, deps)));
      log(200);
      return replyWith(output);
    } catch (error) {
      const problem = problemOf(error);
      log(statusOf(problem.code), problem);
      return refuse(problem, requestId);
    }
  };
}

/** A text goes out as it is: WeChat takes nothing around its `success`. */
function replyWith(output: unknown): Reply {
  if (typeof output === 'string') return { statusCode: 200, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }, body: output };
  return { statusCode: 200, headers, body: JSON.stringify(output) };
}

function refuse(problem: Problem, requestId: string): Reply {
  const { seconds } = problem.detail;
  const wait = problem.code === 'too_many' ? { 'retry-after': String(seconds) } : {};
  return {
    statusCode: statusOf(problem.code),
    headers: { ...headers, ...wait },
    body: JSON.stringify({ code: problem.code, detail: problem.detail, requestId }),
  };
}

/** Whatever a sender calls it: WeChat does not promise a content type. */
const jsonWhenSent = httpJsonBodyParser({ disableContentTypeCheck: true });
const parseBody = {
  before: (request: { event: APIGatewayProxyEventV2 }) => {
    if (!request.event.body) return;
    return jsonWhenSent.before?.(request as Parameters<NonNullable<typeof jsonWhenSent.before>>[0]);
  },
  onError: (request: { error: Error | null; event: APIGatewayProxyEventV2; response?: unknown }) => {
    request.response = refuse(problemOf(request.error), request.event.requestContext.requestId);
  },
};

/** A Lambda handler that serves the addresses of a part. */
export function serveApi<D extends EdgeDeps>(deps: D, { contract, handlers }: Served<D>) {
  const table = (Object.keys(handlers) as RouteName[]).map((name) => {
    const [method, path] = routes[name].split(' ') as ['GET', string];
    return { method, path, handler: answer(name, contract[name] as Entry, handlers[name] as AnyHandler<D>, deps) };
  });
  return middy<APIGatewayProxyEventV2, Reply>()
    .use(parseBody)
    .handler(httpRouter<APIGatewayProxyEventV2, Reply>(table as never));
}
