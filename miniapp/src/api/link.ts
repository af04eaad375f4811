import { type HeardCall, isDownAfter, remembered } from '@shanhai/shared/rules/link.ts';
import Taro from '@tarojs/taro';
import { useEffect, useSyncExternalStore } from 'react';
import { call } from './call.ts';
import { keepIfRoom } from './kept.ts';
import { asRefusal, isPassing } from './refusal.ts';

export interface Link {
  /** The operator chose to work without network. */
  isForced: boolean;
  /** By the last calls, or by the operator's choice. */
  isDown: boolean;
}

const forcedKey = 'gate-alone';

const listeners = new Set<() => void>();
let last: HeardCall[] = [];
let isDown = false;
let link: Link = { isForced: Taro.getStorageSync<boolean | ''>(forcedKey) === true, isDown: false };
link = { ...link, isDown: link.isForced };

function put(isForced: boolean): void {
  const next = { isForced, isDown: isForced || isDown };
  if (next.isForced === link.isForced && next.isDown === link.isDown) return;
  link = next;
  for (const listener of listeners) listener();
}

function heard(one: HeardCall): void {
  last = [...last, one].slice(-remembered);
  const wasDown = isDown;
  isDown = isDownAfter(wasDown, last);
  // What was before the change says nothing about what comes after it.
  if (isDown !== wasDown) last = [];
  put(link.isForced);
}

/** The phone itself says that there is no network: no need to find out by failing. */
export function hearOfNetwork(isConnected: boolean): void {
  if (isConnected || isDown) return;
  isDown = true;
  last = [];
  put(link.isForced);
}

/** Makes a call and notes how it went. A refusal is an answer like any other. */
export async function metered<T>(ask: () => Promise<T>): Promise<T> {
  const from = Date.now();
  try {
    const answer = await ask();
    heard({ isGood: true, ms: Date.now() - from });
    return answer;
  } catch (error) {
    heard({ isGood: !isPassing(asRefusal(error)), ms: Date.now() - from });
    throw error;
  }
}

/** Asks the server when there is a network; undefined when it must be done without. A refusal is thrown as always. */
export async function withServer<T>(ask: () => Promise<T>): Promise<T | undefined> {
  if (link.isDown) return undefined;
  try {
    return await metered(ask);
  } catch (error) {
    if (isPassing(asRefusal(error))) return undefined;
    throw error;
  }
}

export function forceAlone(isForced: boolean): void {
  keepIfRoom(forcedKey, isForced);
  put(isForced);
}

export const linkNow = (): Link => link;

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useLink = (): Link => useSyncExternalStore(follow, linkNow, linkNow);

/** Does the device itself say that there is a network? A browser tells how fast its line is even when it is cut. */
export async function hasNetwork(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return navigator.onLine;
  return (await Taro.getNetworkType()).networkType !== 'none';
}

const probeEveryMs = 5000;

/** While the network is away: asks now and then whether it is back, and at once when the phone says so. */
export function useProbe(isAsking: boolean): void {
  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setInterval(() => void metered(() => call('system.health', {})).catch(() => undefined), probeEveryMs);
    return () => clearInterval(timer);
  }, [isAsking]);
  useEffect(() => {
    const told = ({ isConnected }: { isConnected: boolean }): void => {
      hearOfNetwork(isConnected);
      if (isConnected) for (const _ of [1, 2]) void metered(() => call('system.health', {})).catch(() => undefined);
    };
    void hasNetwork().then(hearOfNetwork);
    Taro.onNetworkStatusChange(told);
    return () => Taro.offNetworkStatusChange(told);
  }, []);
}
