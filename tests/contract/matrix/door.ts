import type { Deps } from '@shanhai/functions/src/deps.ts';
import { serveApi } from '@shanhai/functions/src/http/serve.ts';
import { paperPart } from '@shanhai/functions/src/paper/part.ts';
import { deskPart } from '@shanhai/functions/src/parts/desk.ts';
import { fairPart } from '@shanhai/functions/src/parts/fair.ts';
import { gatePart } from '@shanhai/functions/src/parts/gate.ts';
import { searchPart } from '@shanhai/functions/src/parts/search.ts';
import { lambdaContext } from '@shanhai/infra/local/gateway.ts';
import { contract, type Output, type Sent } from '@shanhai/shared/contract/contract.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';

export interface Reply {
  status: number;
  code: string;
  body: string;
  /** What it cost in the table; round trips count too. */
  units: { reads: number; writes: number; trips: number };
}

export type Fields = Record<string, unknown>;

/** A request as API Gateway hands it over: the fields go to path, query or body by the routes table. */
function eventOf(name: RouteName, input: Fields, token?: string) {
  const [method = '', template = ''] = routes[name].split(' ');
  const pathParameters: Record<string, string> = {};
  const rest = { ...input };
  const path = template.replace(/\{(\w+)\}/g, (_, field: string) => {
    pathParameters[field] = String(rest[field]);
    delete rest[field];
    return encodeURIComponent(String(pathParameters[field]));
  });
  const isRead = method === 'GET' || method === 'DELETE';
  const query = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, String(value)]));
  return {
    version: '2.0',
    rawPath: path,
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: token }) },
    requestContext: { requestId: 'matrix', http: { method, path } },
    ...(Object.keys(pathParameters).length ? { pathParameters } : {}),
    ...(isRead ? { queryStringParameters: query } : { body: JSON.stringify(rest) }),
  };
}

/** All functions that answer HTTP, called as Lambda calls them: middy, router, gate, limits, audit, handler, table. */
export function openDoor(deps: Deps) {
  const handler = serveApi(deps, {
    contract,
    handlers: { ...gatePart.handlers, ...fairPart.handlers, ...deskPart.handlers, ...paperPart.handlers, ...searchPart.handlers },
  });

  async function ask(name: RouteName, input: Fields, authorization?: string): Promise<Reply> {
    const before = { ...deps.table.meter };
    const { statusCode = 0, body = '' } = (await handler(eventOf(name, input, authorization) as never, lambdaContext('matrix', 30_000))) as {
      statusCode?: number;
      body?: string;
    };
    const { reads, writes, trips } = deps.table.meter;
    const code = statusCode < 400 ? '' : String((JSON.parse(body) as { code?: unknown }).code);
    return { status: statusCode, code, body, units: { reads: reads - before.reads, writes: writes - before.writes, trips: trips - before.trips } };
  }

  /** For setting a stage: it must be answered. */
  async function call<N extends RouteName>(name: N, input: Sent<N>, authorization: string): Promise<Output<N>> {
    const { status, body } = await ask(name, input as Fields, authorization);
    if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
    return JSON.parse(body) as Output<N>;
  }
  return { ask, call };
}
export type Door = ReturnType<typeof openDoor>;
