import { clockAheadMinutes, listGraceMs, queueDays } from './gate.ts';

/** The devices at a fair's gates and booths: whether one is heard of, and how many people those at the gates may still hold. */

/** A device that said nothing for so long is silent; one at work speaks every half minute. */
export const silentMinutes = 2;
/** As fast as people can be let in at one device: scan, look, next. */
export const mostPerMinute = 20;
/** Beyond this a bound by pace says nothing any more. */
export const boundMinutes = 30;
/** A device that has nothing new to say is written down this seldom. */
export const renewSeconds = 30;
/** How far a device's clock may be from the server's. */
export const clockSeconds = 60;

export const lampStates = ['ok', 'wait', 'stop'] as const;
export type LampState = (typeof lampStates)[number];
export const lampChecks = ['roster', 'clock', 'storage', 'scan', 'battery', 'queue', 'pages'] as const;
export type LampCheck = (typeof lampChecks)[number];

/** Where a device works; one that does not say is at a gate. */
export const deviceKinds = ['gate', 'booth'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** What the registry knows of a device. */
export interface HeardOf {
  kind?: DeviceKind | undefined;
  seenAt: string;
  /** Actions that wait on it, and how many of them may bring somebody in, at its last report. */
  queue: number;
  people: number;
  revokedAt?: string | undefined;
  /** Somebody ended its work, with nothing left on it. */
  doneAt?: string | undefined;
  /** How far its clock is ahead of the server's, as far as it said. */
  skewMs?: number | undefined;
  /** Empty when it never reported: an earlier version, whose silence means nothing. */
  appVersion: string;
}

const minutesSince = (at: string, now: string): number => Math.max(0, (Date.parse(now) - Date.parse(at)) / 60_000);
const isAtWork = ({ revokedAt, doneAt, appVersion }: HeardOf): boolean => !revokedAt && !doneAt && appVersion !== '';

/** Said nothing for more than two minutes although it is at work. */
export const isSilent = (device: HeardOf, now: string): boolean => isAtWork(device) && minutesSince(device.seenAt, now) > silentMinutes;

/**
 * Whatever still lies on it would be refused: it dropped its list two hours after the fair and could let nobody in from then on, by a clock that
 * may be off, and of what is older than a week nothing is taken.
 */
function isTooLate({ skewMs = 0 }: HeardOf, now: string, { closesAt }: { closesAt: string }): boolean {
  const lastIn = Date.parse(closesAt) + listGraceMs + clockAheadMinutes * 60_000 + Math.max(0, -skewMs);
  return Date.parse(now) > lastIn + queueDays * 86_400_000;
}

/** What is not in the count yet: on how many devices, and how many people at most. */
export interface MayAdd {
  devices: number;
  people: number;
  /** Devices silent for so long that nothing can be said of them, and for how long. */
  unheard?: { devices: number; minutes: number } | undefined;
}

/**
 * How many people may still come on top of the figure. A device that is heard of holds what it said; one that is silent holds that and
 * at most twenty people for every minute of its silence; one silent for more than half an hour is bounded by nothing, and is named instead.
 * Nobody comes in at a booth: what waits there adds nobody. Holds for everybody let in up to two minutes ago by a device of the registry; docs/decisions/0023-devices.md says for whom it does not.
 */
export function mayAddOf(devices: readonly HeardOf[], now: string, fair?: { closesAt: string }): MayAdd | undefined {
  const unsynced = devices.filter((d) => d.kind !== 'booth' && (d.people > 0 || isSilent(d, now)) && !(fair && isTooLate(d, now, fair)));
  if (unsynced.length === 0) return undefined;
  const unheard = unsynced.filter((d) => isSilent(d, now) && minutesSince(d.seenAt, now) > boundMinutes);
  const held = (d: HeardOf): number => d.people + (isSilent(d, now) && !unheard.includes(d) ? Math.ceil(minutesSince(d.seenAt, now) * mostPerMinute) : 0);
  const minutes = Math.floor(Math.max(0, ...unheard.map((d) => minutesSince(d.seenAt, now))));
  return {
    devices: unsynced.length,
    people: unsynced.reduce((sum, d) => sum + held(d), 0),
    ...(unheard.length ? { unheard: { devices: unheard.length, minutes } } : {}),
  };
}

interface Entry {
  kind: DeviceKind;
  /** Whose booth it is. */
  employerId?: string | undefined;
}
/** A device names itself. So no booth takes over the entry of a gate's device, or of another employer's, while that one is at work. */
export function isTakenOver(before: Entry & Pick<HeardOf, 'seenAt' | 'doneAt'>, said: Entry, now: string): boolean {
  if (said.kind !== 'booth' || before.doneAt || minutesSince(before.seenAt, now) > boundMinutes) return false;
  return before.kind !== 'booth' || before.employerId !== said.employerId;
}

/** Minutes as somebody says them: nobody counts a day in minutes. */
function longWords(minutes: number): string {
  if (minutes < 120) return `${minutes} 分钟`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / (24 * 60))} 天`;
}

/** 3 台未同步，最多再加 47. Where nothing bounds it, that is said. */
export function mayAddWords(may: MayAdd | undefined): string | undefined {
  if (!may) return undefined;
  if (!may.unheard) return `${may.devices} 台未同步，最多再加 ${may.people}`;
  return `${may.devices} 台未同步，其中 ${may.unheard.devices} 台 ${longWords(may.unheard.minutes)}没消息，再加多少说不准`;
}

/** Said anything new, or nothing for half a minute: only then it is written down. */
export function isNews<Said extends object>(before: (Said & { seenAt: string }) | undefined, said: Said, now: string): boolean {
  if (!before || Date.parse(now) - Date.parse(before.seenAt) >= renewSeconds * 1000) return true;
  return Object.entries(said).some(([field, value]) => JSON.stringify(before[field as keyof Said]) !== JSON.stringify(value));
}

/** What a device measured of itself before opening. Unknown is left out. */
export interface Measured {
  /** When its list was loaded. */
  rosterAt?: string | undefined;
  skewMs?: number | undefined;
  /** Room for a day's queue was there when it was tried. */
  hasRoom: boolean;
  hasScanned: boolean;
  /** 0 to 100. */
  battery?: number | undefined;
  isCharging?: boolean | undefined;
  queue: number;
  /** In a browser: the pages lie here too and open without network. The mini-program always does. */
  hasPages?: boolean | undefined;
}

export interface Check {
  check: LampCheck;
  state: LampState;
  /** What is so, and what to do about it. */
  words: string;
  todo?: string;
}

const rosterFreshMinutes = 10;
const [batteryLow, batteryFair] = [20, 50];

function rosterCheck({ rosterAt }: Measured, now: string): Check {
  if (!rosterAt) return { check: 'roster', state: 'stop', words: '名单没存到这台', todo: '连上网，点“再查一遍”' };
  if (minutesSince(rosterAt, now) > rosterFreshMinutes) return { check: 'roster', state: 'wait', words: '名单旧了', todo: '连上网，点“再查一遍”' };
  return { check: 'roster', state: 'ok', words: '名单是最新的' };
}

function clockCheck({ skewMs }: Measured): Check {
  if (skewMs === undefined) return { check: 'clock', state: 'wait', words: '时间没对过', todo: '连上网，点“再查一遍”' };
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) < clockSeconds * 1000) return { check: 'clock', state: 'ok', words: seconds ? `时间差 ${seconds} 秒，可以` : '时间对' };
  return { check: 'clock', state: 'stop', words: `时间${skewMs > 0 ? '快' : '慢'}了 ${seconds} 秒`, todo: '到手机设置里打开“自动设置时间”' };
}

function batteryCheck({ battery, isCharging }: Measured): Check {
  if (battery === undefined) return { check: 'battery', state: 'wait', words: '电量看不到', todo: '自己看一眼，少于一半就插上电' };
  const words = `电量 ${battery}%${isCharging ? '，在充' : ''}`;
  if (isCharging || battery >= batteryFair) return { check: 'battery', state: 'ok', words };
  return { check: 'battery', state: battery < batteryLow ? 'stop' : 'wait', words, todo: '插上电，或带上充电宝' };
}

function queueCheck({ queue }: Measured): Check {
  if (queue === 0) return { check: 'queue', state: 'ok', words: '都传上去了' };
  return { check: 'queue', state: 'wait', words: `还有 ${queue} 条没传`, todo: '连上网等它传完，或交给同事' };
}

function pagesChecks({ hasPages }: Measured): Check[] {
  if (hasPages === undefined) return [];
  if (hasPages) return [{ check: 'pages', state: 'ok', words: '断网也打得开' }];
  return [{ check: 'pages', state: 'wait', words: '断网后关掉就打不开', todo: '连着网等一分钟，点“再查一遍”；在这之前别关网页' }];
}

/** Is this device ready to open? Each part with its state, what is so, and what to do. */
export function checksOf(measured: Measured, now: string): Check[] {
  const { hasRoom, hasScanned } = measured;
  return [
    rosterCheck(measured, now),
    clockCheck(measured),
    hasRoom ? { check: 'storage', state: 'ok', words: '存得下' } : { check: 'storage', state: 'stop', words: '手机快存满了', todo: '删些照片、视频，再查一遍' },
    hasScanned
      ? { check: 'scan', state: 'ok', words: '扫码试过了' }
      : { check: 'scan', state: 'wait', words: '扫码没试过', todo: '随便扫一张号码条试试，不算进场' },
    batteryCheck(measured),
    queueCheck(measured),
    ...pagesChecks(measured),
  ];
}

/** One lamp for all of them: the worst of its parts. */
export function lampOf(checks: readonly { state: LampState }[]): LampState {
  if (checks.some(({ state }) => state === 'stop')) return 'stop';
  return checks.some(({ state }) => state === 'wait') ? 'wait' : 'ok';
}

/** What a person calls a device: nobody reads sixteen letters. */
export const deviceName = (deviceId: string): string => `尾号 ${deviceId.slice(-4)}`;
