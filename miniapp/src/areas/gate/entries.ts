import { undoMinutes } from '@shanhai/shared/rules/fairs.ts';
import Taro from '@tarojs/taro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keepIfRoom } from '../../api/kept.ts';

/** A check-in that this device made: number and time, never a name. */
export interface Entry {
  number: number;
  at: string;
  gate: string;
  /** By this device's own clock, for the countdown. */
  madeAt: number;
  /** Of the scan, where it had been kept here first. */
  nonce?: string;
}

const undoMs = undoMinutes * 60_000;
const none: Entry[] = [];
const held = new Map<string, Entry[]>();
const listeners = new Set<() => void>();
const keyOf = (fairId: string): string => `gate-entries:${fairId}`;

/** What this device did here, newest first. */
export function entriesOf(fairId: string): Entry[] {
  const known = held.get(fairId) ?? (Taro.getStorageSync<Entry[] | ''>(keyOf(fairId)) || none);
  held.set(fairId, known);
  return known;
}

function put(fairId: string, entries: Entry[]): void {
  held.set(fairId, entries);
  keepIfRoom(keyOf(fairId), entries);
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Remembers what this device did, for as long as it may be taken back. */
export function keepEntry(fairId: string, made: Omit<Entry, 'madeAt'> & { madeAt?: number }): void {
  const now = Date.now();
  const others = entriesOf(fairId).filter((entry) => entry.number !== made.number && now - entry.madeAt < undoMs);
  put(fairId, [{ madeAt: now, ...made }, ...others]);
}

export function dropEntry(fairId: string, number: number): void {
  put(
    fairId,
    entriesOf(fairId).filter((entry) => entry.number !== number),
  );
}

/** The same, followed. */
export const useEntries = (fairId: string): Entry[] =>
  useSyncExternalStore(
    follow,
    () => entriesOf(fairId),
    () => none,
  );

/** Whole minutes left for taking back, 0 when it is over; counts down by itself. */
export function useMinutesLeft(madeAt: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (madeAt === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, [madeAt]);
  return madeAt === undefined ? 0 : Math.max(0, Math.ceil((madeAt + undoMs - now) / 60_000));
}

const gateKey = (fairId: string): string => `gate:${fairId}`;

/** Which gate this device stands at; kept, because it stays there all day. While the gates are not known yet it is the one chosen before. */
export function useGate(fairId: string, gates: readonly string[] | undefined): [gate: string, choose: (gate: string) => void] {
  const [chosen, setChosen] = useState(() => Taro.getStorageSync<string>(gateKey(fairId)));
  const choose = (gate: string): void => {
    keepIfRoom(gateKey(fairId), gate);
    setChosen(gate);
  };
  return [!gates || gates.includes(chosen) ? chosen : (gates[0] ?? ''), choose];
}
