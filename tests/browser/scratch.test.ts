import { expect, test } from 'vitest';
import { h5Folder } from '../support/builds.ts';
import { openScreen, signInAs, snap, startBrowser } from '../support/browser.ts';
import { renderPdf, codeIn, codesOnSheet } from '../support/paper.ts';
import { startWorld } from '../support/world.ts';
import { startLocalSystem } from '@shanhai/infra/local/local-system.ts';
import { inject } from 'vitest';
test('x', async () => {
  const world = await startWorld();
  const { fair, organizer } = await world.anOpenFair();
  const pack = await organizer.call('fairs.printPack', { fairId: fair.fairId, strips: 40 });
  const pages = renderPdf(Buffer.from(pack.pdfBase64, 'base64'), 'scratch');
  for (const p of pages) console.log(p, codeIn(p), codesOnSheet(p).length);
  const system = await startLocalSystem({ engine: { endpoint: inject('endpoint') }, plan: inject('plan'), tableName: 't-scratch', h5Folder, given: { now: () => world.clock.now } });
  const browser = await startBrowser();
  const { page, faults } = await openScreen(browser, 'phone', world.clock.now);
  page.on('console', m => console.log('C', m.text())); page.on('response', r => { if (r.status() >= 400) console.log(r.status(), r.url()); });
  try { await signInAs(page, system.origin, '杨桂兰'); } catch (e) { console.log(String(e).slice(0, 500)); }
  console.log(page.url(), await page.innerText('body'), faults);
  await snap(page, 'scratch');
  await browser.close(); await system.stop(); await world.stop();
});
