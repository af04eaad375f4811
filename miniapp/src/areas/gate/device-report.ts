import type { Sent } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { call } from '../../api/call.ts';
import { type GateDeedKept, gateDeedsNow } from '../../api/gate-queue.ts';
import { keepIfRoom } from '../../api/kept.ts';
import { metered, withServer } from '../../api/link.ts';
import { asRefusal, refusalOf } from '../../api/refusal.ts';
import { deviceId } from '../../api/session-store.ts';
import { snapshotNow } from './snapshot.ts';

type Lamp = NonNullable<Sent<'devices.report'>['lamp']>;

const revokedKey = (fairId: string): string => `gate-revoked:${fairId}`;
const listeners = new Set<() => void>();
/** How far this device's clock is ahead of the server's, as last measured. */
let skewMs: number | undefined;
let lamp: Lamp | undefined;

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** By the fair, for as long as the app runs: a full phone remembers it no longer than that. */
const heardNow = new Map<string, boolean>();
const isRevokedNow = (fairId: string): boolean => heardNow.get(fairId) ?? Taro.getStorageSync<boolean | ''>(revokedKey(fairId)) === true;
function putRevoked(fairId: string, isRevoked: boolean): void {
  if (isRevokedNow(fairId) === isRevoked) return;
  heardNow.set(fairId, isRevoked);
  if (isRevoked) keepIfRoom(revokedKey(fairId), true);
  else Taro.removeStorageSync(revokedKey(fairId));
  for (const listener of listeners) listener();
}
/** Was this device taken out of service, as far as it has heard? */
export const useRevoked = (fairId: string): boolean =>
  useSyncExternalStore(
    follow,
    () => isRevokedNow(fairId),
    () => false,
  );

/** A device that was taken out of service does nothing more at the gate, with or without network; what it holds stays. */
export function requireInService(fairId: string): void {
  if (isRevokedNow(fairId)) throw refusalOf('device_revoked');
}

const skewNow = (): number | undefined => skewMs;
/** How far this device's clock is off, as last measured. */
export const useSkew = (): number | undefined => useSyncExternalStore(follow, skewNow, skewNow);

/** Hears out of any answer that this device was taken out of service. */
function hearRevoked(fairId: string, error: unknown): never {
  if (asRefusal(error).code === 'device_revoked') putRevoked(fairId, true);
  throw error;
}

/** An act at the gate: asks the server where there is a network; undefined when this device must judge by itself, which one out of service may not. */
export async function actWithServer<T>(fairId: string, ask: () => Promise<T>): Promise<T | undefined> {
  const answer = await withServer(ask).catch((error: unknown) => hearRevoked(fairId, error));
  if (answer === undefined) requireInService(fairId);
  return answer;
}

/** May somebody come in by it? An undo or a refusal brings nobody. */
function isPerson({ payload: { act } }: GateDeedKept): boolean {
  return act.kind === 'walk_in' || act.kind === 'sealed_walk_in' || (act.kind === 'scan' && act.code !== undefined);
}

function standingOf(fairId: string) {
  const waiting = gateDeedsNow(fairId).filter((deed) => deed.state === 'waiting' && !deed.handedAt);
  const snapshot = snapshotNow(fairId);
  return {
    queue: waiting.length,
    people: waiting.filter(isPerson).length,
    ...(snapshot && { rosterVersion: snapshot.version, rosterAt: snapshot.takenAt }),
    ...(skewMs !== undefined && { skewMs }),
    ...(lamp && { lamp }),
  };
}

/** Tells the registry how this device stands; the round trip measures its clock. Throws a refusal. */
export async function reportDevice(fairId: string, gate: string, said: { lamp?: Lamp; isDone?: boolean } = {}): Promise<number | undefined> {
  if (said.lamp) lamp = said.lamp;
  const from = Date.now();
  try {
    const { now } = await metered(() =>
      call('devices.report', { fairId, deviceId: deviceId(), gate, appVersion: APP_VERSION, ...standingOf(fairId), ...said }),
    );
    const until = Date.now();
    skewMs = Math.round((from + until) / 2 - Date.parse(now));
    putRevoked(fairId, false);
    for (const listener of listeners) listener();
    return skewMs;
  } catch (error) {
    return hearRevoked(fairId, error);
  }
}
