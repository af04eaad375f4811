import { type Handset, type LaunchOptions, newHandset, type PhoneSetting, tell } from './handset.ts';
import { readTemplates } from './node-tree.ts';
import { openStack, type PageStack, readAppJson } from './page-stack.ts';
import { type PageView, viewPage } from './page-view.ts';
import { openRealm, type Realm } from './realm.ts';
import { wxDevice, wxDialogs, wxEvents } from './wx-device.ts';
import { wxFiles } from './wx-files.ts';
import { askWechat, wxNetwork } from './wx-network.ts';
import { wxPages } from './wx-pages.ts';
import { wxStorage } from './wx-storage.ts';

/** WeChat's numbers for the way in. */
const entries = { recent: 1001, miniCode: 1047 } as const;
const landing = 'areas/fairs/landing/index';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type AppObject = Record<string, unknown>;

/** The mini-program with its world: what `wx` offers, and what its files register. */
function start(handset: Handset) {
  const app = readAppJson(handset.setting.dist);
  let stack: PageStack | undefined;
  let realm: Realm | undefined;
  let appObject: AppObject = {};
  const parse = (text: string): unknown => realm?.parse(text);
  const wx = {
    ...wxDevice(handset),
    ...wxDialogs(handset),
    ...wxEvents(handset),
    ...wxFiles(handset),
    ...wxNetwork(handset, parse),
    ...wxStorage(handset, parse),
    ...wxPages(handset, () => stack as PageStack),
  };
  const registers = {
    App: (given: AppObject) => {
      appObject = given;
    },
    Page: (given: AppObject) => stack?.define(given),
    Component: () => undefined,
    Behavior: (given: unknown) => given,
    getApp: () => appObject,
    getCurrentPages: () => stack?.all() ?? [],
  };
  realm = openRealm(
    handset,
    { wx, ...registers },
    (app.subPackages ?? []).map((part) => part.root),
  );
  stack = openStack(handset, app, realm.load);
  realm.load('app.js');
  const runApp = (hook: string, given: LaunchOptions): void => {
    const run = appObject[hook];
    if (typeof run === 'function') run.call(appObject, given);
  };
  return { stack, realm, runApp };
}

/** WeChat with the mini-program in it, on the phone of one persona. */
export function openPhone(setting: PhoneSetting) {
  const handset = newHandset(setting);
  const templates = readTemplates(setting.dist);
  let running: ReturnType<typeof start> | undefined;

  /** Nothing under way any more: no request, no callback, no short timer. */
  async function settled(): Promise<void> {
    for (let quiet = 0, turns = 0; quiet < 3 && turns < 2000; turns += 1) {
      await pause(3);
      quiet = handset.busy === 0 ? quiet + 1 : 0;
    }
  }

  function page(): PageView {
    const top = running?.stack.top();
    if (!top) throw new Error('The mini-program is not open');
    return viewPage(top, { templates, settled, phoneCode: () => askWechat(handset, 'phone') });
  }

  /** Opens the mini-program at a page, cold or from the background. The values of `query` arrive as given: WeChat does not decode them. */
  async function launch(path: string, query: Record<string, string> = {}, scene: number = entries.recent): Promise<PageView> {
    handset.entry = { path, query, scene, referrerInfo: {} };
    const isCold = running === undefined;
    running ??= start(handset);
    if (isCold) running.runApp('onLaunch', handset.entry);
    running.runApp('onShow', handset.entry);
    tell(handset, 'AppShow', handset.entry);
    const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`);
    running.stack.reLaunch(pairs.length ? `${path}?${pairs.join('&')}` : path);
    await settled();
    return page();
  }

  return {
    launch,
    page,
    settled,
    /** Scans a printed code with WeChat's own camera: it opens the fair's page with the code as scene. */
    scanPoster: (code: string): Promise<PageView> => launch(landing, { scene: encodeURIComponent(code) }, entries.miniCode),
    /** Holds a code before the mini-program's next scan. */
    hold(text: string): void {
      handset.inHand = text;
    },
    /** The phone is there, and its owner lets WeChat say so. */
    standAt(east: number, north: number): void {
      handset.standsAt = { longitude: east, latitude: north };
    },
    /** WeChat has not asked this person yet: it will, before the first photograph or place. */
    neverAsked(): void {
      handset.privacy = 'asked';
    },
    get privacy() {
      return handset.privacy;
    },
    /** Holds a photograph ready for the mini-program's next choice. */
    photograph(bytes: Uint8Array): void {
      handset.photo = `wxfile://tmp_${handset.album.size + 1}.jpg`;
      handset.album.set(handset.photo, bytes);
    },
    setOffline(isOffline: boolean): void {
      handset.isOffline = isOffline;
      tell(handset, 'NetworkStatusChange', { isConnected: !isOffline, networkType: isOffline ? 'none' : 'wifi' });
    },
    /** In the wifi of a hall, where something answers at this address; without an origin it is gone. */
    inHall(address: string, origin: string | undefined): void {
      if (origin) handset.hall.set(address, origin);
      else handset.hall.delete(address);
    },
    /** The next answer of this path is lost on the way back. */
    loseReply(path: string): void {
      handset.lostReplies.push(path);
    },
    fillStorage(isFull: boolean): void {
      handset.isStorageFull = isFull;
    },
    /** What the mini-program has written, as text by key. */
    storage: handset.storage,
    /** The app is thrown out of memory: only its storage stays. */
    kill(): void {
      running?.realm.close();
      for (const heard of handset.listeners.values()) heard.clear();
      running = undefined;
    },
    async back(): Promise<PageView> {
      running?.stack.navigateBack();
      await settled();
      return page();
    },
    async pullDown(): Promise<void> {
      running?.stack.run(running.stack.top(), 'onPullDownRefresh');
      await settled();
    },
    /** Waits for words that come by themselves: after a retry, from the stream. */
    async until(words: string, mostMs = 5000): Promise<PageView> {
      for (const from = performance.now(); performance.now() - from < mostMs; await pause(20)) if (page().has(words)) return page();
      throw new Error(`${words} did not come. The page says:\n${page().text()}`);
    },
    /** Every page the mini-program declares. */
    get routes(): string[] {
      return running?.stack.routes ?? [];
    },
    get requests() {
      return handset.requests;
    },
    get toasts() {
      return handset.toasts;
    },
    get modals() {
      return handset.modals;
    },
    get clipboard() {
      return handset.clipboard;
    },
    get handedOver() {
      return handset.handedOver;
    },
    get faults() {
      return handset.faults;
    },
    get setDataBytes() {
      return handset.setDataBytes;
    },
    get setDataCalls() {
      return handset.setDataCalls;
    },
    close(): void {
      handset.isOffline = true;
      running?.realm.close();
    },
  };
}
export type Phone = ReturnType<typeof openPhone>;
