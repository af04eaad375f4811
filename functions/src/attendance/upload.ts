import { GateAction, type GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import type { Deps } from '../deps.ts';
import { takeQueue } from '../queues/take-queue.ts';
import { perform, refuse, type Sender } from './gate-actions.ts';

/** The queue of a gate's device. */
export function takeGateQueue(sent: readonly { nonce?: string | undefined }[], sender: Sender, deps: Deps): Promise<GateOutcome[]> {
  return takeQueue(sent, {
    shape: GateAction,
    answered: (nonces) => deps.attendance.doneActions(sender.fair.fairId, nonces),
    perform: (action) => perform(action, sender, deps),
    refuse: (action, problem) => refuse(action, problem, sender, deps),
    takesBack: 'undo',
  });
}
