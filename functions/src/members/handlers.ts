import type { EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { requireRecruiterOf } from '@shanhai/shared/rules/scopes.ts';
import type { HandlersOf } from '../http/handler.ts';
import { type Invitation, invitationMinutes, newMember, requireFresh, requireMayRemove, requireOwner, roleAt } from './rules.ts';

const roleOver = (employerId: EmployerId) => ({ role: 'recruiter' as const, scope: employerId });

export const membersHandlers: HandlersOf<'members'> = {
  async 'members.list'({ input, caller }, { members }) {
    requireRecruiterOf(input.employerId, caller);
    return { items: await members.of(input.employerId) };
  },

  async 'members.invite'({ input: { employerId }, caller }, { members, codes, newId, now }) {
    requireOwner(employerId, caller);
    const invitation: Invitation = { invitationId: newId(12), employerId, invitedBy: caller.workerId, expiresAt: afterMinutes(now(), invitationMinutes) };
    await members.invite(invitation);
    return { ...invitation, code: codes.sign('M', invitation.invitationId) };
  },

  async 'members.invitation'({ input }, { members, employers, now }) {
    const invitation = await members.invitation(input.invitationId);
    if (!invitation || invitation.expiresAt <= now()) throw new Problem('invitation_over');
    const { employerId, name, shortName } = await employers.get(invitation.employerId);
    return { employerId, employerName: name, employerShortName: shortName, expiresAt: invitation.expiresAt, isUsed: !!invitation.usedBy };
  },

  async 'members.join'({ input, caller: { workerId } }, { members, employers, identity, now }) {
    const known = await members.invitation(input.invitationId);
    if (!known) throw new Problem('invitation_over');
    const employer = await employers.get(known.employerId);
    const { employerId, shortName: employerShortName } = employer;
    if (await members.find(employerId, workerId)) return { employerId, employerShortName };
    const invitation = requireFresh(known, now());
    await members.join(invitation, newMember(workerId, 'recruiter', input.name, now()), await identity.granting(workerId, roleAt(employer, 'recruiter')));
    return { employerId, employerShortName };
  },

  async 'members.change'({ input: { employerId, workerId, duty }, caller }, { members, employers, identity }) {
    requireOwner(employerId, caller);
    const member = await members.get(employerId, workerId);
    if (member.duty === duty) return member;
    const employer = await employers.get(employerId);
    await members.change(employerId, member, duty, await identity.granting(workerId, roleAt(employer, duty)));
    return { ...member, duty };
  },

  async 'members.remove'({ input: { employerId, workerId }, caller }, { members, employers, fairs, identity }) {
    requireMayRemove({ workerId }, employerId, caller);
    const member = await members.get(employerId, workerId as WorkerId);
    const role = await identity.revoking(workerId, roleOver(employerId));
    const { length } = await members.of(employerId);
    // nobody is kept here against their will: who is alone closes the employer by leaving, and then may be erased
    if (length === 1)
      await members.leaveAlone(employerId, member, role, [...(await employers.closing(employerId)), ...(await fairs.waiting(employerId, true))]);
    else await members.remove(employerId, member, role);
    return { removed: true as const };
  },
};
