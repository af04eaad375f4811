import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { snap, startBrowser } from '../support/browser.ts';
import { weappFolder } from '../support/builds.ts';
import { openGlass } from '../support/phone/glass.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await startWorld();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

test('the WeChat build, drawn from its own WXML and styles, checks somebody in with a tap', async () => {
  const { fair } = await world.anOpenFair();
  const glass = await openGlass(browser, { dist: weappFolder, origin: world.origin, persona: 'worker01', now: world.clock.now });
  const code = world.deps.codes.signAt('S', fair.fairId, 0);
  const page = await glass.launch('areas/fairs/landing/index', { scene: encodeURIComponent(code) });
  await page.getByText('确认签到').waitFor();
  await snap(page, 'wechat-landing');
  await page.getByText('确认签到').click({ force: true });
  await page.getByText('签到成功').waitFor();
  expect(await page.locator('.strip-digits').innerText()).toMatch(/^\d{4}$/);
  await snap(page, 'wechat-checked-in');
  expect(await glass.faults()).toEqual([]);
});
