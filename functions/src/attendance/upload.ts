import { GateAction, type GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { Deps } from '../deps.ts';
import { perform, refuse, type Sender } from './gate-actions.ts';

/** How often one action is tried, and how often a whole batch may wait for it: a function has ten seconds. */
const triesAtMost = 4;
const pausesAtMost = 6;

const passing: readonly string[] = ['try_again', 'changed_meanwhile'];
const isFinal = (error: unknown): error is Problem => error instanceof Problem && !passing.includes(error.code);
const pause = (tries: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60 * 4 ** tries));

/** Done or refused for good. What may go better in a moment is tried again, as long as the batch has patience. */
async function settle(action: GateAction, sender: Sender, patience: { pauses: number }, deps: Deps): Promise<GateOutcome> {
  for (let tries = 0; ; tries++) {
    try {
      return await perform(action, sender, deps);
    } catch (error) {
      if (isFinal(error)) return refuse(action, error, sender, deps);
      if (tries + 1 >= triesAtMost || patience.pauses++ >= pausesAtMost) throw error;
      await pause(tries);
    }
  }
}

/** Hands an action back to the device: nothing of it was kept, so that it can come again. */
function handBack({ kind, nonce }: GateAction, error: unknown): GateOutcome {
  if (!(error instanceof Problem)) {
    const words = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : 'unknown';
    console.error(JSON.stringify({ upload: 'failed_action', kind, error: words }));
  }
  return { nonce, outcome: 'refused', problem: { code: 'try_again', detail: {} } };
}

type Read = { action: GateAction } | { unread: GateOutcome };

/** An action whose shape is wrong is answered with the field, and holds up nobody. Times are brought to one form, so that they sort. */
function read(sent: { nonce?: string | undefined }): Read {
  const { data, error } = GateAction.safeParse(sent);
  if (data) return { action: { ...data, happenedAt: new Date(data.happenedAt).toISOString() } };
  const field = error.issues[0]?.path.join('.') || 'kind';
  return { unread: { nonce: sent.nonce ?? '', outcome: 'refused', problem: { code: 'invalid_input', detail: { field } } } };
}

const places = { scan: 0, walk_in: 0, refused: 0, undo: 1 } as const;
/** As it happened on the device; at one and the same moment what was done comes before what takes it back. */
function byTime(a: GateAction, b: GateAction): number {
  if (a.happenedAt !== b.happenedAt) return a.happenedAt < b.happenedAt ? -1 : 1;
  return places[a.kind] - places[b.kind] || (a.nonce < b.nonce ? -1 : 1);
}

/**
 * Takes a device's queue: each action by itself, in the order in which it happened, answered in the order sent.
 * What was answered before is answered again from memory.
 */
export async function takeQueue(sent: readonly { nonce?: string | undefined }[], sender: Sender, deps: Deps): Promise<GateOutcome[]> {
  const actions = sent.map(read);
  const readable = actions.flatMap((a) => ('action' in a ? [a.action] : []));
  const before = await deps.attendance.doneActions(
    sender.fair.fairId,
    readable.map((a) => a.nonce),
  );
  const answers = new Map<string, GateOutcome>(before);
  const patience = { pauses: 0 };
  for (const action of readable.sort(byTime)) {
    if (answers.has(action.nonce)) continue;
    answers.set(action.nonce, await settle(action, sender, patience, deps).catch((error: unknown) => handBack(action, error)));
  }
  return actions.map((a) => ('unread' in a ? a.unread : (answers.get(a.action.nonce) as GateOutcome)));
}
