import { keepAtGate } from '../../../api/gate-queue.ts';
import { useAction } from '../../../api/use-action.ts';
import { requireInService } from '../device-report.ts';
import { entriesOf } from '../entries.ts';
import { takeBack } from '../undo-button.tsx';
import { undoableNumber, type Verdict } from '../verdict.ts';

/** Takes back what the gate shows now, if this device did it: what the button beside it does, for a key. */
export function useUndoLast(fairId: string, verdict: Verdict | undefined, onUndone: (number?: number) => void): () => void {
  const undo = useAction(async () => {
    if (verdict?.kind === 'kept') {
      requireInService(fairId);
      keepAtGate(fairId, { kind: 'undo', of: verdict.nonce });
      onUndone();
      return;
    }
    const number = undoableNumber(verdict);
    if (number === undefined || !entriesOf(fairId).some((entry) => entry.number === number)) return;
    await takeBack(fairId, number);
    onUndone(number);
  });
  return () => void undo.run();
}
