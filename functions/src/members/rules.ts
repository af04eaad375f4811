import type { Caller, EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import type { Member, MemberDuty } from '@shanhai/shared/contract/members.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { requireRecruiterOf } from '@shanhai/shared/rules/scopes.ts';

/** A code on one phone for one colleague who stands beside it. */
export const invitationMinutes = 15;
export const mostMembers = 50;

/** A leaked code must not last: one colleague, a quarter of an hour. */
export interface Invitation {
  invitationId: string;
  employerId: EmployerId;
  invitedBy: WorkerId;
  expiresAt: string;
  usedBy?: WorkerId | undefined;
}

/** Only an owner says who works for the employer. */
export function requireOwner(employerId: EmployerId, by: Caller): void {
  requireRecruiterOf(employerId, by);
  if (by.duty !== 'owner') throw new Problem('not_allowed');
}

/** An owner takes anybody out; everybody may leave. */
export function requireMayRemove(member: { workerId: WorkerId }, employerId: EmployerId, by: Caller): void {
  if (member.workerId === by.workerId) requireRecruiterOf(employerId, by);
  else requireOwner(employerId, by);
}

/** An invitation opens one door once, within its minutes: `invitation_over`. */
export function requireFresh(invitation: Invitation | undefined, now: string): Invitation {
  if (!invitation || invitation.usedBy || invitation.expiresAt <= now) throw new Problem('invitation_over');
  return invitation;
}

export const newMember = (workerId: WorkerId, duty: MemberDuty, name: string, addedAt: string): Member => ({ workerId, duty, name, addedAt });

/** The role that goes with working for an employer. */
export const roleAt = (employer: { employerId: EmployerId; shortName: string }, duty: MemberDuty): HeldRole => ({
  role: 'recruiter',
  scope: employer.employerId,
  scopeName: employer.shortName,
  duty,
});
