import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { showToast } from './toast-store.ts';

/** What was scanned or typed: the 32 characters of a code, or a number of up to four digits. */
export type Scanned = { code: string; number?: undefined } | { number: number; code?: undefined };

export interface ScanAsk {
  /** 扫号码条 */
  title: string;
  hint?: string;
}

interface OpenScan extends ScanAsk {
  answer: (scanned: Scanned | undefined) => void;
}

/** Reads whatever a code holds: a plain link ending in `/c/<code>`, a mini-program path with `scene=`, the code itself, or a number. */
export function readScanned(text: string): Scanned | undefined {
  const plain = text.trim();
  if (/^\d{1,4}$/.test(plain)) return { number: Number(plain) };
  const code = /\/c\/([^/?#]+)/.exec(plain)?.[1] ?? /[?&]scene=([^&#]+)/.exec(plain)?.[1] ?? plain;
  return code ? { code: decodeURIComponent(code) } : undefined;
}

const listeners = new Set<() => void>();
let open: OpenScan | undefined;

function put(next: OpenScan | undefined): void {
  open = next;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useOpenScan = (): OpenScan | undefined =>
  useSyncExternalStore(
    follow,
    () => open,
    () => open,
  );

export function answerScan(text: string | undefined): void {
  const asked = open;
  put(undefined);
  asked?.answer(text === undefined ? undefined : readScanned(text));
}

async function scanInWechat(): Promise<Scanned | undefined> {
  try {
    const found = await Taro.scanCode({ scanType: ['qrCode'] });
    return readScanned((found as { path?: string }).path || found.result);
  } catch (error) {
    const isCancelled = String((error as { errMsg?: string }).errMsg).includes('cancel');
    if (!isCancelled) showToast('没扫到，再扫一次', 'stop');
    return undefined;
  }
}

/** Asks for a code: `const scanned = await scan({ title: '扫号码条' })`. Undefined when the person turned back. A browser asks in a sheet. */
export function scan(ask: ScanAsk): Promise<Scanned | undefined> {
  if (process.env.TARO_ENV === 'weapp') return scanInWechat();
  return new Promise((answer) => put({ ...ask, answer }));
}
