import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { regionPrefix } from '@shanhai/shared/rules/regions.ts';
import type { HandlersOf } from '../http/handler.ts';
import { changeEmployer, requireSight, sendBackEmployer, submitEmployer, verifyEmployer } from './rules.ts';

export const employersHandlers: HandlersOf<'employers'> = {
  async 'employers.submit'({ input, caller }, { employers, identity, members, newId, now }) {
    const employer = submitEmployer(input, newId(12) as EmployerId, now());
    const { employerId, shortName, agentName } = employer;
    const owner = { workerId: caller.workerId, duty: 'owner' as const, name: agentName, addedAt: now() };
    const role = await identity.granting(caller.workerId, { role: 'recruiter', scope: employerId, scopeName: shortName, duty: 'owner' });
    await employers.create(employer, [...members.joining(employerId, owner), role]);
    return employer;
  },

  async 'employers.change'({ input: { employerId, ...form }, caller }, { employers, now }) {
    const before = await employers.get(employerId);
    return employers.save(changeEmployer(before, form, caller, now()), before);
  },

  async 'employers.get'({ input, caller }, { employers }) {
    const employer = await employers.get(input.employerId);
    requireSight(employer, caller);
    return employer;
  },

  async 'employers.list'({ input, caller }, { employers }) {
    if (caller.role === 'organizer' && input.status !== 'verified') throw new Problem('not_allowed');
    const inside = caller.role === 'officer' ? regionPrefix(caller.scope ?? '') : '';
    return employers.inStatus(input.status, inside, input.cursor);
  },

  async 'employers.verify'({ input, caller }, { employers, messages, now }) {
    const before = await employers.get(input.employerId);
    const verified = verifyEmployer(before, caller, input.note, chinaDay(now()));
    const values = { employer: verified.shortName };
    const told = await messages.writesForEmployer(verified.employerId, { kind: 'employer.verified', values, onceKey: `employer.verified#${before.version}` });
    return employers.save(verified, before, told);
  },

  async 'employers.sendBack'({ input, caller }, { employers, messages }) {
    const before = await employers.get(input.employerId);
    const sentBack = sendBackEmployer(before, caller, input.reasons, input.note);
    const values = { employer: sentBack.shortName, count: String(input.reasons.length) };
    const told = await messages.writesForEmployer(sentBack.employerId, { kind: 'employer.sent_back', values, onceKey: `employer.sent_back#${before.version}` });
    return employers.save(sentBack, before, told);
  },
};
