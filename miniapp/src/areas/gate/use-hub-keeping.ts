import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { type GateDeedKept, gateDeedsNow, snapshotKey } from '../../api/gate-queue.ts';
import { deviceId } from '../../api/session-store.ts';
import { tellHub, untoldOf } from './hub-deeds.ts';
import { askHub, type HubState, hubOf, mayAsk, useHub, useHubState } from './hub-link.ts';
import { type Snapshot, snapshotNow } from './snapshot.ts';

const greetEveryMs = 10_000;
const listEveryMs = 60_000;

async function isThere(fairId: string): Promise<void> {
  const hub = hubOf(fairId);
  if (hub) await askHub(hub, 'system.health', {});
}

/** The numbers that the hub knows besides, added to this device's own list. All else on it, the key for names too, comes from the server only. */
async function listFromHub(fairId: string): Promise<Snapshot | undefined> {
  const [hub, own] = [hubOf(fairId), snapshotNow(fairId)];
  if (!hub || !own) {
    await isThere(fairId);
    return undefined;
  }
  const { taken } = await askHub(hub, 'attendance.snapshot', { fairId, deviceId: deviceId() });
  const known = new Set(own.taken.map((one) => one.number));
  const list = { ...own, taken: [...own.taken, ...taken.filter((one) => !known.has(one.number))] };
  Taro.setStorageSync(snapshotKey(fairId), list);
  return list;
}

/** What it has not heard yet, else the list when that is due, else only whether it is there. */
async function greet(fairId: string, isListDue: boolean): Promise<Snapshot | undefined> {
  if (untoldOf(gateDeedsNow(fairId)).length === 0) {
    if (isListDue) return listFromHub(fairId);
    await isThere(fairId);
    return undefined;
  }
  if (!mayAsk(fairId)) await isThere(fairId);
  await tellHub(fairId);
  return undefined;
}

/** Keeps in touch with the laptop in the hall: tells it what this gate did alone, and without network loads what all gates did. */
export function useHubKeeping(fairId: string, isDown: boolean, deeds: readonly GateDeedKept[], onList: (list: Snapshot) => void): HubState | 'none' {
  const hub = useHub(fairId);
  const state = useHubState();
  const listAt = useRef(0);
  const latest = useRef(onList);
  useEffect(() => {
    latest.current = onList;
  });
  const untold = hub ? untoldOf(deeds).length : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done just now is told at once
  useEffect(() => {
    if (!hub) return undefined;
    const take = (list: Snapshot | undefined): void => {
      if (!list) return;
      listAt.current = Date.now();
      latest.current(list);
    };
    // away, or no room for the list: the next greeting tries again
    const say = (): void => void greet(fairId, isDown && Date.now() - listAt.current >= listEveryMs).then(take, () => undefined);
    say();
    const timer = setInterval(say, greetEveryMs);
    return () => clearInterval(timer);
  }, [hub, fairId, isDown, untold]);
  return hub ? state : 'none';
}
