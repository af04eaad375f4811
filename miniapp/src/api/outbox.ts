import Taro from '@tarojs/taro';
import { useMemo, useSyncExternalStore } from 'react';
import { keepIfRoom } from './kept.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { drawnLetters, useSession, whoHere, whoOf } from './session-store.ts';

/** Something done on this phone: the server has yet to hear of it, or has answered and nobody has read the answer. */
export interface Deed<P = unknown, A = unknown> {
  readonly nonce: string;
  readonly kind: string;
  /** Its place in the order of doing; two may fall on the same instant. */
  readonly seq: number;
  readonly happenedAt: string;
  /** Who did it, in which role: nobody else sends it. Empty: whoever signs in on this phone. */
  readonly who: string;
  readonly payload: P;
  readonly state: 'waiting' | 'done' | 'refused';
  readonly answer?: A;
  readonly refusal?: Pick<Refusal, 'code' | 'detail'>;
  /** How often it was sent in vain, and how often because the other side broke down. */
  readonly tries: number;
  readonly faults: number;
  /** A colleague's device has it too, and has said so. */
  readonly handedAt?: string;
}

/** One key for each: it is written whole or not at all, and stays far below the 1 MB that WeChat allows a key. */
const start = 'outbox:';
const keyOf = (nonce: string): string => start + nonce;
const listeners = new Set<() => void>();
let deeds: readonly Deed[] = [];
let unreadable: readonly string[] = [];

function tell(): void {
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const fields: Record<string, string> = { nonce: 'string', kind: 'string', seq: 'number', happenedAt: 'string', who: 'string', state: 'string' };

function isDeed(found: unknown): found is Deed {
  if (typeof found !== 'object' || found === null) return false;
  const one = found as Record<string, unknown>;
  return Object.entries(fields).every(([field, type]) => typeof one[field] === type);
}

function read(key: string): unknown {
  try {
    return Taro.getStorageSync<unknown>(key);
  } catch {
    return undefined;
  }
}

/** What an earlier run left. What cannot be read stays where it is until a person has been told. */
function readAll(): void {
  const found: Deed[] = [];
  const lost: string[] = [];
  for (const key of Taro.getStorageInfoSync().keys) {
    if (!key.startsWith(start)) continue;
    const one = read(key);
    if (isDeed(one)) found.push(one);
    else lost.push(key);
  }
  deeds = found.sort((a, b) => a.seq - b.seq);
  unreadable = lost;
}
readAll();

/** Keeps it before anything is sent. Throws the refusal `storage` when the phone is full: then nothing was kept. */
export function keepDeed<P>(kind: string, payload: P, nonce = drawnLetters(16), happenedAt = new Date().toISOString()): Deed<P> {
  const seq = deeds.reduce((last, deed) => Math.max(last, deed.seq), 0) + 1;
  const deed: Deed<P> = { nonce, kind, seq, happenedAt, who: whoHere(), payload, state: 'waiting', tries: 0, faults: 0 };
  try {
    Taro.setStorageSync(keyOf(nonce), deed);
  } catch {
    throw refusalOf('storage');
  }
  deeds = [...deeds.filter((one) => one.nonce !== nonce), deed];
  tell();
  return deed;
}

/** A full storage loses the change and not the deed: after the next start it is sent once more, which adds nothing. */
export function changeDeed(nonce: string, change: Partial<Pick<Deed, 'state' | 'answer' | 'refusal' | 'tries' | 'faults' | 'handedAt'>>): void {
  deeds = deeds.map((deed) => (deed.nonce === nonce ? { ...deed, ...change } : deed));
  const changed = findDeed(nonce);
  if (changed) keepIfRoom(keyOf(nonce), changed);
  tell();
}

export function forgetDeed(nonce: string): void {
  deeds = deeds.filter((deed) => deed.nonce !== nonce);
  Taro.removeStorageSync(keyOf(nonce));
  tell();
}

export const findDeed = (nonce: string): Deed | undefined => deeds.find((deed) => deed.nonce === nonce);

const isOf = (deed: Deed, who: string): boolean => deed.who === '' || deed.who === who;

/** What waits to be sent by whoever is signed in, in the order it was done. */
export const waitingNow = (): readonly Deed[] => deeds.filter((deed) => deed.state === 'waiting' && isOf(deed, whoHere()));

export const deedsOf = (kind: string): readonly Deed[] => deeds.filter((deed) => deed.kind === kind && isOf(deed, whoHere()));

/** The person's own deeds of one kind, followed. */
export function useDeeds<P, A>(kind: string): readonly Deed<P, A>[] {
  const session = useSession();
  const who = session ? whoOf(session) : whoHere();
  const all = useSyncExternalStore(
    follow,
    () => deeds,
    () => deeds,
  );
  return useMemo(() => all.filter((deed) => deed.kind === kind && isOf(deed, who)) as Deed<P, A>[], [all, kind, who]);
}

const countUnreadable = (): number => unreadable.length;
/** How many of an earlier run cannot be read any more. */
export const useUnreadable = (): number => useSyncExternalStore(follow, countUnreadable, countUnreadable);

/** What was sent, and of which nobody will read the answer any more; whoever did it. */
export function forgetDone(isOver: (deed: Deed) => boolean): void {
  for (const deed of deeds) if (deed.state === 'done' && isOver(deed)) forgetDeed(deed.nonce);
}

/** After a person has been told. */
export function forgetUnreadable(): void {
  for (const key of unreadable) Taro.removeStorageSync(key);
  unreadable = [];
  tell();
}

/** How many of the person's own would be lost by signing out; of one kind, when it is named. */
export function waitingOf(workerId: string, kind?: string): number {
  return deeds.filter((deed) => deed.state === 'waiting' && !deed.handedAt && deed.who.startsWith(`${workerId} `) && (kind ?? deed.kind) === deed.kind).length;
}

/** How many of one kind the server did not take, and nobody has seen to yet. */
export const unseenOf = (workerId: string, kind: string): number =>
  deeds.filter((deed) => deed.state === 'refused' && deed.kind === kind && deed.who.startsWith(`${workerId} `)).length;

/** At signing out: nothing of the person stays. */
export function wipeDeeds(workerId: string): void {
  for (const deed of deeds) if (deed.who.startsWith(`${workerId} `)) Taro.removeStorageSync(keyOf(deed.nonce));
  deeds = deeds.filter((deed) => !deed.who.startsWith(`${workerId} `));
  tell();
}
