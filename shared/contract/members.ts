import * as z from 'zod';
import { EmployerId, Instant, PersonName, WorkerId } from './basics.ts';

/** What somebody may do for an employer. */
export const MemberDuty = z.enum(['owner', 'recruiter']);
export type MemberDuty = z.infer<typeof MemberDuty>;

/** Somebody who works for an employer, as the colleagues see it. */
export const Member = z.object({ workerId: WorkerId, duty: MemberDuty, name: PersonName, addedAt: Instant });
export type Member = z.infer<typeof Member>;

export const InvitationId = z.string().regex(/^[\w-]{12}$/);

const everyone = ['worker', 'recruiter', 'organizer', 'officer'] as const;
const memberOf = z.object({ employerId: EmployerId, workerId: WorkerId });

export const membersContract = {
  /** The colleagues, for each other. */
  'members.list': { by: ['recruiter'], input: z.object({ employerId: EmployerId }), output: z.object({ items: z.array(Member) }) },
  /** An owner shows a code: it brings in one colleague, within 15 minutes. */
  'members.invite': {
    by: ['recruiter'],
    input: z.object({ employerId: EmployerId }),
    output: z.object({ invitationId: InvitationId, code: z.string(), expiresAt: Instant }),
  },
  /** Where this invitation leads; whoever asked sees by `isUsed` that the colleague is in. */
  'members.invitation': {
    by: everyone,
    input: z.object({ invitationId: InvitationId }),
    output: z.object({ employerId: EmployerId, employerName: z.string(), employerShortName: z.string(), expiresAt: Instant, isUsed: z.boolean() }),
  },
  /** Joins as a recruiter under the name the colleagues will see; who is in already stays as they are. */
  'members.join': {
    by: everyone,
    input: z.object({ invitationId: InvitationId, name: PersonName }),
    output: z.object({ employerId: EmployerId, employerShortName: z.string() }),
  },
  'members.change': { by: ['recruiter'], input: memberOf.extend({ duty: MemberDuty }), output: Member },
  /** An owner takes a colleague out, or somebody leaves. It holds from the next call on. */
  'members.remove': { by: ['recruiter'], input: memberOf, output: z.object({ removed: z.literal(true) }) },
} as const;
