import { showToast } from '../ui/toast-store.ts';
import { scanAndOpen } from './open-scanned.ts';
import { type Action, useAction } from './use-action.ts';

/** 扫一扫 behind a button: opens what the code stands for, or says why not. */
export function useScan(): Action<[], void> {
  return useAction(async () => {
    const sentence = await scanAndOpen();
    if (sentence) showToast(sentence, 'stop');
  });
}
