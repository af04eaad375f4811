import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LocalSystem, startLocalSystem } from '@shanhai/infra/local/local-system.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ownEngine } from '../support/engine.ts';

let system: LocalSystem;
let h5Folder: string;

beforeAll(async () => {
  h5Folder = mkdtempSync(path.join(tmpdir(), 'shanhai-h5-'));
  mkdirSync(path.join(h5Folder, 'js'));
  writeFileSync(path.join(h5Folder, 'index.html'), '<p>山海</p>');
  writeFileSync(path.join(h5Folder, 'js/app.1a2b3c4d.js'), 'a'.repeat(5000));
  system = await startLocalSystem({
    engine: { endpoint: ownEngine() },
    plan: inject('plan'),
    tableName: `local-system-${process.pid}`,
    h5Folder,
  });
});
afterAll(async () => {
  await system.stop();
  rmSync(h5Folder, { recursive: true });
});

const get = (address: string, init: RequestInit = {}) => fetch(system.origin + address, { redirect: 'manual', ...init });

/** fetch tidies `..` away before it asks; this does not. */
function statusOfRaw(address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(system.origin, { path: address }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the one address', () => {
  test('answers the API with the very functions of the cloud', async () => {
    const health = await get('/api/health');
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ ok: true })]);
  });

  test('answers papers and descriptions with their own function', async () => {
    expect((await get('/api/openapi.json')).status).toBe(200);
  });

  test('leads to the control plane of the stand-in', async () => {
    const personas = (await (await get('/__sim/personas')).json()) as { id: string }[];
    expect(personas.map(({ id }) => id)).toContain('worker01');
  });

  test('opens a printed code on its fair', async () => {
    const link = await get('/c/S1abc_-XYZ');
    expect([link.status, link.headers.get('location')]).toEqual([302, '/#/areas/fairs/landing/index?scene=S1abc_-XYZ']);
  });

  test('serves the page fresh and the files named by their content for good', async () => {
    const page = await get('/');
    expect([page.headers.get('content-type'), page.headers.get('cache-control'), await page.text()]).toEqual([
      'text/html; charset=utf-8',
      'no-cache',
      '<p>山海</p>',
    ]);
    // the same headers as in the cloud, by the same function: functions/src/http/pages.test.ts
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const again = await get('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const script = await get('/js/app.1a2b3c4d.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(await script.text()).toHaveLength(5000);
  });

  test('gives nothing from outside its folder', async () => {
    expect(await statusOfRaw('/../../../../etc/passwd')).toBe(404);
    expect(await statusOfRaw('/%2e%2e/%2e%2e/%2e%2e/etc/passwd')).toBe(404);
    expect((await get('/nothing.js')).status).toBe(404);
  });
});

test('two systems with tables of their own live in one process', async () => {
  const other = await startLocalSystem({ engine: { endpoint: ownEngine() }, plan: inject('plan'), tableName: `other-${process.pid}` });
  expect(other.isNew).toBe(true);
  expect(other.deps.table.name).not.toBe(system.deps.table.name);
  await other.stop();
  expect((await get('/api/health')).status).toBe(200);
});
