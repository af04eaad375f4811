import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Day, startDay } from './day.ts';

let day: Day;
let fairId: string;
let scene: string;

beforeAll(async () => {
  day = await startDay();
  ({ fairId } = await day.openFair());
  scene = day.deps.codes.signAt('S', fairId as never, 0);
});
afterEach(() => expect(day.faults.splice(0)).toEqual([]));
afterAll(() => day.stop());

/** What the policy refused, and what the console says in red, are faults. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => console.error('policy', effectiveDirective, blockedURI));
  });
  page.on('console', (said) => {
    if (said.type() === 'error') day.faults.push(`${said.text()} ${said.location().url}`);
  });
}

/** Opens a page in the place of the one before and waits until it has its content. */
async function turnTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  const path = address.split('?')[0] ?? '';
  await page.waitForFunction(
    (here) => {
      const shown = [...document.querySelectorAll<HTMLElement>('.taro_page')].find((one) => one.id.startsWith(here) && one.offsetParent !== null);
      return shown !== undefined && shown.innerText.trim().length > 5 && !shown.querySelector('.sk');
    },
    path,
    { timeout: 20_000 },
  );
}

const ways: [who: string, persona: string, screen: 'phone' | 'desk', pages: () => string[]][] = [
  [
    'a worker',
    'worker01',
    'phone',
    () => [
      '/tabs/jobs/index',
      '/tabs/messages/index',
      '/tabs/me/index',
      '/areas/fairs/list/index',
      `/areas/fairs/landing/index?scene=${scene}`,
      `/areas/fairs/booths/index?fairId=${fairId}`,
      '/areas/workers/profile/index',
      '/areas/cards/given/index',
      '/areas/applications/mine/index',
      '/areas/rights/held/index',
      '/areas/rights/guide/index',
    ],
  ],
  [
    'a recruiter',
    'recruiter01',
    'phone',
    () => [
      '/areas/jobs/mine/index',
      '/areas/jobs/edit/index',
      '/areas/employers/mine/index',
      '/areas/employers/form/index',
      '/areas/employers/colleagues/index',
      `/areas/cards/booth/index?fairId=${fairId}&boothNo=3`,
      '/areas/applications/list/index',
      '/areas/interviews/slots/index',
      '/areas/imports/openings/index',
    ],
  ],
  [
    'an organizer',
    'organizer01',
    'desk',
    () => [
      '/areas/organize/fairs/index',
      `/areas/organize/edit/index?fairId=${fairId}`,
      `/areas/organize/booths/index?fairId=${fairId}`,
      `/areas/organize/publish/index?fairId=${fairId}`,
      `/areas/organize/devices/index?fairId=${fairId}`,
      `/areas/gate/ready/index?fairId=${fairId}`,
      `/areas/gate/door/index?fairId=${fairId}`,
      `/areas/gate/people/index?fairId=${fairId}`,
      `/areas/gate/screen/index?fairId=${fairId}`,
      `/areas/board/live/index?fairId=${fairId}`,
    ],
  ],
  [
    'an officer',
    'officer01',
    'desk',
    () => [
      '/areas/desk/today/index',
      '/areas/employers/verify/index',
      '/areas/complaints/decide/index',
      '/areas/people/skilled/index',
      '/areas/exports/lists/index',
      '/areas/pairings/list/index',
      '/areas/imports/people/index',
      '/areas/trust/log/index',
      '/areas/trust/roles/index',
    ],
  ],
];

test.each(ways)('the pages of %s need nothing that the policy refuses, and the console says no error', async (_, persona, screen, pages) => {
  const page = await day.sit(persona, screen);
  await watch(page);
  await page.reload();
  for (const address of pages()) await turnTo(page, address);
});

test('the policy bites: what is written into the page is not run, not evaluated and not fetched from elsewhere', async () => {
  const page = await day.screen('desk');
  await page.goto(day.origin);
  const got = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const said = (work: () => unknown): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          () => 'done',
          () => 'refused',
        );
    return [
      String((window as { ran?: boolean }).ran),
      // later: what drives the browser may itself evaluate
      await said(
        () =>
          new Promise((done, refuse) =>
            setTimeout(() => {
              try {
                done(new Function('return 1')());
              } catch (error) {
                refuse(error);
              }
            }),
          ),
      ),
      await said(() => fetch('https://example.com/')),
    ];
  });
  expect(got).toEqual(['undefined', 'refused', 'refused']);
  expect(day.faults.splice(0).length).toBeGreaterThanOrEqual(2);
});
