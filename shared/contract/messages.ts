import * as z from 'zod';
import { templateNames } from '../rules/messages.ts';
import { Cursor, Instant, Nonce, Nothing, Role } from './basics.ts';

const everyone = ['worker', 'recruiter', 'organizer', 'officer', 'steward'] as const;

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

const Template = z.enum(templateNames);
/** Messages of one template that were laid aside for one reason: WeChat's error code, or a word of ours. */
const LaidAside = z.object({ template: z.string(), reason: z.string(), count: z.number().int(), newestAt: Instant });

export const messagesContract = {
  /** What happened to me, in whatever role, newest first. */
  'messages.mine': { by: everyone, input: z.object({ cursor: Cursor.optional() }), output: z.object({ items: z.array(Message), cursor: Cursor.optional() }) },
  /** How many I have not read; beyond 99 it stays 99. */
  'messages.unread': { by: everyone, input: Nothing, output: z.object({ count: z.number().int() }) },
  /** Which messages of WeChat I can ask for, and how many of each I said yes to. */
  'messages.templates': {
    by: everyone,
    input: Nothing,
    output: z.object({ items: z.array(z.object({ template: Template, templateId: z.string(), left: z.number().int() })) }),
  },
  /** What the person tapped in WeChat's question: one yes is one message. `nonce` makes a repeat harmless. */
  'messages.agree': { by: everyone, input: z.object({ templates: z.array(Template).min(1).max(3), nonce: Nonce }), output: Nothing },

  /** What could not be told in WeChat, by reason; nothing about whom. */
  'messages.outbox': {
    by: ['officer'],
    input: Nothing,
    output: z.object({ waiting: z.number().int(), waitingSince: Instant.optional(), dead: z.array(LaidAside), unsure: z.array(LaidAside) }),
  },
  /** What was laid aside is tried again, after the mistake is mended. */
  'messages.resend': { by: ['officer'], input: Nothing, output: z.object({ count: z.number().int() }) },

  /** Everything up to this moment is read. */
  'messages.read': { by: everyone, input: z.object({ upTo: Instant }), output: z.object({ count: z.number().int() }) },
} as const;
