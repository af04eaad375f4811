import * as z from 'zod';
import { Cursor, Instant, Nothing, Role } from './basics.ts';

const everyone = ['worker', 'recruiter', 'organizer', 'officer'] as const;

/** One thing that happened, in words that are ready to be read. */
export const Message = z.object({
  messageId: z.string(),
  kind: z.string(),
  title: z.string(),
  words: z.string(),
  /** The page it opens, with its parameters, in the role and over the thing it is about. */
  page: z.string(),
  params: z.record(z.string(), z.string()),
  role: Role,
  scope: z.string().optional(),
  at: Instant,
  isRead: z.boolean(),
});
export type Message = z.infer<typeof Message>;

export const messagesContract = {
  /** What happened to me, in whatever role, newest first. */
  'messages.mine': { by: everyone, input: z.object({ cursor: Cursor.optional() }), output: z.object({ items: z.array(Message), cursor: Cursor.optional() }) },
  /** How many I have not read; beyond 99 it stays 99. */
  'messages.unread': { by: everyone, input: Nothing, output: z.object({ count: z.number().int() }) },
  /** Everything up to this moment is read. */
  'messages.read': { by: everyone, input: z.object({ upTo: Instant }), output: z.object({ count: z.number().int() }) },
} as const;
