import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type LocalFunction } from '@shanhai/infra/local/gateway.ts';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: Server;
let origin: string;
let seen: APIGatewayProxyEventV2;
let reply: unknown = { ok: true };

const target = {
  timeoutMs: 1000,
  handler: (async (event: APIGatewayProxyEventV2) => {
    seen = event;
    if (reply instanceof Error) throw reply;
    return reply;
  }) as LocalFunction,
};
const gateway = createGateway(
  [
    { routeKey: 'GET /fairs/{fairId}', target: 'Api' },
    { routeKey: 'GET /{file+}', target: 'Api' },
    { routeKey: 'GET /fairs/today', target: 'Api' },
    { routeKey: 'POST /fairs/{fairId}/booths/{boothNo}', target: 'Api' },
  ],
  { Api: target },
);

beforeAll(async () => {
  server = createServer((request, response) => void gateway(request, response, '/api'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('a request', () => {
  test('becomes an event of payload 2.0 with decoded path parameters and joined query values', async () => {
    await fetch(`${origin}/fairs/a%2Fb?day=1&day=2&word=%E7%BD%97%E5%B9%B3`, { headers: { authorization: 'Bearer t', cookie: 'a=1; b=2' } });
    expect(seen).toMatchObject({
      version: '2.0',
      routeKey: 'GET /fairs/{fairId}',
      rawPath: '/fairs/a%2Fb',
      pathParameters: { fairId: 'a/b' },
      queryStringParameters: { day: '1,2', word: '罗平' },
      headers: { authorization: 'Bearer t' },
      cookies: ['a=1', 'b=2'],
      isBase64Encoded: false,
      requestContext: { stage: '$default', http: { method: 'GET', sourceIp: '127.0.0.1' } },
    });
    expect(seen.headers).not.toHaveProperty('cookie');
    expect(seen).not.toHaveProperty('body');
  });

  test('prefers the address said in full over one with a parameter', async () => {
    await fetch(`${origin}/fairs/today`);
    expect(seen.routeKey).toBe('GET /fairs/today');
  });

  test('that no other address takes goes where the rest goes', async () => {
    await fetch(`${origin}/js/app.js`);
    expect([seen.routeKey, seen.pathParameters]).toEqual(['GET /{file+}', { file: 'js/app.js' }]);
  });

  test('carries text as text and everything else as base64', async () => {
    const post = (type: string, body: string) => fetch(`${origin}/fairs/f/booths/3`, { method: 'POST', headers: { 'content-type': type }, body });
    await post('application/json; charset=utf-8', '{"name":"杨桂兰"}');
    expect(seen).toMatchObject({ body: '{"name":"杨桂兰"}', isBase64Encoded: false, pathParameters: { fairId: 'f', boothNo: '3' } });
    await post('image/png', 'x');
    expect(seen).toMatchObject({ body: 'eA==', isBase64Encoded: true });
  });

  test('to an address or a method that no route has is refused as API Gateway does', async () => {
    const unknown = await fetch(`${origin}/nowhere`, { method: 'POST' });
    expect([unknown.status, await unknown.json()]).toEqual([404, { message: 'Not Found' }]);
    expect((await fetch(`${origin}/fairs/f`, { method: 'DELETE' })).status).toBe(404);
  });

  test('with a broken percent sign is refused and harms nothing', async () => {
    expect((await fetch(`${origin}/fairs/%E7`)).status).toBe(400);
  });

  test('beyond 10 MB is refused', async () => {
    const big = await fetch(`${origin}/fairs/f/booths/3`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(big.status).toBe(413);
  });
});

describe('an answer', () => {
  const get = () => fetch(`${origin}/fairs/f`);

  test('keeps status, headers, cookies and binary bodies', async () => {
    reply = { statusCode: 201, headers: { 'Content-Type': 'application/pdf' }, cookies: ['a=1', 'b=2'], body: 'JVBERg==', isBase64Encoded: true };
    const response = await get();
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('%PDF');
  });

  test('without a status is a JSON body', async () => {
    reply = { ok: true };
    const response = await get();
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([200, 'application/json', { ok: true }]);
  });

  test('of a function that breaks is 500 without its inner words', async () => {
    reply = new Error('inner words');
    const response = await get();
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });
});
