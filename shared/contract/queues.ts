import * as z from 'zod';
import { Instant, Nonce } from './basics.ts';

/** What a device did without network, as it keeps it until it can send it. */
export const Queued = z.object({ nonce: Nonce, happenedAt: Instant });

/** An action that cannot be read is refused by itself and must not hold up the others, so the shape is asked action by action. */
export const Unread = z.looseObject({ nonce: z.string().max(64).optional() });

/** What became of one action. `refused` with `try_again` is not final: sent again a few times it may succeed. Every other refusal is for a human. */
export const QueueOutcome = z.object({
  nonce: z.string(),
  outcome: z.enum(['done', 'already', 'refused']),
  problem: z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()) }).optional(),
});
export type QueueOutcome = z.infer<typeof QueueOutcome>;
