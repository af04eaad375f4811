import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { servePages } from '@shanhai/functions/src/http/pages.ts';
import { createGateway, type LocalFunction } from '@shanhai/infra/local/gateway.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';

const finish = path.resolve(import.meta.dirname, '../../miniapp/finish-h5.mts');
let folder: string;
let server: Server;
let origin: string;
let browser: Browser;
let context: BrowserContext;
/** The pages answer with an error, as while something is wrong in the cloud. */
let isBroken = false;

const named = (name: string, content: string): string => `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 8)}.js`;

/** A build as small as can be, finished by the same script as ours: a page that keeps itself, and a part that it loads later. */
function deploy(version: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'js'), { recursive: true });
  const part = `document.title = 'part of ${version}';`;
  const partName = named('part', part);
  const app = `navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    document.getElementById('app').textContent = 'version ${version}';
    window.turnOn = () => new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = '/js/${partName}'; script.onload = done; script.onerror = failed; document.head.append(script);
    });`;
  const appName = named('app', app);
  writeFileSync(path.join(folder, 'js', partName), part);
  writeFileSync(path.join(folder, 'js', appName), app);
  writeFileSync(path.join(folder, 'index.html'), `<!doctype html><body><div id="app"></div><script src="/js/${appName}"></script></body>`);
  execFileSync(process.execPath, [finish, folder]);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shanhai-versions-'));
  deploy('one');
  const serve = servePages({ folder, stage: 'local' });
  const handler = (async (event: never) => (isBroken ? { statusCode: 503, body: 'not now' } : serve(event))) as LocalFunction;
  const routes = ['GET /', 'GET /{file+}'].map((routeKey) => ({ routeKey, target: 'Pages' }));
  const pass = createGateway(routes, { Pages: { handler, timeoutMs: 1000 } });
  server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  context = await browser.newContext();
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  return page;
}
const shown = (page: Page): Promise<string | null> => page.textContent('#app');
const turnOn = async (page: Page): Promise<string> => {
  await page.evaluate(() => (window as unknown as { turnOn: () => Promise<void> }).turnOn());
  return page.title();
};
const keptFiles = (page: Page): Promise<number> =>
  page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().length);

test('an open page keeps its version, the next start has the new one, and only then the old one is thrown away', async () => {
  const open = await start();
  await open.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(await keptFiles(open)).toBe(3);

  deploy('two');
  await open.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => open.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed');
  // the server has it no more
  expect([await shown(open), await turnOn(open)]).toEqual(['version one', 'part of one']);

  const next = await start();
  expect([await shown(next), await turnOn(next)]).toEqual(['version two', 'part of two']);
  expect([await shown(open), await keptFiles(open)]).toEqual(['version one', 6]);

  await Promise.all([open.close(), next.close()]);
  await context.setOffline(true);
  const alone = await start();
  expect([await shown(alone), await turnOn(alone)]).toEqual(['version two', 'part of two']);
  expect(await keptFiles(alone)).toBe(3);
  await context.setOffline(false);
});

test('an answer that is an error does not stand before the copy', async () => {
  isBroken = true;
  const page = await start();
  expect([await shown(page), await turnOn(page)]).toEqual(['version two', 'part of two']);
  isBroken = false;
});
