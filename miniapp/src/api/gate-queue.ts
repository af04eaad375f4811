import type { GateAction, GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import { listGraceMs } from '@shanhai/shared/rules/gate.ts';
import Taro from '@tarojs/taro';
import { call } from './call.ts';
import { deviceQueue, type WithoutStamp } from './device-queue.ts';
import { type Deed, forgetDone } from './outbox.ts';
import { deviceId } from './session-store.ts';

/** What was done at a gate, before it has its nonce and its time. */
export type GateAct = WithoutStamp<GateAction>;
export interface AtFair {
  fairId: string;
  act: GateAct;
  /** The colleague's device that did it, when it was read off that one's screen. */
  from?: string;
}
interface Stamped {
  nonce: string;
  happenedAt: string;
}
export type GateDeedKept = Deed<AtFair, GateOutcome>;

/** What a device keeps of a fair at which it works: the list that says when the fair is over, and what goes with it. */
const lists = {
  'gate-snapshot:': ['gate-entries:', 'gate-revoked:', 'gate-hub:'],
  'gate-screen:': ['gate-screen-key:'],
  'booth-snapshot:': ['booth-revoked:'],
} as const;
const listStarts = Object.keys(lists) as (keyof typeof lists)[];
const allStarts = Object.entries(lists).flatMap(([list, along]) => [list, ...along]);
/** At the end of a device's work, and at signing out. */
export function forgetWork(starts: readonly string[] = allStarts): void {
  for (const key of Taro.getStorageInfoSync().keys) if (starts.some((start) => key.startsWith(start))) Taro.removeStorageSync(key);
}
export const forgetGate = (): void => forgetWork(allStarts.filter((start) => start.startsWith('gate-')));
const dropEveryMs = 60_000;

export const gateKind = 'gate';
const queue = deviceQueue<AtFair, GateOutcome>({
  name: gateKind,
  most: 50,
  placeOf: ({ fairId }) => fairId,
  batchOf: ({ fairId, from = '' }) => `${fairId} ${from}`,
  upload: async ({ fairId, from }, actions) => (await call('attendance.upload', { fairId, deviceId: deviceId(), ...(from && { from }), actions })).items,
});

/** Makes the outbox able to send what was done at a gate. */
export const sendGateDeeds = queue.wire;

/** Keeps it on this device; it goes up by itself. Throws the refusal `storage` when there is no room. */
export const keepAtGate = (fairId: string, act: GateAct, nonce?: string, happenedAt?: string): GateDeedKept => queue.keep({ fairId, act }, nonce, happenedAt);
/** What a colleague's device did, read off its screen: its nonce and its moment stay. False when it is here already. */
export const keepHanded = (fairId: string, from: string, { nonce, happenedAt, ...act }: Stamped): boolean =>
  // Whatever the other device kept: the server reads each action by itself and says what it cannot take.
  queue.keepHanded({ fairId, from, act: act as unknown as GateAct }, { nonce, happenedAt });
export const gateDeedsNow = queue.now;
export const useGateDeeds = queue.useAll;

export const snapshotKey = (fairId: string): string => `gate-snapshot:${fairId}`;
export const boothSnapshotKey = (fairId: string, boothNo: number): string => `booth-snapshot:${fairId}:${boothNo}`;
/** An earlier version kept a screen's key here, in the clear. */
const openKeyStart = 'gate-snapshot:screen-';

/** So long after the fair that nothing of it is kept on a device any more. */
export const isLongOver = (closesAt: string): boolean => Date.parse(closesAt) + listGraceMs < Date.now();

function isOverOf(key: string): boolean {
  const kept = Taro.getStorageSync<{ closesAt?: string; fair?: { closesAt?: string } } | ''>(key);
  const closesAt = kept ? (kept.fair?.closesAt ?? kept.closesAt) : undefined;
  return !closesAt || isLongOver(closesAt);
}

function dropOldSnapshots(): void {
  forgetWork([openKeyStart]);
  for (const key of Taro.getStorageInfoSync().keys) {
    const list = listStarts.find((start) => key.startsWith(start));
    if (!list || !isOverOf(key)) continue;
    for (const start of [list, ...lists[list]]) Taro.removeStorageSync(start + key.slice(list.length));
  }
  forgetDone(isSentOfNoList);
}

/** Sent from a gate or a booth whose list is gone: numbers and closed names, for which no page waits any more. */
function isSentOfNoList({ kind, payload }: Deed): boolean {
  const { fairId, boothNo } = payload as { fairId: string; boothNo?: number };
  if (kind === gateKind) return !Taro.getStorageSync(snapshotKey(fairId));
  return boothNo !== undefined && !Taro.getStorageSync(boothSnapshotKey(fairId, boothNo));
}

/** What was loaded for a fair is not kept longer than the fair, also by an app that nobody closes; what still has to be sent is. */
export function wireForgetting(): void {
  dropOldSnapshots();
  if (process.env.TARO_ENV === 'weapp') Taro.onAppShow(dropOldSnapshots);
  setInterval(dropOldSnapshots, dropEveryMs);
}
