import type { Output } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../../api/call.ts';
import { snapshotKey } from '../../../api/gate-queue.ts';
import { keepIfRoom } from '../../../api/kept.ts';
import { asRefusal, isPassing, type Refusal } from '../../../api/refusal.ts';

/** The key of this fair's screens as this device keeps it, and by how much the server's clock is ahead of its own. */
export type ScreenKept = Output<'fairs.screenKey'> & { aheadMs: number };

const renewEveryMs = 60_000;
/** Kept like a list of numbers: it goes with the fair. */
const keyOf = (fairId: string): string => snapshotKey(`screen-${fairId}`);

/** What this screen signs with. Loaded while there is a network, and good without one; renewed so that a changed key and clock are known. */
export function useScreenKey(fairId: string) {
  const [kept, setKept] = useState<ScreenKept | undefined>(() => Taro.getStorageSync<ScreenKept | ''>(keyOf(fairId)) || undefined);
  const [problem, setProblem] = useState<Refusal>();
  const load = useCallback(async (): Promise<void> => {
    try {
      const from = Date.now();
      const answer = await call('fairs.screenKey', { fairId });
      const fresh = { ...answer, aheadMs: Date.parse(answer.now) - Math.round((from + Date.now()) / 2) };
      setKept(fresh);
      setProblem(undefined);
      keepIfRoom(keyOf(fairId), fresh);
    } catch (error) {
      const refusal = asRefusal(error);
      setProblem(refusal);
      if (isPassing(refusal)) return;
      // no longer this fair's staff, or the fair is over
      Taro.removeStorageSync(keyOf(fairId));
      setKept(undefined);
    }
  }, [fairId]);
  useEffect(() => {
    if (!fairId) return undefined;
    void load();
    const timer = setInterval(() => void load(), renewEveryMs);
    return () => clearInterval(timer);
  }, [fairId, load]);
  return { kept, problem, retry: (): void => void load() };
}
