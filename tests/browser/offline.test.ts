import { personaById } from '@shanhai/infra/local/wechat/personas.ts';
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
  const open = (await day.deps.fairs.published(day.clock.now)).find(
    (fair) => fair.hostRegion === '530324' && fair.opensAt <= day.clock.now && fair.closesAt > day.clock.now,
  );
  if (!open) throw new Error('The demo world has no open fair');
  fairId = open.fairId;
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

test('two gates lose the network in the middle of fifty scans of the same people: nobody is lost, nobody counted twice', async () => {
  const gates = [await gateDesk(), await gateDesk()];
  for (const n of Array.from({ length: people }, (_, at) => at)) {
    if (n === 8) await Promise.all(gates.map((gate) => setOffline(gate, true)));
    // the second gate meets the same people in another order
    await Promise.all(gates.map((gate, at) => scanOne(gate, codeOfPerson(at ? people - 1 - n : n))));
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
  const numbers = (await roster()).map((row) => row.number);
  expect([new Set((await visitors()).map((row) => row.workerId)).size, new Set(numbers).size]).toEqual([people, numbers.length]);
});
