import type { Deps } from '@shanhai/functions/src/deps.ts';
import { deskHandlers } from '@shanhai/functions/src/desk-handlers.ts';
import { apiHandlers } from '@shanhai/functions/src/handlers.ts';
import { serveApi } from '@shanhai/functions/src/http/serve.ts';
import { paperHandlers } from '@shanhai/functions/src/paper/handlers.ts';
import { searchHandlers } from '@shanhai/functions/src/search/handlers.ts';
import { lambdaContext } from '@shanhai/infra/local/gateway.ts';
import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
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

/** All four functions that answer HTTP, called as Lambda calls them: middy, router, gate, limits, audit, handler, table. */
export function openDoor(deps: Deps) {
  const handler = serveApi(deps, { ...apiHandlers, ...deskHandlers, ...paperHandlers, ...searchHandlers });

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
