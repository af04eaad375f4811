import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { outputFolder } from './builds.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Quiet, without what a headless run cannot have. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const screens = {
  phone: { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, hasTouch: false },
} as const;
export type Screen = keyof typeof screens;

const signInPage = '/#/areas/desk/sign-in/index';
/** Chromium says this of every answer that is a refusal. */
const refusalNote = 'Failed to load resource';

export function startBrowser(): Promise<Browser> {
  const executablePath = places.find(existsSync);
  if (!executablePath) throw new Error(`These tests need Chromium at one of: ${places.join(', ')}`);
  return chromium.launch({ executablePath, args: flags });
}

/** A phone or a desktop of somebody's own: nothing is shared with another one. `now` holds the page's clock; exceptions go to `faults`. */
export async function openScreen(browser: Browser, screen: Screen, now?: string, faults: string[] = []): Promise<Page> {
  const context = await browser.newContext({ ...screens[screen], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  if (now) await page.clock.setFixedTime(now);
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().startsWith(refusalNote)) faults.push(said.text());
  });
  return page;
}

/** Signs in through the picker that the local build shows, and waits until it has gone. */
export async function signInAs(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(origin + signInPage);
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => !url.hash.includes('/areas/desk/sign-in/'));
}

/** A picture of what is on the screen now, for a person to look at. */
export async function snap(page: Page, name: string): Promise<string> {
  const file = path.join(outputFolder, 'screens', `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true });
  return file;
}
