import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { Deps } from '../deps.ts';
import { requireClient } from './rules.ts';

/**
 * An opening that is to be seen goes through the content check. What is not passed stays a draft and waits for an officer;
 * words that were passed once are not asked about again, and words that were refused have to change.
 */
export async function shownWhenPassed(job: Job, employer: Employer, writer: WorkerId, { content, employers }: Deps): Promise<Job> {
  if (job.status !== 'open') return job;
  requireClient(job, employer, job.onBehalfOf && (await employers.withCode(job.onBehalfOf.creditCode)));
  const { texts, key } = content.wordsOf(job);
  const known = job.content?.key === key ? job.content : undefined;
  if (known?.state === 'passed') return job;
  if (known?.state === 'refused') throw new Problem('content_refused', { reason: known.reason });
  if (known?.state === 'waiting') throw new Problem('content_waiting');
  const verdict = await content.review(writer, texts);
  if (verdict === 'pass') return { ...job, content: { state: 'passed', key } };
  const caseId = `job-${job.jobId}-${job.version}`;
  await content.hold(employer, { caseId, kind: 'job', about: job.title, texts, verdict, jobId: job.jobId });
  return { ...job, status: 'draft', content: { state: 'waiting', key, caseId } };
}
