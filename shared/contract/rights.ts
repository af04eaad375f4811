import * as z from 'zod';
import { heldKinds } from '../rules/rights.ts';
import { Instant, Nothing } from './basics.ts';

/** Asked to be erased, and when it happens; nothing asked: empty. */
export const Erasure = z.object({
  askedAt: Instant.optional(),
  dueAt: Instant.optional(),
  /** Staff roles are handed back first. */
  isStaff: z.boolean(),
  keeps: z.array(z.object({ what: z.string(), law: z.string(), until: z.string() })),
});
export type Erasure = z.infer<typeof Erasure>;

export const rightsContract = {
  /** Everything that is held about me, by kind, with how much of it there is. 〔个人信息保护法 §44、§45〕 */
  'rights.held': {
    by: ['worker'],
    input: Nothing,
    output: z.object({ items: z.array(z.object({ kind: z.enum(heldKinds), count: z.number().int(), lastAt: Instant.optional() })) }),
  },
  /** A copy to keep. What is sealed is in it only with a fresh sign-in of the same person. 〔个人信息保护法 §45〕 */
  'rights.copy': {
    by: ['worker'],
    input: z.object({ format: z.enum(['xlsx', 'json']), loginCode: z.string().min(1).max(200).optional() }),
    output: z.object({ fileName: z.string(), fileBase64: z.string(), withSealed: z.boolean() }),
  },
  'rights.erasure': { by: ['worker'], input: Nothing, output: Erasure },
  /** Everything of me goes after some days to think it over. 〔个人信息保护法 §47〕 */
  'rights.askErasure': { by: ['worker'], input: Nothing, output: Erasure },
  'rights.cancelErasure': { by: ['worker'], input: Nothing, output: Erasure },
} as const;
