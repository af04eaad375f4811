/** What stands around the mini-program on one person's phone, as far as WeChat lets a mini-program see it. */
export interface PhoneSetting {
  /** Folder of the compiled mini-program. */
  readonly dist: string;
  /** The API that takes the place of the address built in. */
  readonly api: string;
  /** Origin of the stand-in of WeChat's server. */
  readonly sim: string;
  /** Whose WeChat this is. */
  readonly persona: string;
  /** The phone's clock, when it is not this machine's. */
  readonly now?: () => string;
  /** What the mini-program has in its storage from before, by key. */
  readonly kept?: Record<string, unknown>;
}

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  /** WeChat's number for the way in: 1047 a mini-program code, 1011 a QR code, 1001 the list of recent ones. */
  scene: number;
  referrerInfo: Record<string, never>;
}

/** A request that left the mini-program; `status` is missing when it never came through. */
export interface SentRequest {
  method: string;
  path: string;
  body: unknown;
  header: Record<string, string>;
  status?: number;
}

export type Listener = (told: unknown) => void;

export interface Handset {
  readonly setting: PhoneSetting;
  /** JSON text by key: nothing is shared with what the mini-program holds. */
  readonly storage: Map<string, string>;
  readonly listeners: Map<string, Set<Listener>>;
  readonly requests: SentRequest[];
  /** WeChat's own toasts, dialogs and clipboard. */
  readonly toasts: string[];
  readonly modals: string[];
  readonly clipboard: string[];
  /** What was handed to the phone itself: numbers to call, documents to open. */
  readonly handedOver: string[];
  /** Exceptions and whatever went to console.error. */
  readonly faults: string[];
  isOffline: boolean;
  /** Who answers in the wifi of the hall, by address as the phone sees it. */
  readonly hall: Map<string, string>;
  /** Nothing more can be written. */
  isStorageFull: boolean;
  /** Paths whose next answer is lost on the way back, although the server has done its part. */
  readonly lostReplies: string[];
  /** What the camera will see next; undefined: the person turns back. */
  inHand: string | undefined;
  /** Where the phone is; undefined: its owner does not let WeChat say it. */
  standsAt: { longitude: number; latitude: number } | undefined;
  /** WeChat's question before the first photograph or place: said yes to before, or still to be asked. */
  privacy: 'agreed' | 'asked';
  /** Photographs by their path on the phone. */
  readonly album: Map<string, Uint8Array>;
  /** The one that will be taken or picked next; undefined: the person turns back. */
  photo: string | undefined;
  entry: LaunchOptions;
  /** Work under way: requests, callbacks and short timers. */
  busy: number;
  setDataCalls: number;
  setDataBytes: number;
}

export function newHandset(setting: PhoneSetting): Handset {
  return {
    setting,
    storage: new Map(Object.entries(setting.kept ?? {}).map(([key, value]) => [key, JSON.stringify(value)])),
    listeners: new Map(),
    requests: [],
    toasts: [],
    modals: [],
    clipboard: [],
    handedOver: [],
    faults: [],
    isOffline: false,
    hall: new Map(),
    isStorageFull: false,
    lostReplies: [],
    inHand: undefined,
    standsAt: undefined,
    privacy: 'agreed',
    album: new Map(),
    photo: undefined,
    entry: { path: '', query: {}, scene: 1001, referrerInfo: {} },
    busy: 0,
    setDataCalls: 0,
    setDataBytes: 0,
  };
}

/** Runs a piece of the mini-program; what it throws is a fault of it, not of the test. */
export function guarded(handset: Handset, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    handset.faults.push(String((error as Error)?.stack ?? error));
  }
}

/** Runs it in a later turn, as every callback of WeChat comes. */
export function soon(handset: Handset, run: () => unknown): void {
  handset.busy += 1;
  setTimeout(() => {
    guarded(handset, run);
    handset.busy -= 1;
  }, 0);
}

/** The callbacks that every asynchronous call of wx takes. */
export interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (result: unknown) => void;
  complete?: (result: unknown) => void;
}

export function succeed(handset: Handset, callbacks: Callbacks | undefined, result: Record<string, unknown> = { errMsg: 'ok' }): void {
  soon(handset, () => {
    callbacks?.success?.(result);
    callbacks?.complete?.(result);
  });
}

export function fail(handset: Handset, callbacks: Callbacks | undefined, errMsg: string): void {
  soon(handset, () => {
    callbacks?.fail?.({ errMsg });
    callbacks?.complete?.({ errMsg });
  });
}

export function tell(handset: Handset, event: string, told: unknown): void {
  for (const listener of handset.listeners.get(event) ?? []) guarded(handset, () => listener(told));
}

type Said = { event: 'agree' | 'disagree'; buttonId?: string };

/** As WeChat does before a personal API: whoever listens is asked, and only a yes by the button that it knows opens the way. */
export function afterPrivacy(handset: Handset, callbacks: Callbacks | undefined, name: string, run: () => void): void {
  const asked = [...(handset.listeners.get('NeedPrivacyAuthorization') ?? [])];
  if (handset.privacy === 'agreed' || !asked.length) {
    run();
    return;
  }
  const answer = (said: Said): void => {
    const isYes = said.event === 'agree' && !!said.buttonId;
    if (isYes) handset.privacy = 'agreed';
    if (isYes) run();
    else fail(handset, callbacks, `${name}:fail privacy permission is not authorized`);
  };
  for (const listener of asked) soon(handset, () => listener(answer));
}
