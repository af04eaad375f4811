import type { Sent } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { keepIfRoom } from '../api/kept.ts';
import { metered, withServer } from '../api/link.ts';
import { asRefusal, refusalOf } from '../api/refusal.ts';
import { deviceId } from '../api/session-store.ts';

export type Lamp = NonNullable<Sent<'devices.report'>['lamp']>;
/** What a device says of itself beside what its place knows. */
interface Standing {
  deviceId: string;
  appVersion: string;
  skewMs?: number;
  lamp?: Lamp;
  isDone?: boolean;
}

/** A kind of place at which this device may work. */
interface Reporting<P> {
  /** Under which it is remembered that this device was taken out of service there. */
  revokedKey: (place: P) => string;
  send: (place: P, said: Standing) => Promise<{ now: string }>;
  /** What must not stay on a device that was taken out of service. */
  onRevoked?: (place: P) => void;
}

const listeners = new Set<() => void>();
function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
/** For as long as the app runs: a full phone remembers it no longer than that. */
const heardNow = new Map<string, boolean>();
const isRevokedNow = (key: string): boolean => heardNow.get(key) ?? Taro.getStorageSync<boolean | ''>(key) === true;

/** Whether this device is in service at a place, as far as it has heard. */
function serviceAt<P>({ revokedKey, onRevoked }: Pick<Reporting<P>, 'revokedKey' | 'onRevoked'>) {
  function put(place: P, isRevoked: boolean): void {
    if (isRevoked) onRevoked?.(place);
    const key = revokedKey(place);
    if (isRevokedNow(key) === isRevoked) return;
    heardNow.set(key, isRevoked);
    if (isRevoked) keepIfRoom(key, true);
    else Taro.removeStorageSync(key);
    for (const listener of listeners) listener();
  }
  return {
    isIn: (place: P): void => put(place, false),

    /** Hears out of any refusal that it was taken out. */
    note(place: P, error: unknown): void {
      if (asRefusal(error).code === 'device_revoked') put(place, true);
    },

    /** One that was taken out does nothing more here, with or without network; what it holds stays. */
    requireInService(place: P): void {
      if (isRevokedNow(revokedKey(place))) throw refusalOf('device_revoked');
    },

    useRevoked: (place: P): boolean =>
      useSyncExternalStore(
        follow,
        () => isRevokedNow(revokedKey(place)),
        () => false,
      ),
  };
}

/** How this device stands among the others of a fair: told to the registry, and what the registry says of it. */
export function deviceReports<P>({ send, ...reporting }: Reporting<P>) {
  /** How far this device's clock is ahead of the server's, as last measured. */
  let skewMs: number | undefined;
  let lamp: Lamp | undefined;
  const { isIn, ...service } = serviceAt(reporting);
  const skewNow = (): number | undefined => skewMs;

  return {
    ...service,

    /** An act: asks the server where there is a network; undefined when this device must judge by itself, which one out of service may not. */
    async actWithServer<T>(place: P, ask: () => Promise<T>): Promise<T | undefined> {
      const answer = await withServer(ask).catch((error: unknown) => {
        service.note(place, error);
        throw error;
      });
      if (answer === undefined) service.requireInService(place);
      return answer;
    },

    /** How far this device's clock is off, as last measured. */
    useSkew: (): number | undefined => useSyncExternalStore(follow, skewNow, skewNow),

    /** Tells the registry how this device stands; the round trip measures its clock. Throws a refusal. */
    async report(place: P, said: { lamp?: Lamp; isDone?: boolean } = {}): Promise<number | undefined> {
      if (said.lamp) lamp = said.lamp;
      const standing = { deviceId: deviceId(), appVersion: APP_VERSION, ...(skewMs !== undefined && { skewMs }), ...(lamp && { lamp }), ...said };
      const from = Date.now();
      try {
        const { now } = await metered(() => send(place, standing));
        skewMs = Math.round((from + Date.now()) / 2 - Date.parse(now));
        isIn(place);
        for (const listener of listeners) listener();
        return skewMs;
      } catch (error) {
        service.note(place, error);
        throw error;
      }
    },
  };
}

const reportEveryMs = 30_000;
const settleMs = 1500;

/** Says how this device stands: when what waits on it changes (`news`), and every half minute. Not while `at` is empty. */
export function useReports(at: string, news: string, isDown: boolean, report: () => Promise<unknown>): void {
  const last = useRef('');
  const latest = useRef(report);
  latest.current = report;
  useEffect(() => {
    if (isDown || !at) return undefined;
    const say = (): void => void latest.current().catch(() => undefined);
    const soon = last.current === news ? undefined : setTimeout(say, settleMs);
    last.current = news;
    const timer = setInterval(say, reportEveryMs);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [at, isDown, news]);
}
