import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { objectStore } from '@shanhai/functions/src/outside/objects.ts';
import { createObjectServer } from '@shanhai/infra/local/objects/server.ts';
import { openShelf } from '@shanhai/infra/local/objects/shelf.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const region = 'cn-northwest-1';
const account = { accessKeyId: 'local', secretAccessKey: 'local' };
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-objects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['in memory', undefined],
  ['in a folder', folder],
])('objects kept %s', (_, place) => {
  let now = '2026-02-07T04:00:00.000Z';
  let trouble = 0;
  const serve = createObjectServer({ account: { region, ...account }, shelf: openShelf(place), now: () => now });
  const server = createServer((request, response) => {
    if (trouble > 0) {
      trouble--;
      return void response.writeHead(503).end();
    }
    void serve(request, response);
  });
  let base = '';
  const store = () => objectStore({ base, region, account, now: () => now });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/objects`;
  });
  afterAll(() => void server.close());

  test('come back as they were put, and are not sent again when unchanged', async () => {
    const objects = store();
    const { etag } = await objects.put('files/one', text('山海'), 'text/plain');
    expect(await objects.get('files/one')).toEqual({ bytes: text('山海'), etag });
    expect(await objects.get('files/one', { etag })).toBe('unchanged');
    const second = await objects.put('files/one', text('山海就业'), 'text/plain');
    expect(await objects.get('files/one', { etag })).toEqual({ bytes: text('山海就业'), etag: second.etag });
  });

  test('are gone once removed, and removing them twice is the same', async () => {
    const objects = store();
    await objects.put('files/two', text('x'), 'text/plain');
    await objects.remove('files/two');
    await objects.remove('files/two');
    expect(await objects.get('files/two')).toBeUndefined();
  });

  test('come in and go out through links for a while', async () => {
    const objects = store();
    const link = await objects.uploadLink({ key: 'incoming/three', contentType: 'image/png', bytes: 4 }, 300);
    const put = (body: string, headers: Record<string, string> = link.headers) => fetch(link.url, { method: link.method, headers, body });
    expect((await put('five!')).status).toBe(403);
    expect((await put('four', { 'content-type': 'text/html' })).status).toBe(403);
    expect((await put('four')).status).toBe(200);
    const reading = await objects.downloadLink('incoming/three', 60);
    const reply = await fetch(reading);
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([200, 'image/png', 'four']);
    expect((await fetch(reading.replace('three', 'four'))).status).toBe(403);
    expect((await fetch(`${base}/incoming/three`)).status).toBe(403);
    now = '2026-02-07T04:06:00.000Z';
    expect((await fetch(reading)).status).toBe(403);
    expect((await put('four')).status).toBe(403);
  });

  test('a link is for one object, one type, one number of bytes, one method and some minutes, and says so in what is signed', async () => {
    const objects = store();
    now = '2026-02-07T04:00:00.000Z';
    const coming = await objects.uploadLink({ key: 'incoming/five', contentType: 'image/png', bytes: 4 }, 600);
    const reading = await objects.downloadLink('files/one', 300);
    const signed = (link: string) => ['X-Amz-SignedHeaders', 'X-Amz-Expires'].map((name) => new URL(link).searchParams.get(name));
    expect(signed(coming.url)).toEqual(['content-length;content-type;host', '600']);
    expect(signed(reading)).toEqual(['host', '300']);
    const sent = async (url: string, method: string, body?: string, type = 'image/png') =>
      (await fetch(url, { method, ...(body ? { body, headers: { 'content-type': type } } : {}) })).status;
    const longer = (link: string) => link.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=86400');
    expect(await sent(coming.url, 'PUT', 'larger than was said')).toBe(403);
    expect(await sent(coming.url, 'PUT', 'x')).toBe(403);
    expect(await sent(coming.url, 'PUT', 'four', 'image/svg+xml')).toBe(403);
    expect(await sent(coming.url.replace('incoming/five', 'files/one'), 'PUT', 'four')).toBe(403);
    expect(await sent(coming.url.replace('incoming/five', 'incoming/../files/one'), 'PUT', 'four')).toBe(403);
    expect(await Promise.all(['GET', 'DELETE', 'HEAD'].map((method) => sent(coming.url, method)))).toEqual([403, 403, 403]);
    expect(await Promise.all(['PUT', 'DELETE'].map((method) => sent(reading, method, method === 'PUT' ? 'four' : undefined)))).toEqual([403, 403]);
    expect([await sent(longer(coming.url), 'PUT', 'four'), await sent(longer(reading), 'GET')]).toEqual([403, 403]);
    expect(await sent(coming.url, 'PUT', 'four')).toBe(200);
    now = '2026-02-07T04:10:01.000Z';
    expect([await sent(coming.url, 'PUT', 'four'), await sent(reading, 'GET')]).toEqual([403, 403]);
    now = '2026-02-07T04:06:00.000Z';
  });

  test('trouble that passes is waited out, lasting trouble says try again', async () => {
    const objects = store();
    trouble = 2;
    await objects.put('files/four', text('x'), 'text/plain');
    trouble = 3;
    await expect(objects.get('files/four')).rejects.toMatchObject({ code: 'try_again' });
  });

  test('whoever has no key of the account reads nothing', async () => {
    const stranger = objectStore({ base, region, account: { ...account, secretAccessKey: 'guessed' }, now: () => now });
    await expect(stranger.get('files/one')).rejects.toThrow('403');
  });
});

test('a key never leads out of the folder', async () => {
  const shelf = openShelf(folder);
  await shelf.put('../../../tmp/evil', Buffer.from('x'), 'text/plain');
  expect(readdirSync(folder)).toContain(`o-${encodeURIComponent('../../../tmp/evil')}`);
});
