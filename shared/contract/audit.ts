import * as z from 'zod';
import { Cursor, Instant, Nothing, Role, WorkerId } from './basics.ts';

/** One line of the audit: who did what, over what, to whom, when and why. It names ids, never a name or a number of anybody. */
export const AuditLine = z.object({
  /** One call may leave two lines: what was asked, and that it was refused. */
  lineId: z.string(),
  at: Instant,
  by: z.string(),
  role: Role,
  /** The region that answers for it: the officer’s, the organizer’s, or that of the recruiter’s employer. */
  region: z.string(),
  scope: z.string().optional(),
  /** The route, or what a handler said it did. */
  action: z.string(),
  /** Ids of what it was about: `workerId`, `employerId`, `fairId` … */
  subject: z.record(z.string(), z.string()),
  /** Whose data were seen, at most a hundred. */
  persons: z.array(z.string()).default([]),
  /** Why: what a person chose or wrote. */
  words: z.string().optional(),
  /** The problem it was refused with. */
  refused: z.string().optional(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** Who did it, under the name that goes with the role; and what it was about: names of employers, fairs, openings, staff, people only masked. */
const ShownLine = AuditLine.extend({ byName: z.string(), called: z.record(z.string(), z.string()).default({}) });

export const chainFaults = [
  'block_missing',
  'block_changed',
  'order_changed',
  'line_missing',
  'line_changed',
  'line_added',
  'touched',
  'copy_missing',
  'copy_differs',
] as const;
export type ChainFault = (typeof chainFaults)[number];

/** The first place where the chain does not hold. */
const Gap = z.object({ block: z.number().int(), fault: z.enum(chainFaults), lineId: z.string().optional(), at: z.string().optional() });

/** What of the chain lies outside the table, where nobody can change it. */
const Copies = z.object({ count: z.number().int(), until: Instant.optional() });

export const auditContract = {
  /** The audit of the own region and those below it, newest first; of one person, or by one officer, when asked so. */
  'audit.list': {
    by: ['officer'],
    input: z.object({ person: WorkerId.optional(), doneBy: WorkerId.optional(), cursor: Cursor.optional() }),
    output: z.object({ items: z.array(ShownLine), cursor: Cursor.optional() }),
  },
  /** Walks the chain of the own region, compares it with the copies outside the table, and names the first gap. */
  'audit.check': {
    by: ['officer'],
    input: Nothing,
    output: z.object({ blocks: z.number().int(), lines: z.number().int(), since: z.string().optional(), copies: Copies.optional(), gap: Gap.optional() }),
  },
} as const;
