import type { Sent } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { call } from '../../api/call.ts';
import { type GateDeedKept, gateDeedsNow } from '../../api/gate-queue.ts';
import { metered } from '../../api/link.ts';
import { asRefusal } from '../../api/refusal.ts';
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

const isRevokedNow = (fairId: string): boolean => Taro.getStorageSync<boolean | ''>(revokedKey(fairId)) === true;
function putRevoked(fairId: string, isRevoked: boolean): void {
  if (isRevokedNow(fairId) === isRevoked) return;
  if (isRevoked) Taro.setStorageSync(revokedKey(fairId), true);
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
    return skewMs;
  } catch (error) {
    if (asRefusal(error).code === 'device_revoked') putRevoked(fairId, true);
    throw error;
  }
}
