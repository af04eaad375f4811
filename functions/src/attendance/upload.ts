import { GateAction, type GateOutcome, SealedInWalkIn } from '@shanhai/shared/contract/attendance.ts';
import * as z from 'zod';
import type { GateDeps } from '../gate-deps.ts';
import { takeQueue } from '../queues/take-queue.ts';
import { type OpenAction, perform, refuse, type Sender } from './gate-actions.ts';

/** An action whose names can be read: what they were closed in is opened, and one that was not closed for this fair cannot be read. */
function openFor(fairId: string, gateSeal: GateDeps['gateSeal']) {
  return GateAction.transform((action, context): OpenAction => {
    if (action.kind !== 'sealed_walk_in') return action;
    const { sealed, kind: _, ...open } = action;
    try {
      return { ...SealedInWalkIn.parse(JSON.parse(gateSeal.open(sealed, fairId))), ...open, kind: 'walk_in' };
    } catch {
      context.addIssue({ code: 'custom', path: ['sealed'] });
      return z.NEVER;
    }
  });
}

/** The queue of a gate's device. */
export function takeGateQueue(sent: readonly { nonce?: string | undefined }[], sender: Sender, deps: GateDeps): Promise<GateOutcome[]> {
  const { fairId } = sender.fair;
  return takeQueue(sent, {
    shape: openFor(fairId, deps.gateSeal),
    answered: (nonces) => deps.attendance.doneActions(fairId, nonces),
    perform: (action) => perform(action, sender, deps),
    refuse: (action, problem) => refuse(action, problem, sender, deps),
    comesLast: 'undo',
  });
}
