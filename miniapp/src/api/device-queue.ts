import type { QueueOutcome } from '@shanhai/shared/contract/queues.ts';
import { isProblemCode } from '@shanhai/shared/problems.ts';
import { flush, sendsKind, type Told } from './flush.ts';
import { type Deed, deedsOf, findDeed, keepDeed, useDeeds } from './outbox.ts';

/** What was done on a device at work, before it has its nonce and its time. */
export type WithoutStamp<A> = A extends unknown ? Omit<A, 'nonce' | 'happenedAt'> : never;
type Stamped<A> = A & { nonce: string; happenedAt: string };

/** How a device's acts of one kind go up. */
export interface DeviceQueue<P extends { act: object }, O extends QueueOutcome> {
  name: string;
  most: number;
  /** Where it belongs: what a page of that place shows. */
  placeOf: (payload: P) => string;
  /** What goes up together. */
  batchOf: (payload: P) => string;
  upload: (place: P, actions: Stamped<P['act']>[]) => Promise<readonly O[]>;
}

function toldOf<O extends QueueOutcome>(item: O): Told<O> {
  const { nonce, outcome, problem } = item;
  if (outcome !== 'refused') return { nonce, answer: item };
  return { nonce, refusal: { code: isProblemCode(problem?.code) ? problem.code : 'internal', detail: problem?.detail ?? {} } };
}

async function send<P extends { act: object }, O extends QueueOutcome>(deeds: readonly Deed<P>[], queue: DeviceQueue<P, O>): Promise<Told<O>[]> {
  const told: Told<O>[] = [];
  for (const batch of new Set(deeds.map((deed) => queue.batchOf(deed.payload)))) {
    const together = deeds.filter((deed) => queue.batchOf(deed.payload) === batch);
    const [first] = together;
    if (!first) continue;
    const actions = together.map(({ nonce, happenedAt, payload }) => ({ ...payload.act, nonce, happenedAt }));
    told.push(...(await queue.upload(first.payload, actions)).map(toldOf));
  }
  return told;
}

/** The acts of a device at work: each kept before it is sent, sent in batches, answered one by one. */
export function deviceQueue<P extends { act: object }, O extends QueueOutcome>(queue: DeviceQueue<P, O>) {
  const isOf = (place: string) => (deed: Deed) => queue.placeOf(deed.payload as P) === place;
  return {
    /** Makes the outbox able to send them; once, when the app starts. */
    wire: (): void => sendsKind<P, O>({ name: queue.name, most: queue.most, send: (deeds) => send(deeds, queue) }),

    /** Keeps it on this device; it goes up by itself. Throws the refusal `storage` when there is no room. */
    keep(payload: P, nonce?: string, happenedAt?: string): Deed<P, O> {
      const deed = keepDeed<P>(queue.name, payload, nonce, happenedAt);
      void flush();
      return deed as Deed<P, O>;
    },

    /** What a colleague's device did, read off its screen: its nonce and its moment stay. False when it is here already. */
    keepHanded(payload: P, { nonce, happenedAt }: { nonce: string; happenedAt: string }): boolean {
      if (findDeed(nonce)) return false;
      keepDeed<P>(queue.name, payload, nonce, happenedAt);
      return true;
    },

    now: (place: string): readonly Deed<P, O>[] => deedsOf(queue.name).filter(isOf(place)) as Deed<P, O>[],
    useAll: (place: string): readonly Deed<P, O>[] => useDeeds<P, O>(queue.name).filter(isOf(place)),
  };
}
