import { useRef, useState } from 'react';
import { showToast } from '../ui/toast-store.ts';
import { queryClient } from './query.ts';
import { asRefusal, type Refusal } from './refusal.ts';

interface Options {
  /** Where a refusal is told: a toast, or `problem` for the page to show where it happened. */
  tell?: 'toast' | 'inline';
  /** Words of the toast when it is done. */
  done?: string;
}

export interface Action<A extends unknown[], R> {
  busy: boolean;
  /** Resolves to undefined when refused, so that `if (await leave.run(x))` reads well. A second tap while busy does nothing. */
  run: (...args: A) => Promise<R | undefined>;
  problem: Refusal | undefined;
  clear: () => void;
}

/** What a button does: `const leave = useAction((jobId) => call('cards.leave', { … }), { done: '名片给过去了' })`. Pages read afresh afterwards. */
export function useAction<A extends unknown[], R>(does: (...args: A) => Promise<R>, { tell = 'toast', done }: Options = {}): Action<A, R> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal>();
  const underWay = useRef(false);
  const refused = (error: unknown): void => {
    const refusal = asRefusal(error);
    if (tell === 'toast') showToast(refusal.sentence, 'stop');
    else setProblem(refusal);
  };
  const run = async (...args: A): Promise<R | undefined> => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await does(...args);
      if (done) showToast(done);
      void queryClient.invalidateQueries();
      return result;
    } catch (error) {
      refused(error);
      return undefined;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { busy, run, problem, clear: () => setProblem(undefined) };
}
