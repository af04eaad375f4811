import { randomUUID } from 'node:crypto';
import { loadDemoWorld } from '@shanhai/infra/local/demo/load.ts';
import { startLocalSystem } from '@shanhai/infra/local/local-system.ts';
import { personaById } from '@shanhai/infra/local/wechat/personas.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { openScreen, type Screen, signInAs, snap, startBrowser } from '../support/browser.ts';
import { noon } from '../support/builders.ts';
import { h5Folder } from '../support/builds.ts';
import { type Actor, actorOf, call } from '../support/call.ts';
import { ownEngine } from '../support/engine.ts';
import { patient } from '../support/world.ts';

/** The demo world with its pages, on a table of its own, and a browser for everybody who takes part. */
export async function startDay() {
  const clock = { now: noon };
  const system = await startLocalSystem({
    engine: { endpoint: ownEngine() },
    plan: inject('plan'),
    ...patient,
    tableName: `day-${randomUUID()}`,
    h5Folder,
    given: { now: () => clock.now },
  });
  await loadDemoWorld(system.deps, system.secrets.wechatAppId);
  const browser = await startBrowser();
  const faults: string[] = [];
  const pages = new Map<string, Page>();
  const { origin } = system;

  /** A phone or desktop on which nobody is signed in. */
  const screen = (kind: Screen): Promise<Page> => openScreen(browser, kind, clock.now, faults);

  /** The screen of one persona, signed in at the first call. */
  async function sit(persona: string, kind: Screen = 'phone'): Promise<Page> {
    const key = `${persona} ${kind}`;
    const page = pages.get(key) ?? (await screen(kind));
    if (!pages.has(key)) await signInAs(page, origin, personaById(persona)?.name ?? persona);
    pages.set(key, page);
    return page;
  }

  async function actAs(persona: string, role: 'organizer' | 'officer', scope: string): Promise<Actor> {
    const reply = await fetch(`${system.wechatOrigin}/__sim/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: persona }),
    });
    const { code } = (await reply.json()) as { code: string };
    const person = actorOf(system.api, await call(system.api, 'identity.signIn', { code, deviceId: `device-${persona}` }));
    return actorOf(system.api, await person.call('identity.act', { role, scope }));
  }

  /** A fair of 罗平 that people can go to now. */
  async function openFair(): Promise<Fair> {
    const open = (await system.deps.fairs.published(clock.now)).find(
      (fair) => fair.hostRegion === '530324' && fair.opensAt <= clock.now && fair.closesAt > clock.now,
    );
    if (!open) throw new Error('The demo world has no open fair');
    return open;
  }

  return {
    ...system,
    clock,
    faults,
    screen,
    sit,
    openFair,
    /** The organizer's own client, for what no screen offers. */
    organizer: await actAs('organizer01', 'organizer', '530324'),
    /** Opens a page of the mini-program afresh. */
    open: async (page: Page, address: string): Promise<void> => {
      await page.goto('about:blank');
      await page.goto(`${origin}/#${address}`);
    },
    snap,
    /** A picture of every screen in use, when a step has failed. */
    snapAll: async (): Promise<void> => {
      for (const [who, page] of pages) await snap(page, `failed ${who}`);
    },
    async stop(): Promise<void> {
      await browser.close();
      await system.stop();
    },
  };
}
export type Day = Awaited<ReturnType<typeof startDay>>;
