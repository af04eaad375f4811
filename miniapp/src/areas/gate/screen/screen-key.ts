import type { Output } from '@shanhai/shared/contract/contract.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { asRefusal, isPassing, type Refusal } from '../../../api/refusal.ts';
import { deviceId, onSession, sessionNow, whoOf } from '../../../api/session-store.ts';
import { forgetScreen, keepScreen, keptScreen } from './kept-key.ts';

/** The key of this fair's screens as this device keeps it, and by how much the server's clock is ahead of its own. */
export type ScreenKept = Output<'fairs.screenKey'> & { aheadMs: number };

const renewEveryMs = 60_000;
const lookEveryMs = 30_000;
/** A fair may go on for a while after its hours; the key is worth nothing then. */
const graceMs = 2 * 3_600_000;

const isOver = ({ fair: { closesAt }, aheadMs }: ScreenKept): boolean => Date.parse(closesAt) + graceMs < Date.now() + aheadMs;

/** What this screen signs with. Loaded while there is a network, and good without one; renewed so that a changed key, clock and a revocation are known. */
export function useScreenKey(fairId: string, gate: string) {
  const [kept, setKept] = useState<ScreenKept>();
  const [problem, setProblem] = useState<Refusal>();
  const at = useRef(gate);
  at.current = gate;
  const forget = useCallback((): void => {
    forgetScreen(fairId);
    setKept(undefined);
  }, [fairId]);
  const load = useCallback(async (): Promise<void> => {
    try {
      const from = Date.now();
      const answer = await call('fairs.screenKey', { fairId, deviceId: deviceId(), ...(at.current && { gate: at.current }) });
      const fresh = { ...answer, aheadMs: Date.parse(answer.now) - Math.round((from + Date.now()) / 2) };
      setKept(fresh);
      setProblem(undefined);
      await keepScreen(fairId, answer.fair.closesAt, fresh);
    } catch (error) {
      const refusal = asRefusal(error);
      setProblem(refusal);
      // no longer this fair's staff, out of service, or the fair is over
      if (!isPassing(refusal)) forget();
    }
  }, [fairId, forget]);
  useEffect(() => {
    if (!fairId) return undefined;
    void keptScreen<ScreenKept>(fairId).then((found) => setKept((now) => now ?? found));
    void load();
    const timer = setInterval(() => void load(), renewEveryMs);
    return () => clearInterval(timer);
  }, [fairId, load]);
  useEffect(() => {
    const who = whoOf(sessionNow());
    return onSession(() => {
      if (whoOf(sessionNow()) !== who) forget();
    });
  }, [forget]);
  useEffect(() => {
    const look = (): void => {
      if (kept && isOver(kept)) forget();
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [kept, forget]);
  return { kept, problem, retry: (): void => void load() };
}
