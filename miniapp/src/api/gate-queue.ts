import type { GateAction, GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import Taro from '@tarojs/taro';
import { call } from './call.ts';
import { deviceQueue, type WithoutStamp } from './device-queue.ts';
import type { Deed } from './outbox.ts';
import { deviceId } from './session-store.ts';

/** What was done at a gate, before it has its nonce and its time. */
export type GateAct = WithoutStamp<GateAction>;
export interface AtFair {
  fairId: string;
  act: GateAct;
}
export type GateDeedKept = Deed<AtFair, GateOutcome>;

const snapshotStarts = ['gate-snapshot:', 'booth-snapshot:'] as const;
/** A gate may go on for a while after the hours. */
const graceMs = 2 * 3_600_000;

const queue = deviceQueue<AtFair, GateOutcome>({
  name: 'gate',
  most: 50,
  batchOf: ({ fairId }) => fairId,
  upload: async ({ fairId }, actions) => (await call('attendance.upload', { fairId, deviceId: deviceId(), actions })).items,
});

/** Makes the outbox able to send what was done at a gate. */
export const sendGateDeeds = queue.wire;

/** Keeps it on this device; it goes up by itself. Throws the refusal `storage` when there is no room. */
export const keepAtGate = (fairId: string, act: GateAct, nonce?: string): GateDeedKept => queue.keep({ fairId, act }, nonce);
export const gateDeedsNow = queue.now;
export const useGateDeeds = queue.useAll;

export const snapshotKey = (fairId: string): string => snapshotStarts[0] + fairId;
export const boothSnapshotKey = (fairId: string, boothNo: number): string => `${snapshotStarts[1]}${fairId}:${boothNo}`;

/** What was loaded for a fair is not kept longer than the fair. */
export function dropOldSnapshots(): void {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (!snapshotStarts.some((start) => key.startsWith(start))) continue;
    const kept = Taro.getStorageSync<{ closesAt?: string; fair?: { closesAt?: string } } | ''>(key);
    const closesAt = kept ? (kept.fair?.closesAt ?? kept.closesAt) : undefined;
    if (!closesAt || Date.parse(closesAt) + graceMs < Date.now()) Taro.removeStorageSync(key);
  }
}
