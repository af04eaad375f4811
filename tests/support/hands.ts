import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const settleMs = 60;

/** Pages that were left stay in the document; only what is to be seen counts. */
const shown = (found: Locator): Locator => found.filter({ visible: true });

/** Everything that can be tapped is a button, known by its words or by its spoken label. */
export function tappable(page: Page, words: string | RegExp): Locator {
  const byWords = page.locator('button').filter({ hasText: words });
  const byLabel = page.getByLabel(words, { exact: true }).and(page.locator('button'));
  return shown(byWords.or(byLabel)).first();
}

/** Taps what has come to rest: a part that has just appeared is moved once more in the document, and a tap in that moment is lost. */
export async function tap(page: Page, ...steps: (string | RegExp)[]): Promise<void> {
  for (const words of steps) {
    await tappable(page, words).waitFor();
    await page.waitForTimeout(settleMs);
    await tappable(page, words).click();
  }
}

/** Taps the button whose words are exactly these. */
export async function tapExactly(page: Page, words: string): Promise<void> {
  await shown(page.locator('button').filter({ hasText: new RegExp(`^\\s*${words}\\s*$`) }))
    .first()
    .click();
}

/** Types, and looks whether it stands there: a part that has just appeared is moved once more in the document, and what was typed in that moment is lost. */
export async function type(page: Page, label: string, value: string): Promise<void> {
  const field = shown(page.getByLabel(label, { exact: true })).first();
  const typed = async (): Promise<string> => {
    await field.fill(value);
    await page.waitForTimeout(settleMs);
    return field.inputValue();
  };
  await expect.poll(typed, { timeout: 20_000 }).toBe(value);
}

export async function pick(page: Page, label: string, words: string): Promise<void> {
  await shown(page.getByLabel(label, { exact: true }))
    .first()
    .selectOption({ label: words });
}

/** Waits until these words are on the page. */
export async function sees(page: Page, ...all: (string | RegExp)[]): Promise<void> {
  for (const words of all) await shown(page.getByText(words)).first().waitFor();
}

export async function seesNot(page: Page, words: string | RegExp): Promise<void> {
  await expect.poll(() => shown(page.getByText(words)).count(), { timeout: 20_000 }).toBe(0);
}

/** Taps, and gives the bytes of the file that comes down. */
export async function download(page: Page, words: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), tap(page, words)]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
