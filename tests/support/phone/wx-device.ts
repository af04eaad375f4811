import { randomBytes } from 'node:crypto';
import { afterPrivacy, type Callbacks, fail, type Handset, type Listener, succeed } from './handset.ts';
import { readAppJson } from './page-stack.ts';

const about = {
  brand: 'devtools',
  model: 'iPhone',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  windowWidth: 375,
  windowHeight: 603,
  statusBarHeight: 20,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'Android 8.1',
  platform: 'android',
  SDKVersion: '3.7.0',
  fontSizeSetting: 16,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
};
const capsule = { top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 };
const rect = { id: '', dataset: {}, width: 100, height: 40, top: 0, left: 0, right: 100, bottom: 40, scrollTop: 0, scrollLeft: 0 };

/** Without a screen there is no layout: every place is the same one. */
function selectorQuery(handset: Handset) {
  const asked: unknown[] = [];
  const ask = () => {
    asked.push(rect);
    return query;
  };
  const same = () => query;
  const exec = (done?: (found: unknown[]) => void) => void succeed(handset, { success: () => done?.(asked) });
  const query = {
    in: same,
    select: same,
    selectAll: same,
    selectViewport: same,
    boundingClientRect: ask,
    scrollOffset: ask,
    fields: ask,
    node: ask,
    context: ask,
    exec,
  };
  return query;
}

export function wxDevice(handset: Handset): Record<string, unknown> {
  const told = () => about;
  const account = { miniProgram: { appId: 'wx5a17e2b0c4d96f38', envVersion: 'release', version: '1.0.0' } };
  return {
    getSystemInfoSync: told,
    getWindowInfo: told,
    getDeviceInfo: told,
    getAppBaseInfo: told,
    getSystemInfo: (options: Callbacks) => succeed(handset, options, about),
    getMenuButtonBoundingClientRect: () => capsule,
    getLaunchOptionsSync: () => handset.entry,
    getEnterOptionsSync: () => handset.entry,
    getAccountInfoSync: () => account,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    nextTick: (run: () => void) => succeed(handset, { success: run }),
    createSelectorQuery: () => selectorQuery(handset),
  };
}

/** What the person says to each template, all of one tap. */
async function askToSubscribe(handset: Handset, tmplIds: readonly string[]): Promise<Record<string, string>> {
  handset.busy += 1;
  try {
    const answers = await Promise.all(
      tmplIds.map(async (tmplId) => {
        const { sim, persona } = handset.setting;
        const answer = await fetch(`${sim}/__sim/subscribe`, { method: 'POST', body: JSON.stringify({ user: persona, tmplId }) });
        return (await answer.json()) as Record<string, string>;
      }),
    );
    return Object.assign({}, ...answers) as Record<string, string>;
  } finally {
    handset.busy -= 1;
  }
}

const declaredPrivate = ({ setting }: Handset): string[] => readAppJson(setting.dist).requiredPrivateInfos ?? [];

/** What WeChat shows over the page, and the camera. */
export function wxDialogs(handset: Handset): Record<string, unknown> {
  const done = (options?: Callbacks) => succeed(handset, options);
  const silent = [
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'startPullDownRefresh',
    'stopPullDownRefresh',
    'pageScrollTo',
    'vibrateShort',
    'vibrateLong',
    'setKeepScreenOn',
    'setTabBarBadge',
    'removeTabBarBadge',
  ];
  return {
    ...Object.fromEntries(silent.map((name) => [name, done])),
    showToast(options: Callbacks & { title: string }) {
      handset.toasts.push(options.title);
      done(options);
    },
    showModal(options: Callbacks & { title?: string; content?: string }) {
      handset.modals.push([options.title, options.content].filter(Boolean).join('\n'));
      succeed(handset, options, { confirm: true, cancel: false, errMsg: 'showModal:ok' });
    },
    setClipboardData(options: Callbacks & { data: string }) {
      handset.clipboard.push(options.data);
      done(options);
    },
    makePhoneCall(options: Callbacks & { phoneNumber: string }) {
      handset.handedOver.push(options.phoneNumber);
      done(options);
    },
    addPhoneCalendar(options: Callbacks & { title: string; location?: string }) {
      handset.handedOver.push([options.title, options.location].filter(Boolean).join('\n'));
      done(options);
    },
    openDocument(options: Callbacks & { filePath: string }) {
      handset.handedOver.push(options.filePath);
      done(options);
    },
    /** WeChat's question: the stand-in knows what the person says, and counts each yes. */
    requestSubscribeMessage(options: Callbacks & { tmplIds: string[] }) {
      askToSubscribe(handset, options.tmplIds).then(
        (said) => succeed(handset, options, said),
        () => fail(handset, options, 'requestSubscribeMessage:fail'),
      );
    },
    getUserCryptoManager: () => ({
      getRandomValues: (options: Callbacks & { length: number }) =>
        succeed(handset, options, { randomValues: new Uint8Array(randomBytes(options.length)).buffer }),
    }),
    getBatteryInfo: (options: Callbacks) => succeed(handset, options, { level: 80, isCharging: false }),
    /** Only what app.json declares may be asked at all. */
    getFuzzyLocation(options: Callbacks) {
      if (!declaredPrivate(handset).includes('getFuzzyLocation'))
        fail(handset, options, 'getFuzzyLocation:fail the api need to be declared in the requiredPrivateInfos field');
      else
        afterPrivacy(handset, options, 'getFuzzyLocation', () => {
          if (handset.standsAt) succeed(handset, options, { ...handset.standsAt, errMsg: 'getFuzzyLocation:ok' });
          else fail(handset, options, 'getFuzzyLocation:fail auth deny');
        });
    },
    scanCode(options: Callbacks) {
      const result = handset.inHand;
      handset.inHand = undefined;
      if (result === undefined) fail(handset, options, 'scanCode:fail cancel');
      else succeed(handset, options, { result, scanType: 'QR_CODE', charSet: 'utf-8', rawData: '', errMsg: 'scanCode:ok' });
    },
  };
}

const events = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'WindowResize',
  'MemoryWarning',
  'NetworkStatusChange',
  'NetworkWeakChange',
  'NeedPrivacyAuthorization',
];

/** `wx.onX` and `wx.offX` for everything WeChat tells by itself. */
export function wxEvents({ listeners }: Handset): Record<string, unknown> {
  const calls: Record<string, unknown> = {};
  for (const event of events) {
    const heard = new Set<Listener>();
    listeners.set(event, heard);
    calls[`on${event}`] = (listener: Listener) => void heard.add(listener);
    calls[`off${event}`] = (listener?: Listener) => (listener ? void heard.delete(listener) : heard.clear());
  }
  return calls;
}
