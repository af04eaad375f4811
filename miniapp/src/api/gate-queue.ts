import type { GateAction, GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import { isProblemCode } from '@shanhai/shared/problems.ts';
import Taro from '@tarojs/taro';
import { call } from './call.ts';
import { flush, sendsKind, type Told } from './flush.ts';
import { type Deed, deedsOf, keepDeed, useDeeds } from './outbox.ts';
import { deviceId } from './session-store.ts';

type WithoutStamp<A> = A extends unknown ? Omit<A, 'nonce' | 'happenedAt'> : never;
/** What was done at a gate, before it has its nonce and its time. */
export type GateAct = WithoutStamp<GateAction>;
export interface AtFair {
  fairId: string;
  act: GateAct;
}
export type GateDeedKept = Deed<AtFair, GateOutcome>;

const kindName = 'gate';
const mostInOne = 50;
const snapshotStart = 'gate-snapshot:';
/** A gate may go on for a while after the hours. */
const graceMs = 2 * 3_600_000;

function toldOf(item: GateOutcome): Told<GateOutcome> {
  const { nonce, outcome, problem } = item;
  if (outcome !== 'refused') return { nonce, answer: item };
  return { nonce, refusal: { code: isProblemCode(problem?.code) ? problem.code : 'internal', detail: problem?.detail ?? {} } };
}

async function upload(fairId: string, deeds: readonly Deed<AtFair>[]): Promise<Told<GateOutcome>[]> {
  const actions = deeds.map(({ nonce, happenedAt, payload }) => ({ ...payload.act, nonce, happenedAt }));
  const { items } = await call('attendance.upload', { fairId, deviceId: deviceId(), actions });
  return items.map(toldOf);
}

/** Makes the outbox able to send what was done at a gate. */
export function sendGateDeeds(): void {
  sendsKind<AtFair, GateOutcome>({
    name: kindName,
    most: mostInOne,
    async send(deeds) {
      const told: Told<GateOutcome>[] = [];
      for (const fairId of new Set(deeds.map((deed) => deed.payload.fairId))) {
        const ofFair = deeds.filter((deed) => deed.payload.fairId === fairId);
        told.push(...(await upload(fairId, ofFair)));
      }
      return told;
    },
  });
}

/** Keeps it on this device; it goes up by itself. Throws the refusal `storage` when there is no room. */
export function keepAtGate(fairId: string, act: GateAct, nonce?: string): Deed<AtFair> {
  const deed = keepDeed<AtFair>(kindName, { fairId, act }, nonce);
  void flush();
  return deed;
}

const isOfFair = (fairId: string) => (deed: Deed) => (deed.payload as AtFair).fairId === fairId;
export const gateDeedsNow = (fairId: string): readonly GateDeedKept[] => deedsOf(kindName).filter(isOfFair(fairId)) as GateDeedKept[];
export const useGateDeeds = (fairId: string): readonly GateDeedKept[] => useDeeds<AtFair, GateOutcome>(kindName).filter(isOfFair(fairId));

export const snapshotKey = (fairId: string): string => snapshotStart + fairId;

/** A list of numbers is not kept longer than its fair. */
export function dropOldSnapshots(): void {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (!key.startsWith(snapshotStart)) continue;
    const kept = Taro.getStorageSync<{ fair?: { closesAt?: string } } | ''>(key);
    const closesAt = kept ? kept.fair?.closesAt : undefined;
    if (!closesAt || Date.parse(closesAt) + graceMs < Date.now()) Taro.removeStorageSync(key);
  }
}
