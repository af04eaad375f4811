import type { QueueOutcome } from '@shanhai/shared/contract/queues.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { codeIn, codePlace } from '@shanhai/shared/rules/gate.ts';
import type * as z from 'zod';

/** How often one action is tried, and how often a whole batch may wait for it: a function has ten seconds. */
const triesAtMost = 4;
const pausesAtMost = 6;

const passing: readonly string[] = ['try_again', 'changed_meanwhile'];
const isFinal = (error: unknown): error is Problem => error instanceof Problem && !passing.includes(error.code);
const pause = (tries: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60 * 4 ** tries));

interface Action {
  kind: string;
  nonce: string;
  happenedAt: string;
  /** Whom or what it is about: a person's code, a number, the nonce of another action. */
  code?: string | undefined;
  number?: number | undefined;
  of?: string | undefined;
}

/** How the actions of one kind of device are read, done and answered. */
export interface Doing<A extends Action, O extends QueueOutcome> {
  shape: z.ZodType<A>;
  /** What these were answered, where they were sent before. */
  answered: (nonces: readonly string[]) => Promise<ReadonlyMap<string, O>>;
  /** Does one; a refusal is thrown. */
  perform: (action: A) => Promise<O>;
  /** Refused for good: kept, so that it is answered alike. */
  refuse: (action: A, problem: Problem) => Promise<O>;
  /** At one and the same moment these come after the others: they take back what was done, or rest on it. */
  comesLast?: A['kind'];
}

/** Done or refused for good. What may go better in a moment is tried again, as long as the batch has patience. */
async function settle<A extends Action, O extends QueueOutcome>(action: A, doing: Doing<A, O>, patience: { pauses: number }): Promise<O> {
  for (let tries = 0; ; tries++) {
    try {
      return await doing.perform(action);
    } catch (error) {
      if (isFinal(error)) return doing.refuse(action, error);
      if (tries + 1 >= triesAtMost || patience.pauses++ >= pausesAtMost) throw error;
      await pause(tries);
    }
  }
}

/** Hands an action back to the device: nothing of it was kept, so that it can come again. */
function handBack({ kind, nonce }: Action, error: unknown): QueueOutcome {
  if (!(error instanceof Problem)) {
    const words = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : 'unknown';
    console.error(JSON.stringify({ upload: 'failed_action', kind, error: words }));
  }
  return { nonce, outcome: 'refused', problem: { code: 'try_again', detail: {} } };
}

/** By what an action and one that rests on it know each other; a strip's code is its number. */
function namesOf({ nonce, of, code, number }: Action): (string | number)[] {
  const place = code === undefined ? undefined : codePlace(code);
  const shown = place?.kind === 'strip' ? place.index : code && codeIn(code);
  return [nonce, of, number, shown].flatMap((name) => (name === undefined || name === '' ? [] : [name]));
}

const isHandedBack = ({ outcome, problem }: QueueOutcome): boolean => outcome === 'refused' && problem?.code === 'try_again';

type Read<A> = { action: A } | { unread: QueueOutcome };

/** An action whose shape is wrong is answered with the field, and holds up nobody. Times are brought to one form, so that they sort. */
function read<A extends Action>(sent: { nonce?: string | undefined }, shape: z.ZodType<A>): Read<A> {
  const found = shape.safeParse(sent);
  if (found.success) return { action: { ...found.data, happenedAt: new Date(found.data.happenedAt).toISOString() } };
  const field = found.error.issues[0]?.path.join('.') || 'kind';
  return { unread: { nonce: sent.nonce ?? '', outcome: 'refused', problem: { code: 'invalid_input', detail: { field } } } };
}

/** As it happened on the device; at one and the same moment what was done comes before what takes it back or rests on it. */
function byTime<A extends Action>(comesLast: A['kind'] | undefined) {
  return (a: A, b: A): number => {
    if (a.happenedAt !== b.happenedAt) return a.happenedAt < b.happenedAt ? -1 : 1;
    return Number(a.kind === comesLast) - Number(b.kind === comesLast) || (a.nonce < b.nonce ? -1 : 1);
  };
}

/**
 * Takes a device's queue: each action by itself, in the order in which it happened, answered in the order sent.
 * What was answered before is answered again from memory. What is about the same person as one that is handed back is handed back too:
 * judged before it, a taking back or an answer would be refused for good for want of what it rests on.
 */
export async function takeQueue<A extends Action, O extends QueueOutcome>(
  sent: readonly { nonce?: string | undefined }[],
  doing: Doing<A, O>,
): Promise<(O | QueueOutcome)[]> {
  const actions = sent.map((one) => read(one, doing.shape));
  const readable = actions.flatMap((a) => ('action' in a ? [a.action] : []));
  const answers = new Map<string, O | QueueOutcome>(await doing.answered(readable.map((a) => a.nonce)));
  const patience = { pauses: 0 };
  const waited = new Set<string | number>();
  for (const action of readable.sort(byTime(doing.comesLast))) {
    if (answers.has(action.nonce)) continue;
    const names = namesOf(action);
    const rests = names.some((name) => waited.has(name));
    const doingIt = rests ? Promise.reject(new Problem('try_again')) : settle(action, doing, patience);
    const answer = await doingIt.catch((error: unknown) => handBack(action, error));
    if (isHandedBack(answer)) for (const name of names) waited.add(name);
    answers.set(action.nonce, answer);
  }
  return actions.map((a) => ('unread' in a ? a.unread : (answers.get(a.action.nonce) as O)));
}
