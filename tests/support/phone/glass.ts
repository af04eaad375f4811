import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { openScreen } from '../browser.ts';
import type { GlassAsk } from './glass/ask.ts';
import { packApp, packStyles } from './glass/pack.ts';
import { builtBase } from './wx-network.ts';

/** The phone's own looks: what WeChat gives every page before the mini-program's style sheets. */
const ground = `*{box-sizing:border-box}html,body{margin:0;height:100%;font-family:"PingFang SC","Noto Sans CJK SC",sans-serif}
#stack{position:absolute;inset:0;overflow:auto}view,scroll-view,swiper,swiper-item,page,cover-view{display:block}text{white-space:pre-line}scroll-view{overflow:auto}
input,textarea{border:0;outline:0;padding:0;width:100%;font:inherit;color:inherit;background:transparent;resize:none}
wx-button,wx-form,wx-input,wx-textarea,wx-picker,wx-label{display:block}wx-image{display:inline-block;width:320px;height:240px}wx-image img{width:100%;height:100%;display:block}
wx-button{text-align:center;width:100%;margin:0 auto;padding:0 14px;font-size:18px;line-height:2.55555556;border:1px solid rgba(0,0,0,.2);border-radius:5px;background:#f8f8f8;color:#000}
#tabs{position:fixed;bottom:0;left:0;right:0;display:flex;background:#fff;border-top:1px solid #ddd}#tabs div{flex:1;line-height:50px;text-align:center}#tabs:empty{display:none}body:has(#tabs:not(:empty)) #stack{bottom:50px}`;

const types: Record<string, string> = { '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg' };

async function runnerScript(): Promise<string> {
  const entry = path.join(import.meta.dirname, 'glass/runner-in-page.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false, logLevel: 'error' });
  return outputFiles[0]?.text ?? '';
}

const inScript = (text: string): string => text.replaceAll('</script', '<\\/script');

async function pageHtml(dist: string, ask: GlassAsk): Promise<string> {
  const given = JSON.stringify(ask).replaceAll('<', '\\u003c');
  const parts = ['<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'];
  parts.push(`<style>${ground}</style><style>${packStyles(dist)}</style><div id="stack"></div><div id="tabs"></div>`);
  parts.push(`<script>window.glass = ${given}</script><script>${inScript(await runnerScript())}</script>`);
  return parts.join('\n');
}

export interface GlassSetting {
  readonly dist: string;
  /** The local system's one address. */
  readonly origin: string;
  readonly persona: string;
  readonly now?: string;
}

/** The compiled WeChat build in Chromium, drawn from its real WXML and styles: to tap and to take pictures of. Tap with `{ force: true }`. */
export async function openGlass(browser: Browser, setting: GlassSetting) {
  const page = await openScreen(browser, 'phone', setting.now);
  const address = `${setting.origin}/glass`;
  await page.route(`${setting.origin}/**/art/**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/art\//, '');
    return route.fulfill({ body: readFileSync(path.join(setting.dist, 'art', name)), contentType: types[path.extname(name)] ?? 'application/octet-stream' });
  });

  async function launch(to: string, query: Record<string, string> = {}, scene = 1047): Promise<Page> {
    const ask: GlassAsk = {
      app: packApp(setting.dist),
      persona: setting.persona,
      builtBase,
      launch: { path: to, query, scene, referrerInfo: {} },
      inHand: undefined,
      faults: [],
    };
    const body = await pageHtml(setting.dist, ask);
    await page.unroute(address);
    await page.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await page.goto(address);
    return page;
  }

  return {
    page,
    launch,
    hold: (text: string) =>
      page.evaluate((code) => {
        window.glass.inHand = code;
      }, text),
    faults: () => page.evaluate(() => window.glass.faults),
  };
}
