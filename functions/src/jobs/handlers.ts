import { createHash } from 'node:crypto';
import type { Caller, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { remainingOf, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import type { HandlersOf } from '../http/handler.ts';
import { changeJob, closeJob, createJob, isOnOffer, pauseJob, publishJob, requireVisible } from './rules.ts';
import { shownWhenPassed } from './showing.ts';

const withEmployer = (job: Job, employer: Employer) => ({ ...job, employer, takeHomeFen: takeHomeFen(job), remaining: remainingOf(job) });

/** The same request sent again makes the same id, and finds what it made. */
const idFrom = ({ workerId, scope = '' }: Caller, nonce: string): string =>
  createHash('sha256').update(`${workerId}|${scope}|${nonce}`).digest('base64url').slice(0, 12);

export const jobsHandlers: HandlersOf<'jobs'> = {
  async 'jobs.create'({ input: { nonce, ...form }, caller }, { jobs, newId, now }) {
    const jobId = nonce ? idFrom(caller, nonce) : newId(12);
    return jobs.create(createJob(form, jobId as JobId, caller, now()));
  },

  async 'jobs.change'({ input: { jobId, version, ...form }, caller }, deps) {
    const changed = changeJob(await deps.jobs.get(jobId), form, version, caller, chinaDay(deps.now()));
    if (changed.status !== 'open') return deps.jobs.save(changed);
    return deps.jobs.save(await shownWhenPassed(changed, await deps.employers.get(changed.employerId), caller.workerId, deps));
  },

  async 'jobs.get'({ input, caller }, { jobs, employers }) {
    const job = await jobs.get(input.jobId);
    const employer = await employers.get(job.employerId);
    requireVisible(job, employer, caller);
    return withEmployer(job, employer);
  },

  async 'jobs.list'({ input }, { jobs, employers, now }) {
    const today = chinaDay(now());
    const page = await jobs.open(input.cursor);
    const wanted = page.items.filter((j) => (!input.region || isWithinRegion(j.workRegion, input.region)) && (!input.trade || j.trade === input.trade));
    const known = await employers.getMany(wanted.map((j) => j.employerId));
    const items = wanted.flatMap((job) => {
      const employer = known.get(job.employerId);
      return isOnOffer(job, employer, today) ? [withEmployer(job, employer)] : [];
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
    return deps.jobs.save(await shownWhenPassed(published, employer, caller.workerId, deps));
  },

  async 'jobs.pause'({ input, caller }, { jobs }) {
    return jobs.save(pauseJob(await jobs.get(input.jobId), caller));
  },

  async 'jobs.close'({ input, caller }, { jobs }) {
    return jobs.save(closeJob(await jobs.get(input.jobId), caller, input.reason));
  },
};
