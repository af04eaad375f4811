import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../support/call.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('it says that it is well, and which version it is', async () => {
  expect(await call(world.api, 'system.health', {})).toEqual({ ok: true, version: '0.1.0' });
});

test('the interface document names every address, its roles and its path fields', async () => {
  const document = (await call(world.api, 'system.openApi', {})) as {
    paths: Record<string, Record<string, { operationId: string; 'x-roles'?: string[]; parameters: { name: string; in: string }[] }>>;
  };
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(operations.map((o) => o.operationId).sort()).toEqual(Object.keys(routes).sort());
  const leave = operations.find((o) => o.operationId === ('cards.leave' satisfies RouteName));
  expect(leave).toMatchObject({ 'x-roles': ['worker'] });
  expect(leave?.parameters.map((p) => [p.name, p.in])).toEqual([
    ['fairId', 'path'],
    ['boothNo', 'path'],
  ]);
});

describe('the edge', () => {
  const post = (path: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${world.api}${path}`, { method: 'POST', headers, body });

  test.each(['{', '[]', '"text"', '7', 'null and more'])('refuses the body %s', async (body) => {
    const reply = await post('/desks/desk00000001/poll', body);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: 'invalid_input' });
  });
  test('names the field that is wrong', async () => {
    const reply = await post('/sessions', JSON.stringify({ code: '', deviceId: 'device-0001' }));
    expect(await reply.json()).toMatchObject({ code: 'invalid_input', detail: { field: 'code' } });
  });
  test('lets no body change the id in the address', async () => {
    const reply = await post('/desks/desk00000001/poll', JSON.stringify({ deskId: 'desk00000002', secret: 'x'.repeat(32) }));
    expect(await reply.json()).toMatchObject({ code: 'desk_expired' });
    const wrong = await post('/desks/short/poll', JSON.stringify({ deskId: 'desk00000002', secret: 'x'.repeat(32) }));
    expect(await wrong.json()).toMatchObject({ code: 'invalid_input', detail: { field: 'deskId' } });
  });
  test('answers an unknown address with 404', async () => {
    expect((await fetch(`${world.api}/nothing-here`)).status).toBe(404);
  });
  test('gives every answer a request id and lets nothing be stored', async () => {
    const reply = await fetch(`${world.api}/fairs/fair00001`);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(await reply.json()).toMatchObject({ code: 'not_found', requestId: expect.stringMatching(/.{8,}/) as string });
  });
});
