import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { HeldCase } from '@shanhai/shared/contract/content.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { requireOfficerOf } from '@shanhai/shared/rules/scopes.ts';
import * as z from 'zod';

/** An officer of the region says yes, or no with a reason; once. 〔人力资源市场暂行条例 §29：信息审查〕 */
export function decideCase(held: HeldCase, by: Caller, decision: 'passed' | 'refused', reason: string | undefined, decidedAt: string): HeldCase {
  requireOfficerOf(held.regionCode, by);
  if (held.decision) throw new Problem('content_decided');
  if (decision === 'refused' && !reason) throw new Problem('invalid_input', { field: 'reason', rule: 'needed' });
  return { ...held, decision, reason, decidedAt };
}

/**
 * The opening as it stands after the decision, if these words are still what it waits with. Passed, it goes out, unless
 * something else keeps it back by now: then the recruiter sends it out.
 */
export function jobAfter(job: Job, held: HeldCase, employer: Employer, today: string): Job | undefined {
  if (job.content?.caseId !== held.caseId || job.content.state !== 'waiting') return undefined;
  if (held.decision === 'refused') return { ...job, content: { ...job.content, state: 'refused', reason: held.reason } };
  const isReady = job.status === 'draft' && isVerifiedOn(employer, today) && postFindings(job, today).length === 0;
  return { ...job, status: isReady ? 'open' : job.status, content: { ...job.content, state: 'passed' } };
}

/** What WeChat thinks of a picture. Where its look failed (errcode, e.g. -1008: not fetched) there is no result. */
const PictureEvent = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().regex(/^[\w.:-]{1,100}$/),
  errcode: z.number().default(0),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
});

/** The verdict in what WeChat pushed; undefined when it is about something else. No result is no yes. */
export function pictureVerdictIn(said: unknown): { traceId: string; verdict: 'pass' | 'review' | 'risky' | 'unchecked' } | undefined {
  const event = PictureEvent.safeParse(said);
  if (!event.success) return undefined;
  const { trace_id: traceId, errcode, result } = event.data;
  return { traceId, verdict: errcode === 0 && result ? result.suggest : 'unchecked' };
}
