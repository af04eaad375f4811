import type { GlassPages } from './pages-in-page.ts';

interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (result: unknown) => void;
  complete?: (result: unknown) => void;
}
type Ask = Callbacks & { url: string; method?: string; data?: unknown; header?: Record<string, string>; key: string; delta?: number };

const later = (run: () => void): void => void setTimeout(run, 0);

function succeed(options: Callbacks | undefined, result: unknown = { errMsg: 'ok' }): void {
  later(() => {
    options?.success?.(result);
    options?.complete?.(result);
  });
}

function fail(options: Callbacks | undefined, errMsg: string): void {
  later(() => {
    options?.fail?.({ errMsg });
    options?.complete?.({ errMsg });
  });
}

async function send(url: string, { method = 'GET', data, header }: Partial<Ask>): Promise<unknown> {
  const body = method === 'GET' || data === undefined ? {} : { body: data instanceof ArrayBuffer ? data : JSON.stringify(data) };
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json', ...header }, ...body });
  const text = await answer.text();
  return {
    data: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    statusCode: answer.status,
    header: Object.fromEntries(answer.headers),
    errMsg: 'request:ok',
  };
}

function request(options: Ask): { abort: () => void } {
  send(options.url.replace(window.glass.builtBase, '/api'), options).then(
    (result) => succeed(options, result),
    (error: unknown) => fail(options, `request:fail ${error}`),
  );
  return { abort: () => undefined };
}

function login(options: Callbacks): void {
  send('/__sim/login', { method: 'POST', data: { user: window.glass.persona } }).then(
    (answer) => succeed(options, (answer as { data: unknown }).data),
    (error: unknown) => fail(options, `login:fail ${error}`),
  );
}

function screenFacts() {
  const { innerWidth: width, innerHeight: height } = window;
  const size = { screenWidth: width, screenHeight: height, windowWidth: width, windowHeight: height };
  const safeArea = { top: 20, bottom: height, left: 0, right: width, width, height: height - 20 };
  return {
    ...size,
    safeArea,
    brand: 'glass',
    model: 'glass',
    pixelRatio: 2,
    statusBarHeight: 20,
    language: 'zh_CN',
    version: '8.0.50',
    system: 'Android 8.1',
    platform: 'android',
    SDKVersion: '3.7.0',
    fontSizeSetting: 16,
  };
}

function device(): Record<string, unknown> {
  const capsule = () => ({ top: 24, bottom: 56, left: window.innerWidth - 94, right: window.innerWidth - 7, width: 87, height: 32 });
  const entry = () => window.glass.launch;
  const names = ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'];
  return {
    ...Object.fromEntries(names.map((name) => [name, screenFacts])),
    getMenuButtonBoundingClientRect: capsule,
    getLaunchOptionsSync: entry,
    getEnterOptionsSync: entry,
    getAccountInfoSync: () => ({ miniProgram: {} }),
    canIUse: () => true,
    nextTick: later,
    getNetworkType: (options: Callbacks) => succeed(options, { networkType: 'wifi' }),
    /** The page's own geolocation is where the phone is; without its owner's yes there is none. */
    getFuzzyLocation: (options: Callbacks) =>
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => succeed(options, { longitude: coords.longitude, latitude: coords.latitude }),
        () => fail(options, 'getFuzzyLocation:fail auth deny'),
        { timeout: 2000 },
      ),
    scanCode: (options: Callbacks) =>
      window.glass.inHand === undefined ? fail(options, 'scanCode:fail cancel') : succeed(options, { result: window.glass.inHand }),
  };
}

function storage(): Record<string, unknown> {
  const read = (key: string): unknown => JSON.parse(localStorage.getItem(key) ?? '""');
  const write = (key: string, value: unknown): void => localStorage.setItem(key, JSON.stringify(value) ?? '""');
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => localStorage.removeItem(key),
    getStorageInfoSync: () => ({ keys: Object.keys(localStorage), currentSize: 1, limitSize: 10_240 }),
    getStorage: (options: Ask) =>
      localStorage.getItem(options.key) === null ? fail(options, 'getStorage:fail data not found') : succeed(options, { data: read(options.key) }),
    setStorage(options: Ask) {
      write(options.key, options.data);
      succeed(options);
    },
  };
}

function moves(pages: () => GlassPages): Record<string, unknown> {
  const move = (options: Ask, go: () => void): void =>
    later(() => {
      try {
        go();
        succeed(options);
      } catch (error) {
        window.glass.faults.push(String((error as Error).stack));
        fail(options, String(error));
      }
    });
  return {
    navigateTo: (options: Ask) => move(options, () => pages().push(options.url)),
    redirectTo: (options: Ask) => move(options, () => pages().replace(options.url)),
    switchTab: (options: Ask) => move(options, () => pages().restart(options.url)),
    reLaunch: (options: Ask) => move(options, () => pages().restart(options.url)),
    navigateBack: (options: Ask) => move(options, () => pages().back()),
  };
}

const events = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize', 'NetworkStatusChange'];
const silent = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'pageScrollTo',
  'setClipboardData',
  'vibrateShort',
  'vibrateLong',
  'setKeepScreenOn',
];

/** `wx` for the runner in a real page: the same calls as on a phone, on top of what the browser has. */
export function wxInPage(pages: () => GlassPages): Record<string, unknown> {
  const deaf = events.flatMap((event) => [`on${event}`, `off${event}`]).map((name) => [name, () => undefined]);
  const done = silent.map((name) => [name, (options?: Callbacks) => succeed(options)]);
  return { ...Object.fromEntries([...deaf, ...done]), request, login, ...device(), ...storage(), ...moves(pages) };
}
