import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { SeenHere } from '@shanhai/shared/rules/gate-judge.ts';
import Taro from '@tarojs/taro';
import { call } from '../../api/call.ts';
import { gateDeedsNow, isLongOver, snapshotKey } from '../../api/gate-queue.ts';
import { metered } from '../../api/link.ts';
import { refusalOf } from '../../api/refusal.ts';
import { deviceId } from '../../api/session-store.ts';
import { entriesOf } from './entries.ts';

export type Snapshot = Output<'attendance.snapshot'>;

/** Fetches what this device needs to work alone: hours, strips and numbers, no names. Long after the fair nothing is kept any more. */
export async function fetchSnapshot(fairId: string): Promise<Snapshot> {
  const snapshot = await metered(() => call('attendance.snapshot', { fairId, deviceId: deviceId() }));
  if (isLongOver(snapshot.fair.closesAt)) return snapshot;
  try {
    Taro.setStorageSync(snapshotKey(fairId), snapshot);
  } catch {
    throw refusalOf('storage');
  }
  return snapshot;
}

export const snapshotNow = (fairId: string): Snapshot | undefined => Taro.getStorageSync<Snapshot | ''>(snapshotKey(fairId)) || undefined;

/** What this device did and may still have to send, in order. */
function actsHere(fairId: string) {
  const deeds = gateDeedsNow(fairId).filter((deed) => deed.state !== 'refused');
  const acts = deeds.map(({ nonce, happenedAt, payload }) => ({ nonce, at: happenedAt, act: payload.act }));
  const undone = acts.flatMap(({ act }) => (act.kind === 'undo' ? [act.of, act.number] : []));
  return { acts, undone };
}

/** The kept list, without those that were taken back here since. */
export function snapshotHere(fairId: string): Snapshot | undefined {
  const snapshot = snapshotNow(fairId);
  const { undone } = actsHere(fairId);
  return snapshot && { ...snapshot, taken: snapshot.taken.filter((one) => !undone.includes(one.number)) };
}

/** Whom this device let in since then, without those it took back. */
export function seenHere(fairId: string): SeenHere[] {
  const { acts, undone } = actsHere(fairId);
  const kept = acts.flatMap(({ nonce, at, act }): SeenHere[] => {
    if (act.kind !== 'scan' && act.kind !== 'walk_in' && act.kind !== 'sealed_walk_in') return [];
    if (undone.includes(nonce) || (act.number !== undefined && undone.includes(act.number))) return [];
    const scanned = act.kind === 'scan' ? { code: act.code, direction: act.direction } : {};
    return [{ ...scanned, number: act.number, at, gate: act.gate }];
  });
  return [...kept, ...entriesOf(fairId).map(({ number, at, gate }) => ({ number, at, gate }))];
}
