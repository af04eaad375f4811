import type { Caller, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { FittingPerson } from '@shanhai/shared/contract/search.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { whyNotApply } from '@shanhai/shared/rules/applications.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { isTooPrivate, peopleOnPage } from '@shanhai/shared/rules/search.ts';
import { isHazardousFor } from '@shanhai/shared/rules/young-workers.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { readCursor, writeCursor } from '../table/cursor.ts';
import type { Override } from './invite-store.ts';
import { byFit, fitFor, hasTrade, isBefore, isSeenBy, mayBeShown, mayOverride, type Ranked, shownPerson } from './matching-rules.ts';

interface Opening {
  job: Job;
  employer: Employer;
}

const officeOf = ({ scope = '' }: Caller): string => `${regionName(scope)}人社局`;

/** An opening that people may apply for now: whoever may look for people for it. */
async function openingOf(jobId: JobId, caller: Caller, { jobs, employers, now }: Deps): Promise<Opening> {
  const job = await jobs.get(jobId);
  if (caller.role === 'recruiter' && caller.scope !== job.employerId) throw new Problem('not_allowed');
  if (caller.role === 'officer' && job.status === 'draft') throw new Problem('not_found', { jobId });
  const employer = await employers.get(job.employerId);
  const today = chinaDay(now());
  const why = whyNotApply(job, isVerifiedOn(employer, today), today);
  if (why) throw new Problem(why, { jobId });
  return { job, employer };
}

/** Everybody who may be shown by what the rows say, the best fit first. */
async function ranking(job: Job, caller: Caller, { invites, now }: Deps): Promise<Ranked[]> {
  const rows = await invites.findable(job.trade);
  return rows
    .map((row) => ({ workerId: row.workerId, person: { ...row, isFindable: true, home: { regionCode: row.regionCode } } }))
    .filter(({ person }) => mayBeShown(person, job, now()) && isSeenBy(person, job, caller))
    .map(({ workerId, person }) => ({ workerId, score: fitFor(person, job).score }))
    .sort(byFit);
}

function positionOf(cursor: string): Ranked {
  const { score, id } = readCursor(cursor);
  if (!Number.isFinite(Number(score))) throw new Problem('invalid_input', { field: 'cursor' });
  return { score: Number(score), workerId: String(id) as WorkerId };
}

const wordsOf = ({ byName, reason, at }: Override) => ({ byName, reason, on: chinaDay(at) });

/** What the profiles say at this very moment decides: who switched it off a second ago is not shown. */
async function shownNow(workerIds: readonly WorkerId[], overrides: readonly Override[], job: Job, caller: Caller, deps: Deps): Promise<FittingPerson[]> {
  const { workers, invites, now } = deps;
  const [profiles, invited] = await Promise.all([workers.getMany(workerIds, { strongly: true }), invites.invitedOf(job.jobId, workerIds)]);
  return workerIds.flatMap((workerId) => {
    const person = profiles.get(workerId);
    const override = overrides.find((one) => one.workerId === workerId);
    if (!person || !mayBeShown(person, job, now()) || !isSeenBy(person, job, caller)) return [];
    if (!override && !hasTrade(person, job)) return [];
    return [{ ...shownPerson(workerId, person, job), invitedAt: invited.get(workerId), recommended: override && wordsOf(override) }];
  });
}

/** Once a day for each person and onlooker. 〔个人信息保护法 §44〕 */
async function recordLooks(people: readonly { workerId: WorkerId }[], caller: Caller, { job, employer }: Opening, { workers, now }: Deps): Promise<void> {
  const at = new Date(`${chinaDay(now())}T00:00:00+08:00`).toISOString();
  const byName = caller.role === 'officer' ? officeOf(caller) : employer.shortName;
  const id = `${caller.scope ?? job.employerId}#matched`;
  await Promise.all(people.map(({ workerId }) => workers.recordView(workerId, { at, role: caller.role, byName, what: 'matched' }, id)));
}

export const matchingHandlers: HandlersOf<'search'> = {
  async 'search.workersFor'({ input: { jobId, cursor }, caller }, deps) {
    const opening = await openingOf(jobId, caller, deps);
    const { job } = opening;
    const [ranked, overrides] = await Promise.all([ranking(job, caller, deps), deps.invites.overrides(jobId)]);
    const recommended = new Set(overrides.map((one) => one.workerId));
    const after = cursor ? positionOf(cursor) : undefined;
    const rest = ranked.filter((one) => !recommended.has(one.workerId) && (!after || isBefore(after, one)));
    const page = rest.slice(0, after ? peopleOnPage : Math.max(0, peopleOnPage - recommended.size));
    const ids = [...(after ? [] : [...recommended].slice(0, peopleOnPage)), ...page.map((one) => one.workerId)];
    const items = await shownNow(ids, overrides, job, caller, deps);
    await recordLooks(items, caller, opening, deps);
    const last = page.at(-1);
    return { items, cursor: last && rest.length > page.length ? writeCursor({ score: String(last.score), id: last.workerId }) : undefined };
  },

  async 'search.invite'({ input: { jobId, workerId }, caller }, deps) {
    const { invites, messages, now } = deps;
    const { job, employer } = await openingOf(jobId, caller, deps);
    const before = (await invites.invitedOf(jobId, [workerId])).get(workerId);
    if (before) return { invitedAt: before };
    const [person] = await shownNow([workerId], await invites.overrides(jobId), job, caller, deps);
    if (!person) throw new Problem('worker_not_findable');
    const invitedAt = now();
    await invites.countInvite(job.employerId, chinaDay(invitedAt), invitedAt);
    const values = { jobId, title: job.title, employer: employer.shortName };
    const told = await messages.writes(workerId, { kind: 'opening.invited', values, onceKey: `invited#${jobId}` });
    await invites.invite(jobId, workerId, { by: caller.workerId, employerId: job.employerId, invitedAt }, told);
    return { invitedAt };
  },

  async 'search.override'({ input: { jobId, workerId, reason }, caller }, deps) {
    const { invites, messages, workers, now } = deps;
    const person = await workers.get(workerId);
    const { job, employer } = await openingOf(jobId, caller, deps);
    if (!mayOverride(person, job, now(), caller)) throw new Problem('not_allowed');
    if (person.mergedInto || person.looking?.is === false) throw new Problem('worker_not_findable');
    if (isHazardousFor(person, job, chinaDay(now()))) throw new Problem('work_kept_from_young', { jobId });
    if (isTooPrivate(reason)) throw new Problem('reason_too_private');
    const values = { jobId, title: job.title, employer: employer.shortName, reasons: `${officeOf(caller)}：${reason}` };
    const told = await messages.writes(workerId, { kind: 'opening.recommended', values, onceKey: `recommended#${jobId}` });
    return wordsOf(await invites.override(jobId, { workerId, by: caller.workerId, byName: officeOf(caller), reason, at: now() }, told));
  },
};
