import type { Caller, EmployerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { isVerifiedOn, suspendWords } from '@shanhai/shared/rules/employers.ts';
import { regionPrefix } from '@shanhai/shared/rules/regions.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import type { Write } from '../table/table.ts';
import { employerPage, stayedDays } from './page.ts';
import {
  asSeenBy,
  changeEmployer,
  liftEmployer,
  papersLookedAt,
  requirePapers,
  requireSight,
  sendBackEmployer,
  shownTextsOf,
  submitEmployer,
  suspendEmployer,
  verifyEmployer,
} from './rules.ts';

/** The part of a transaction that makes the photographs the employer's own. */
async function takingPapers({ employerId, papers = [] }: Employer, by: Caller, { files }: Deps): Promise<Write[]> {
  if (!papers.length) return [];
  const found = requirePapers(papers, await files.getMany(papers.map((paper) => paper.fileId)), employerId, by);
  return files.belonging(found, employerId);
}

/** What WeChat thinks of its words goes with it to the officer; it never keeps an employer from handing in. */
async function withTextsReviewed(employer: Employer, by: Caller, { content }: Deps): Promise<Employer> {
  const verdict = await content.review(by.workerId, shownTextsOf(employer));
  return verdict === 'pass' ? employer : { ...employer, textCheck: verdict };
}

/** For officers: each photograph with what WeChat thinks of it. */
async function lookedAt(employers: readonly Employer[], { files, now }: Deps): Promise<Employer[]> {
  const found = await files.getMany(employers.flatMap(({ papers = [] }) => papers.map((paper) => paper.fileId)));
  return employers.map((one) => (one.papers ? { ...one, papers: papersLookedAt(one.papers, found, now()) } : one));
}

export const employersHandlers: HandlersOf<'employers'> = {
  async 'employers.submit'({ input, caller }, deps) {
    const { employers, identity, members, newId, now } = deps;
    const employer = await withTextsReviewed(submitEmployer(input, newId(12) as EmployerId, now()), caller, deps);
    const { employerId, shortName, agentName } = employer;
    const owner = { workerId: caller.workerId, duty: 'owner' as const, name: agentName, addedAt: now() };
    const role = await identity.granting(caller.workerId, { role: 'recruiter', scope: employerId, scopeName: shortName, duty: 'owner' });
    await employers.create(employer, [...members.joining(employerId, owner), role, ...(await takingPapers(employer, caller, deps))]);
    return asSeenBy(employer, caller);
  },

  async 'employers.change'({ input: { employerId, ...form }, caller }, deps) {
    const before = await deps.employers.get(employerId);
    const changed = await withTextsReviewed(changeEmployer(before, form, caller, deps.now()), caller, deps);
    const others = [...(await takingPapers(changed, caller, deps)), ...(await deps.fairs.waiting(employerId, true))];
    return asSeenBy(await deps.employers.save(changed, before, others), caller);
  },

  async 'employers.get'({ input, caller }, deps) {
    const employer = await deps.employers.get(input.employerId);
    requireSight(employer, caller);
    const [seen = employer] = caller.role === 'officer' ? await lookedAt([employer], deps) : [employer];
    return asSeenBy(seen, caller);
  },

  async 'employers.public'({ input: { employerId } }, { employers, answers, jobs, now }) {
    const today = chinaDay(now());
    const [employer, record, placed, all] = await Promise.all([
      employers.get(employerId),
      answers.of(employerId),
      answers.arrivedBy(employerId, dayAfter(today, -stayedDays)),
      jobs.ofEmployer(employerId),
    ]);
    if (employer.status === 'waiting' || employer.status === 'sent_back') throw new Problem('not_found', { employerId });
    return employerPage(employer, record, placed, all, today);
  },

  async 'employers.list'({ input, caller }, deps) {
    if (caller.role === 'organizer' && input.status !== 'verified') throw new Problem('not_allowed');
    const inside = caller.role === 'officer' ? regionPrefix(caller.scope ?? '') : '';
    const page = await deps.employers.inStatus(input.status, inside, input.cursor);
    return caller.role === 'officer'
      ? { ...page, items: await lookedAt(page.items, deps) }
      : { ...page, items: page.items.map((one) => asSeenBy(one, caller)) };
  },

  async 'employers.verify'({ input, caller }, deps) {
    const { employers, fairs, messages, now } = deps;
    const before = await employers.get(input.employerId);
    const [seen = before] = await lookedAt([before], deps);
    const verified = verifyEmployer(before, caller, input.note, chinaDay(now()), seen.papers);
    const values = { employer: verified.shortName };
    const told = await messages.writesForEmployer(verified.employerId, { kind: 'employer.verified', values, onceKey: `employer.verified#${before.version}` });
    // an authorisation that the officer explained away still ends what may be shown
    const booths = isVerifiedOn(verified, chinaDay(now())) ? await fairs.verified(verified) : await fairs.waiting(verified.employerId, true);
    return employers.save(verified, before, [...booths, ...told]);
  },

  async 'employers.sendBack'({ input, caller }, { employers, messages }) {
    const before = await employers.get(input.employerId);
    const sentBack = sendBackEmployer(before, caller, input.reasons, input.note);
    const values = { employer: sentBack.shortName, count: String(input.reasons.length) };
    const told = await messages.writesForEmployer(sentBack.employerId, { kind: 'employer.sent_back', values, onceKey: `employer.sent_back#${before.version}` });
    return employers.save(sentBack, before, told);
  },

  async 'employers.suspend'({ input, caller }, { employers, fairs, messages, now }) {
    const before = await employers.get(input.employerId);
    const stopped = suspendEmployer(before, caller, input.reason, input.note, now());
    const values = { employer: stopped.shortName, reason: suspendWords[input.reason] };
    const told = await messages.writesForEmployer(stopped.employerId, { kind: 'employer.suspended', values, onceKey: `employer.suspended#${before.version}` });
    return employers.save(stopped, before, [...(await fairs.withholding(stopped.employerId, true)), ...told]);
  },

  async 'employers.lift'({ input, caller }, { employers, fairs, messages }) {
    const before = await employers.get(input.employerId);
    const lifted = liftEmployer(before, caller);
    const values = { employer: lifted.shortName };
    const told = await messages.writesForEmployer(lifted.employerId, { kind: 'employer.lifted', values, onceKey: `employer.lifted#${before.version}` });
    return employers.save(lifted, before, [...(await fairs.withholding(lifted.employerId, false)), ...told]);
  },
};
