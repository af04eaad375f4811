import type { Output } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

export type Session = Output<'identity.signIn'>;

const keys = { session: 'session', device: 'device' };
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const listeners = new Set<() => void>();

const stillGood = (session: Session | ''): boolean => session !== '' && Date.parse(session.expiresAt) > Date.now();

function keptSession(): Session | undefined {
  const kept = Taro.getStorageSync<Session | ''>(keys.session);
  return kept !== '' && stillGood(kept) ? kept : undefined;
}

let current = keptSession();

/** Who is signed in here, and as what. */
export const sessionNow = (): Session | undefined => current;

export function keepSession(session: Session | undefined): void {
  current = session;
  if (session) Taro.setStorageSync(keys.session, session);
  else Taro.removeStorageSync(keys.session);
  for (const listener of listeners) listener();
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The session, followed: the page draws again when it changes. */
export const useSession = (): Session | undefined => useSyncExternalStore(onSession, sessionNow, sessionNow);

/** Letters that nobody else has drawn: for device ids and nonces. */
export const drawnLetters = (count: number): string => Array.from({ length: count }, () => letters[Math.floor(Math.random() * letters.length)]).join('');

/** The same for as long as this phone or browser keeps its storage. */
export function deviceId(): string {
  const kept = Taro.getStorageSync<string>(keys.device);
  if (kept) return kept;
  const drawn = drawnLetters(16);
  Taro.setStorageSync(keys.device, drawn);
  return drawn;
}
