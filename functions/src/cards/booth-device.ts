import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { BoothAction, type BoothOutcome, SealedInAnswer } from '@shanhai/shared/contract/cards.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { takeQueue } from '../queues/take-queue.ts';
import { type BoothSender, type OpenBoothAction, perform, refuse } from './booth-actions.ts';

/** The device at work, as the booth's calls name it. A revoked one is refused at once; an earlier version names none. */
export async function atBoothDevice(booth: Booth, { deviceId }: { deviceId?: string | undefined }, caller: Caller, { devices }: Deps): Promise<void> {
  if (!deviceId) return;
  const { fairId, boothNo, label, employerShortName, employerId } = booth;
  await devices.report(fairId, deviceId, { kind: 'booth', boothNo, gate: label, employer: employerShortName, employerId, by: caller.workerId });
}

/** An action whose words can be read: what they were closed in is opened, and one that was not closed for this fair cannot be read. */
function openFor(fairId: string, { gateSeal }: Deps) {
  return BoothAction.transform((action, context): OpenBoothAction => {
    if (action.kind !== 'answer') return action;
    const { sealed, ...open } = action;
    if (!sealed) return open;
    try {
      return { ...open, ...SealedInAnswer.parse(JSON.parse(gateSeal.open(sealed, fairId))) };
    } catch {
      context.addIssue({ code: 'custom', path: ['sealed'] });
      return z.NEVER;
    }
  });
}

/** The queue of a booth's device. What happened before its employer was suspended counts, and is marked as having come after. */
export async function takeBoothQueue(sent: readonly { nonce?: string | undefined }[], from: BoothSender, deps: Deps): Promise<BoothOutcome[]> {
  const { fairId, boothNo, employerId } = from.booth;
  const sender = { ...from, suspendedAt: (await deps.employers.get(employerId)).suspended?.at };
  return takeQueue(sent, {
    shape: openFor(fairId, deps),
    answered: (nonces) => deps.cards.doneActions(fairId, boothNo, nonces),
    perform: (action) => perform(action, sender, deps),
    refuse: (action, problem) => refuse(action, problem, sender, deps),
    // an answer rests on the yes said aloud just before it
    comesLast: 'answer',
  });
}

/** Answered for good: not one of those that are to be sent again. */
export const settledOf = (items: readonly BoothOutcome[]): string[] =>
  items.filter(({ outcome, problem }) => outcome !== 'refused' || problem?.code !== 'try_again').map((one) => one.nonce);

/** Whoever sent it stood at the booth for its employer; the host only says that it counts. */
export const senderThen = (booth: Booth, deviceId: string, by: WorkerId): BoothSender => ({
  booth,
  deviceId,
  by: { workerId: by, role: 'recruiter', scope: booth.employerId },
});
