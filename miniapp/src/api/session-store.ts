import type { Output } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { keepIfRoom } from './kept.ts';

export type Session = Output<'identity.signIn'>;

const keys = { session: 'session', device: 'device', acted: 'acted' };
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const listeners = new Set<() => void>();

const stillGood = (session: Session | ''): boolean => session !== '' && Date.parse(session.expiresAt) > Date.now();

function keptSession(): Session | undefined {
  const kept = Taro.getStorageSync<Session | ''>(keys.session);
  return kept !== '' && stillGood(kept) ? kept : undefined;
}

let current = keptSession();

/** Whoever was here last, and as what. */
export interface Acted {
  workerId: string;
  role: Session['acting']['role'];
  scope?: string | undefined;
}

/** Outlives the session, so that a device at work finds itself in the same role when a new one is given. */
export const actedLast = (): Acted | undefined => Taro.getStorageSync<Acted | ''>(keys.acted) || undefined;

function keepActed({ workerId, acting: { role, scope } }: Session): void {
  const last = actedLast();
  if (last?.workerId !== workerId || last.role !== role || last.scope !== scope) keepIfRoom(keys.acted, { workerId, role, scope });
}
if (current) keepActed(current);

/** The person and role at this phone, also while a session that has ended waits for the network to be renewed. */
export function whoHere(): string {
  if (current) return whoOf(current);
  const last = actedLast();
  return last ? `${last.workerId} ${last.role} ${last.scope ?? ''}` : '';
}

/** At signing out. */
export const forgetActed = (): void => Taro.removeStorageSync(keys.acted);

/** Who is signed in here, and as what. */
export const sessionNow = (): Session | undefined => current;

export function keepSession(session: Session | undefined): void {
  current = session;
  if (session) {
    keepIfRoom(keys.session, session);
    keepActed(session);
  } else Taro.removeStorageSync(keys.session);
  for (const listener of listeners) listener();
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The session, followed: the page draws again when it changes. */
export const useSession = (): Session | undefined => useSyncExternalStore(onSession, sessionNow, sessionNow);

/** A person in a role: what one of them keeps on this phone is not for the other. Empty when nobody is signed in. */
export const whoOf = (session: Session | undefined): string => (session ? `${session.workerId} ${session.acting.role} ${session.acting.scope ?? ''}` : '');

/** Letters that nobody else has drawn: for device ids and nonces. */
export const drawnLetters = (count: number): string => Array.from({ length: count }, () => letters[Math.floor(Math.random() * letters.length)]).join('');

let drawnId: string | undefined;

/** The same for as long as this phone or browser keeps its storage; where there is no room for it, until it is closed. */
export function deviceId(): string {
  const kept = Taro.getStorageSync<string>(keys.device);
  if (kept) return kept;
  drawnId ??= drawnLetters(16);
  keepIfRoom(keys.device, drawnId);
  return drawnId;
}
