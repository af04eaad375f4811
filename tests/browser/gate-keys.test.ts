import { personaById } from '@shanhai/infra/local/wechat/personas.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { bounceMs } from '@shanhai/shared/rules/scanner.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../support/browser.ts';
import { sees } from '../support/hands.ts';
import { type Day, startDay } from './day.ts';

declare global {
  interface Window {
    heard: number[];
  }
}

let day: Day;
let fairId: FairId;
let desk: Page;

beforeAll(async () => {
  day = await startDay();
  ({ fairId } = await day.openFair());
  desk = await day.screen('desk');
  // a machine without loudspeakers: what would sound is written down
  await desk.addInitScript(() => {
    window.heard = [];
    const knob = { value: 0 };
    const part = () => ({ gain: { ...knob }, frequency: { ...knob }, connect: () => undefined, stop: () => undefined });
    class Deaf {
      currentTime = 0;
      destination = {};
      resume = () => Promise.resolve();
      createGain = part;
      createOscillator = () => {
        const made = { ...part(), start: () => window.heard.push(made.frequency.value) };
        return made;
      };
    }
    Object.assign(window, { AudioContext: Deaf });
  });
  await signInAs(desk, day.origin, personaById('organizer01')?.name ?? '');
  await day.open(desk, `/areas/gate/door/index?fairId=${fairId}`);
  await sees(desk, '有网', /名单 .+ 版/);
});
afterEach(() => expect(day.faults.splice(0)).toEqual([]));
afterAll(() => day.stop());

const codeOf = (n: number): string => `${day.origin}/c/${day.deps.codes.sign('P', `scanned${String(n).padStart(5, '0')}`)}`;
/** A scanner types within milliseconds and presses Enter; it does not look where the cursor is. */
async function scan(...texts: string[]): Promise<void> {
  for (const text of texts) {
    await desk.keyboard.type(text);
    await desk.keyboard.press('Enter');
  }
}
const heard = (): Promise<number[]> => desk.evaluate(() => window.heard.splice(0));
const got = (kind: string) => desk.locator(`.door-got.is-${kind}:visible`).first();
const focused = (): Promise<string> => desk.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const field = '号码，或用扫码枪';
const isIn = async (n: number): Promise<boolean> => (await day.deps.attendance.find(`scanned${String(n).padStart(5, '0')}` as never, fairId)) !== undefined;

test('a shift at the gate needs no mouse: the field has the cursor, Enter judges, and each outcome sounds different', async () => {
  await expect.poll(focused).toBe(field);
  await scan(codeOf(1));
  await got('in').waitFor();
  const letIn = await heard();
  await desk.waitForTimeout(bounceMs + 100);
  await scan(codeOf(1));
  await got('already').waitFor();
  const again = await heard();
  await scan('9998');
  await got('refused').waitFor();
  const refused = await heard();
  expect([letIn.length, again.length, refused.length]).toEqual([1, 2, 1]);
  expect(new Set([letIn[0], again[0], refused[0]]).size).toBe(3);
  expect(await focused()).toBe(field);
  await day.snap(desk, '22-gate-keys');
});

test('scans that come faster than answers are all judged, one by one, and a trigger that bounces is one scan', async () => {
  await scan(codeOf(2), codeOf(3), codeOf(4), codeOf(4), codeOf(5));
  await expect.poll(async () => (await Promise.all([2, 3, 4, 5].map(isIn))).every(Boolean)).toBe(true);
  await expect.poll(async () => (await desk.evaluate(() => window.heard)).length).toBe(4);
  expect(new Set(await heard()).size).toBe(1);
});

test('the cursor comes back after a click, and letters typed elsewhere go into the field', async () => {
  await desk.getByText('没网模式').filter({ visible: true }).first().click();
  await sees(desk, '没网，照常用');
  await expect.poll(focused).toBe(field);
  await scan(codeOf(6));
  await got('kept').waitFor();
  expect((await heard()).length).toBe(2);
  await desk.getByText('没网模式').filter({ visible: true }).first().click();
  await sees(desk, '有网', '都传上去了');
  await expect.poll(focused).toBe(field);
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Tab');
  expect(await focused()).not.toBe(field);
  await expect.poll(() => desk.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe('none');
  await scan(codeOf(7));
  await expect.poll(() => isIn(7)).toBe(true);
  expect(await focused()).toBe(field);
});

test('F9 mutes, F8 changes the gate, F4 takes back, F2 registers somebody without a phone, Esc comes back', async () => {
  // what was scanned before may still be heard
  await desk.waitForTimeout(800);
  await desk.keyboard.press('F9');
  await desk.waitForTimeout(200);
  await heard();
  await scan(codeOf(8));
  await expect.poll(() => isIn(8)).toBe(true);
  await got('in').waitFor();
  expect(await heard()).toEqual([]);
  await desk.keyboard.press('F9');
  const { number } = (await day.deps.attendance.find('scanned00008' as never, fairId)) ?? { number: 0 };
  // the list is a second behind
  await expect.poll(async () => (await day.deps.attendance.carrierOf(fairId, number)) !== undefined).toBe(true);
  await desk.keyboard.press('F4');
  await got('undone').waitFor();
  expect(await isIn(8)).toBe(false);
  await desk.keyboard.press('F8');
  await sees(desk, '西门签到');
  await scan(codeOf(9));
  await expect.poll(async () => (await day.deps.attendance.find('scanned00009' as never, fairId))?.gate).toBe('西门');
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Escape');
  expect(await focused()).toBe(field);
  await desk.keyboard.press('F2');
  await sees(desk, '姓名');
});
