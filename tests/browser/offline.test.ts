import { personaById } from '@shanhai/infra/local/wechat/personas.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../support/browser.ts';
import { sees, seesNot, tap } from '../support/hands.ts';
import { type Day, startDay } from './day.ts';

const people = 25;
let day: Day;
/** A fair of the demo world that is open now. */
let fairId: string;

beforeAll(async () => {
  day = await startDay();
  ({ fairId } = await day.openFair());
});
afterEach(() => expect(day.faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]));
afterAll(() => day.stop());

const setOffline = (page: Page, isOffline: boolean): Promise<void> => page.context().setOffline(isOffline);
const roster = () => day.deps.attendance.roster(fairId as never);
const codeOfPerson = (n: number): string => day.deps.codes.sign('P', `visitor${String(n).padStart(5, '0')}`);
const visitors = async () => (await roster()).filter((row) => row.workerId.startsWith('visitor'));

test('a tap without network is kept by the browser and goes up by itself', async () => {
  const worker = await day.sit('worker03');
  await day.open(worker, `/areas/fairs/landing/index?scene=${day.deps.codes.signAt('S', fairId as never, 0)}`);
  await sees(worker, '确认签到');
  // pages are fetched when they are first opened; the next one is there already on a phone, where they come in one package
  await day.open(worker, `/areas/fairs/checked-in/index?fairId=${fairId}`);
  await sees(worker, '这场还没签到');
  await worker.goBack();
  await day.open(worker, `/areas/fairs/landing/index?scene=${day.deps.codes.signAt('S', fairId as never, 0)}`);
  await sees(worker, '确认签到');
  await setOffline(worker, true);
  await tap(worker, '确认签到');
  await sees(worker, '已记下，有网就上传', '没网也有号');
  await day.snap(worker, '20-kept');
  await setOffline(worker, false);
  await sees(worker, '已上传');
  await day.snap(worker, '20-sent');
});

async function gateDesk(): Promise<Page> {
  const page = await day.screen('desk');
  await page.addInitScript(() => {
    // an empty page has none
    if (!('storage' in navigator)) return;
    navigator.storage.persist = () => {
      const seen = globalThis as { askedToKeep?: number };
      seen.askedToKeep = (seen.askedToKeep ?? 0) + 1;
      return Promise.resolve(true);
    };
  });
  await signInAs(page, day.origin, personaById('organizer01')?.name ?? '');
  await day.open(page, `/areas/gate/door/index?fairId=${fairId}`);
  await sees(page, '有网', /名单 .+ 版/);
  return page;
}

async function scanOne(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('号码，或用扫码枪', { exact: true }).filter({ visible: true }).first();
  await field.fill(code);
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('');
  await page.locator('.door-got.is-in:visible, .door-got.is-already:visible, .door-got.is-kept:visible').first().waitFor();
  await page.locator('.door-cam .spin').waitFor({ state: 'detached' });
}

/** The number the gate shows, if it was told one. */
async function shownNumber(page: Page): Promise<number | undefined> {
  const number = page.locator('.door-got-number:visible').first();
  return (await number.count()) ? Number(await number.innerText()) : undefined;
}

test('two gates lose the network in the middle of fifty scans of the same people: nobody is lost, nobody counted twice', async () => {
  const gates = [await gateDesk(), await gateDesk()];
  const cutAt = Math.floor(people / 2);
  /** Who was told a number while there was a network. */
  const told = new Map<string, number>();
  for (const n of Array.from({ length: people }, (_, at) => at)) {
    // the second gate meets the same people in another order
    const visitorAt = (at: number): number => (at ? people - 1 - n : n);
    const scans = gates.map((gate, at) => scanOne(gate, codeOfPerson(visitorAt(at))));
    // the cut comes while these two are on their way
    if (n === cutAt) await Promise.all(gates.map((gate) => setOffline(gate, true)));
    await Promise.all(scans);
    if (n >= cutAt) continue;
    for (const [at, gate] of gates.entries()) told.set(`visitor${String(visitorAt(at)).padStart(5, '0')}`, (await shownNumber(gate)) ?? 0);
  }
  for (const gate of gates) await sees(gate, '没网，照常用', /待传 \d+ 条/, /这台还有 \d+ 条没传/);
  await day.snap(gates[0] as Page, '21-gate-alone');
  await Promise.all(gates.map((gate) => setOffline(gate, false)));
  for (const gate of gates) {
    await expect.poll(() => gate.getByText('都传上去了').filter({ visible: true }).count(), { timeout: 40_000 }).toBe(1);
    await seesNot(gate, /没传成/);
  }
  // only these people: others of the fair may come onto the list at any moment, as the stream tells of them
  await expect.poll(async () => (await visitors()).length, { timeout: 20_000 }).toBe(people);
  const rows = await visitors();
  const numbers = (await roster()).map((row) => row.number);
  expect([new Set(rows.map((row) => row.workerId)).size, new Set(numbers).size]).toEqual([people, numbers.length]);
  expect(told.size).toBe(2 * cutAt);
  expect(rows.filter((row) => told.has(row.workerId)).map((row) => [row.workerId, row.number])).toEqual(
    rows.filter((row) => told.has(row.workerId)).map((row) => [row.workerId, told.get(row.workerId)]),
  );
});

