import type { Entry } from '@shanhai/shared/contract/basics.ts';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { problems } from '@shanhai/shared/problems.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import * as z from 'zod';
import { version } from '../system/version.ts';

function operation(name: RouteName, method: string, path: string) {
  const entry: Entry = contract[name];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
  const schema = z.toJSONSchema(entry.input, { io: 'input', unrepresentable: 'any' });
  const properties = Object.entries((schema.properties ?? {}) as Record<string, unknown>);
  const isRead = method === 'GET' || method === 'DELETE';
  const parameters = properties
    .filter(([field]) => inPath.includes(field) || isRead)
    .map(([field, shape]) => ({
      name: field,
      in: inPath.includes(field) ? 'path' : 'query',
      required: inPath.includes(field) || !!schema.required?.includes(field),
      schema: shape,
    }));
  const answer = z.toJSONSchema(entry.output, { unrepresentable: 'any' });
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    parameters,
    ...(isRead ? {} : { requestBody: { content: { 'application/json': { schema } } } }),
    ...(entry.by === 'anyone' ? { security: [] } : { 'x-roles': entry.by }),
    responses: {
      200: { description: 'ok', content: { [answer.type === 'string' ? 'text/plain' : 'application/json']: { schema: answer } } },
      default: { description: 'a problem', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

/** The whole interface as OpenAPI 3.1, made from the same contract that the edge checks. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, address] of Object.entries(routes) as [RouteName, string][]) {
    const [method = '', path = ''] = address.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name, method, path) };
  }
  const Problem = {
    type: 'object',
    required: ['code', 'detail', 'requestId'],
    properties: { code: { enum: Object.keys(problems) }, detail: { type: 'object' }, requestId: { type: 'string' } },
  };
  return {
    openapi: '3.1.1',
    info: { title: '山海就业', version },
    paths,
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } }, schemas: { Problem } },
  };
}
