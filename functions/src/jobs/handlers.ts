import { createHash } from 'node:crypto';
import type { Caller, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isVerifiedOn, shownOn } from '@shanhai/shared/rules/employers.ts';
import { postLink, remainingOf, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import {
  changeJob,
  closeJob,
  createJob,
  essentialTask,
  essentialTaskId,
  isOnOffer,
  judgeEssential,
  keptByNeed,
  pauseJob,
  publishJob,
  requireVisible,
  shownToPeople,
} from './rules.ts';
import { shownWhenPassed } from './showing.ts';

const withEmployer = (job: Job, employer: Employer) => ({ ...job, employer, takeHomeFen: takeHomeFen(job), remaining: remainingOf(job) });

/** The employer an opening is for, where it is here itself and verified. */
async function verifiedClient({ onBehalfOf }: Job, { employers, now }: Pick<Deps, 'employers' | 'now'>): Promise<Employer | undefined> {
  const client = onBehalfOf && (await employers.withCode(onBehalfOf.creditCode));
  return client && isVerifiedOn(client, chinaDay(now())) ? client : undefined;
}

/** The same request sent again makes the same id, and finds what it made. */
const idFrom = ({ workerId, scope = '' }: Caller, nonce: string): string =>
  createHash('sha256').update(`${workerId}|${scope}|${nonce}`).digest('base64url').slice(0, 12);

/** A requirement that stands by its reason is looked at by the officer of the employer's region. */
async function askOfficer(job: Job, employer: Employer, { tasks, now }: Deps): Promise<void> {
  const kept = keptByNeed(job, chinaDay(now()));
  if (kept.length) await tasks.open(essentialTask(job, employer, kept, now()));
}

export const jobsHandlers: HandlersOf<'jobs'> = {
  async 'jobs.create'({ input: { nonce, ...form }, caller }, { jobs, newId, now }) {
    const jobId = nonce ? idFrom(caller, nonce) : newId(12);
    return jobs.create(createJob(form, jobId as JobId, caller, now()));
  },

  async 'jobs.change'({ input: { jobId, version, ...form }, caller }, deps) {
    const changed = changeJob(await deps.jobs.get(jobId), form, version, caller, chinaDay(deps.now()));
    if (changed.status !== 'open') return deps.jobs.save(changed);
    const employer = await deps.employers.get(changed.employerId);
    const saved = await deps.jobs.save(await shownWhenPassed(changed, employer, caller.workerId, deps));
    await askOfficer(saved, employer, deps);
    return saved;
  },

  async 'jobs.get'({ input, caller }, deps) {
    const job = await deps.jobs.get(input.jobId);
    const employer = await deps.employers.get(job.employerId);
    requireVisible(job, employer, caller);
    const shown = caller?.scope === job.employerId ? job : shownToPeople(job);
    return {
      ...withEmployer(shown, shownOn(employer, chinaDay(deps.now()))),
      link: postLink(deps.publicOrigin, job.jobId),
      client: await verifiedClient(job, deps),
    };
  },

  async 'jobs.list'({ input }, { jobs, employers, now }) {
    const today = chinaDay(now());
    const page = await jobs.open(input.cursor);
    const wanted = page.items.filter((j) => (!input.region || isWithinRegion(j.workRegion, input.region)) && (!input.trade || j.trade === input.trade));
    const known = await employers.getMany(wanted.map((j) => j.employerId));
    const items = wanted.flatMap((job) => {
      const employer = known.get(job.employerId);
      return isOnOffer(job, employer, today) ? [withEmployer(shownToPeople(job), employer)] : [];
    });
    return { items, cursor: page.cursor };
  },

  async 'jobs.mine'({ input, caller }, { jobs }) {
    if (caller.role === 'recruiter' && caller.scope !== input.employerId) throw new Problem('not_allowed');
    const all = await jobs.ofEmployer(input.employerId);
    return { items: caller.role === 'recruiter' ? all : all.filter((j) => j.status === 'open') };
  },

  async 'jobs.publish'({ input, caller }, deps) {
    const job = await deps.jobs.get(input.jobId);
    const employer = await deps.employers.get(job.employerId);
    const published = publishJob(job, employer, caller, chinaDay(deps.now()));
    const saved = await deps.jobs.save(await shownWhenPassed(published, employer, caller.workerId, deps));
    await askOfficer(saved, employer, deps);
    return saved;
  },

  async 'jobs.judgeEssential'({ input: { jobId, version, isNeeded, note }, caller }, { jobs, employers, tasks, messages, now }) {
    const job = await jobs.get(jobId);
    const judged = judgeEssential(job, await employers.get(job.employerId), isNeeded, version, caller);
    const saved = isNeeded ? job : await jobs.save(judged);
    await tasks.settle(essentialTaskId(job, keptByNeed(job, chinaDay(now()))), now());
    const values = { title: job.title, note: note || '这一条不是干活必须的', jobId };
    if (!isNeeded) await messages.tellEmployer(job.employerId, { kind: 'job.essential_refused', values, onceKey: `essential#${jobId}#${version}` });
    return saved;
  },

  async 'jobs.pause'({ input, caller }, { jobs }) {
    return jobs.save(pauseJob(await jobs.get(input.jobId), caller));
  },

  async 'jobs.close'({ input, caller }, { jobs }) {
    return jobs.save(closeJob(await jobs.get(input.jobId), caller, input.reason));
  },
};