const keysOf = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage));
const listsIn = async (page: Page): Promise<string[]> => (await keysOf(page)).filter((key) => /^gate-(snapshot|entries):/.test(key));

/** A forged code that was let in without network comes back refused: it does not go with the sign-out before somebody has looked at it. */
async function refusedIsSeenFirst(gate: Page): Promise<void> {
  const genuine = codeOfPerson(people + 7);
  await gate.context().route('**/api/**', (route) => route.abort());
  await scanOne(gate, `${genuine.slice(0, -1)}${genuine.endsWith('A') ? 'B' : 'A'}`);
  await gate.context().unroute('**/api/**');
  await sees(gate, /本机有 1 条没传成/);
  await day.open(gate, '/tabs/me/index');
  await tap(gate, '退出');
  await sees(gate, '门口有 1 条没传成，还没人看');
  await tap(gate, '知道了');
  await day.open(gate, `/areas/gate/refusals/index?fairId=${fairId}`);
  await tap(gate, '处理好了');
}

test('nobody signs out of a browser while somebody let in waits to be sent; afterwards nothing of the fair stays', async () => {
  const gate = await gateDesk();
  await gate.context().route('**/api/**', (route) => route.abort());
  await scanOne(gate, codeOfPerson(people + 1));
  await day.open(gate, '/tabs/me/index');
  await tap(gate, '退出');
  await sees(gate, '门口还有 1 条没传', /这里面有人，不能丢/);
  await day.snap(gate, '22-no-sign-out');
  await tap(gate, '知道了');
  expect((await keysOf(gate)).filter((key) => key.startsWith('outbox:'))).toHaveLength(1);
  expect(await keysOf(gate)).toContain('session');
  await gate.context().unroute('**/api/**');
  await day.open(gate, `/areas/gate/door/index?fairId=${fairId}`);
  await sees(gate, '都传上去了');
  await refusedIsSeenFirst(gate);
  await day.open(gate, '/tabs/me/index');
  await tap(gate, '退出');
  await gate.waitForURL((url) => url.hash.includes('/areas/desk/sign-in/'));
  expect([...(await listsIn(gate)), ...(await keysOf(gate)).filter((key) => key.startsWith('outbox:'))]).toEqual([]);
  await expect.poll(async () => (await visitors()).length, { timeout: 20_000 }).toBe(people + 1);
});

test('two hours after the fair a browser has dropped the list and what was done with it', async () => {
  const gate = await gateDesk();
  await scanOne(gate, codeOfPerson(people + 2));
  expect(await listsIn(gate)).toHaveLength(2);
  const { closesAt } = await day.deps.fairs.live(fairId as never);
  const after = (minutes: number): string => afterMinutes(closesAt, minutes);
  await gate.clock.setFixedTime(after(119));
  await day.open(gate, '/tabs/home/index');
  expect(await listsIn(gate)).toHaveLength(2);
  await gate.clock.setFixedTime(after(121));
  await day.open(gate, '/tabs/home/index');
  await expect.poll(() => listsIn(gate)).toEqual([]);
});

/** Closes the page and opens it again in the same browser, as who starts a laptop anew. */
async function startAgain(page: Page, address: string): Promise<Page> {
  const again = await page.context().newPage();
  await page.close();
  again.setDefaultTimeout(25_000);
  await again.clock.setFixedTime(day.clock.now);
  again.on('pageerror', (error) => day.faults.push(error.stack ?? error.message));
  await again.goto(`${day.origin}/#${address}`);
  return again;
}

/** Everything the browser keeps for the pages. */
const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });

test('a gate that is closed and opened without any network works on, and what it scanned goes up once', async () => {
  const online = await gateDesk();
  // it asked the browser not to forget what waits when room gets short
  await expect.poll(() => online.evaluate(() => (globalThis as { askedToKeep?: number }).askedToKeep)).toBe(1);
  await expect.poll(() => keptPaths(online).then((paths) => paths.length), { timeout: 20_000 }).toBeGreaterThan(100);
  await online.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await day.open(online, `/areas/gate/ready/index?fairId=${fairId}`);
  await sees(online, '断网也打得开');
  await setOffline(online, true);
  const gate = await startAgain(online, `/areas/gate/door/index?fairId=${fairId}`);
  await sees(gate, '没网，照常用', /名单 .+ 版/);
  await scanOne(gate, codeOfPerson(people));
  await gate.reload();
  await sees(gate, '没网，照常用', /待传 1 条/);
  await day.snap(gate, '22-gate-reopened');
  // the API, photographs and the worker itself are not kept
  expect((await keptPaths(gate)).filter((path) => path !== '/index.html' && !/^\/(js|css|static)\//.test(path))).toEqual([]);
  await setOffline(gate, false);
  await expect.poll(() => gate.getByText('都传上去了').filter({ visible: true }).count(), { timeout: 40_000 }).toBe(1);
  await expect.poll(async () => (await visitors()).filter(({ workerId }) => workerId.endsWith('25')).length, { timeout: 20_000 }).toBe(1);
});
