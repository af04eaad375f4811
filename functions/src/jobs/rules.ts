import type { Caller, EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job, JobForm } from '@shanhai/shared/contract/jobs.ts';
import type { Task } from '@shanhai/shared/contract/tasks.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { hiresForOthers, isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { type closeReasons, jobCan, remainingOf, sumsOf } from '@shanhai/shared/rules/jobs.ts';
import { leadsAway, withoutLeads } from '@shanhai/shared/rules/lead-away.ts';
import { type ByNeed, partByNeed } from '@shanhai/shared/rules/post-essential.ts';
import { postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { wordFields } from '@shanhai/shared/rules/post-rule.ts';
import { requireOfficerOf, requireRecruiterOf } from '@shanhai/shared/rules/scopes.ts';
import { dueInWorkingDays } from '@shanhai/shared/rules/tasks.ts';

type Kept = ByNeed['kept'][number];

/**
 * An open post keeps all six fields and breaks no rule; what the work itself needs may stand with its reason.
 * 〔人力资源市场暂行条例 §24；就业促进法 §26–31、§41；劳动合同法 §9；人社部、网信办2024年8月29日通知〕
 */
function requireLawful(form: JobForm, today: string): void {
  const findings = partByNeed(postFindings(form, today), form.essentials).open;
  if (findings.length) throw new Problem('post_breaks_rules', { count: findings.length, findings });
}

/** What an officer has to look at: words that stand only because the work is said to need them. */
export const keptByNeed = (job: Job, today: string): Kept[] => partByNeed(postFindings(job, today), job.essentials).kept;

const daysToLook = 2;

/** The officer of the employer's region looks within two working days. The same words with the same reason are looked at once. */
export function essentialTask(job: Job, employer: Employer, kept: readonly Kept[], now: string): Task {
  return {
    taskId: essentialTaskId(job, kept),
    kind: 'essential',
    regionCode: employer.regionCode,
    subject: { jobId: job.jobId },
    words: `${employer.shortName}：${job.title}，${kept.map(({ words = '' }) => words).join('、')}`.slice(0, 80),
    openedAt: now,
    dueAt: dueInWorkingDays(now, daysToLook),
  };
}

export const essentialTaskId = ({ jobId }: Job, kept: readonly Kept[]): string =>
  `essential#${jobId}#${mark(kept.map(({ words, why }) => `${words}|${why}`).join('#'))}`;

/** A short number that changes with the words. */
function mark(words: string): string {
  let sum = 5381;
  for (const letter of words) sum = (sum * 33 + (letter.codePointAt(0) ?? 0)) % 4_294_967_291;
  return sum.toString(36);
}

/** An officer lets the requirement stand, or stops the opening until it is gone. 〔就业促进法 §60〕 */
export function judgeEssential(job: Job, employer: Employer, isNeeded: boolean, version: number, by: Caller): Job {
  requireOfficerOf(employer.regionCode, by);
  if (version !== job.version) throw new Problem('changed_meanwhile');
  if (isNeeded) return job;
  return { ...job, essentials: [], status: job.status === 'open' ? 'paused' : job.status };
}

/** A draft may be unfinished; it belongs to the employer the recruiter acts for. */
export function createJob(form: JobForm, jobId: JobId, by: Caller, createdAt: string): Job {
  if (!by.scope) throw new Problem('not_allowed');
  return { ...form, ...sumsOf(form), jobId, employerId: by.scope as EmployerId, status: 'draft', filled: 0, createdAt, version: 0 };
}

/** What a form may leave out is gone when it is left out. */
const unsaid = {
  piece: undefined,
  deductions: undefined,
  usualDays: undefined,
  shifts: undefined,
  contract: undefined,
  insurances: undefined,
  probation: undefined,
  startOn: undefined,
  onBehalfOf: undefined,
} satisfies Partial<JobForm>;

/** Whoever changes an open post must leave it lawful; an older version than the stored one is refused. */
export function changeJob(job: Job, form: JobForm, version: number, by: Caller, today: string): Job {
  requireRecruiterOf(job.employerId, by);
  if (!jobCan.change(job)) throw new Problem('job_cannot_change', { status: job.status });
  if (version !== job.version) throw new Problem('changed_meanwhile');
  if (form.headcount < job.filled) throw new Problem('headcount_below_filled', { filled: job.filled });
  if (job.status === 'open') requireLawful(form, today);
  return { ...job, ...unsaid, ...form, ...sumsOf(form) };
}

/**
 * An agency or a broker says for whom it hires, with an authorisation that lasts as long as the post; a broker for the employer it is registered with; others hire for themselves.
 * 〔人力资源市场暂行条例 §26；就业促进法 §41：不得为无合法证照的用人单位提供职业中介〕
 */
export function requireClient({ onBehalfOf, expiresOn }: Job, employer: Employer, client: Employer | undefined): void {
  if (!hiresForOthers(employer.kind)) {
    if (onBehalfOf) throw new Problem('client_not_needed');
    return;
  }
  if (!onBehalfOf) throw new Problem('client_missing');
  if (employer.kind === 'labour_broker' && onBehalfOf.creditCode !== employer.clientCode)
    throw new Problem('client_other', { client: employer.clientName ?? '' });
  if (onBehalfOf.authorisedUntilOn < expiresOn) throw new Problem('client_authorisation_short', { until: onBehalfOf.authorisedUntilOn });
  if (client?.status === 'suspended') throw new Problem('client_suspended');
}

/** Only a verified employer publishes, and only a lawful post. 〔人力资源市场暂行条例 §24、§26；五部门通知 2025-12-25〕 */
export function publishJob(job: Job, employer: Employer, by: Caller, today: string): Job {
  requireRecruiterOf(job.employerId, by);
  if (!jobCan.publish(job)) throw new Problem('job_cannot_publish', { status: job.status });
  if (!isVerifiedOn(employer, today)) throw new Problem('employer_not_verified');
  requireLawful(job, today);
  return { ...job, status: 'open' };
}

/** Paused, an opening is in no list and takes no applications; those that were sent stay. */
export function pauseJob(job: Job, by: Caller): Job {
  requireRecruiterOf(job.employerId, by);
  if (!jobCan.pause(job)) throw new Problem('job_cannot_pause', { status: job.status });
  return { ...job, status: 'paused' };
}

/** An employer closes only its own post; the reason feeds the yearly report. */
export function closeJob(job: Job, by: Caller, closeReason: (typeof closeReasons)[number]): Job {
  requireRecruiterOf(job.employerId, by);
  if (!jobCan.close(job)) throw new Problem('job_cannot_close', { status: job.status });
  return { ...job, status: 'closed', closeReason };
}

/** Does this opening stand open to everybody on a China day, with a place left? */
export function isOnOffer(job: Job, employer: Employer | undefined, today: string): employer is Employer {
  return job.status === 'open' && job.expiresOn >= today && remainingOf(job) > 0 && !!employer && isVerifiedOn(employer, today);
}

/**
 * A draft is its employer's own, and so are what an officer took down and all of an employer that is suspended, but for the staff
 * who look after it; anything else once published may be looked at, so that a shared card says what became of it.
 */
export function requireVisible(job: Job, employer: Employer, caller: Caller | undefined): void {
  const isStaff = caller?.role === 'officer' || caller?.role === 'organizer';
  const isHidden = job.status === 'draft' || ((job.closeReason === 'taken_down' || employer.status === 'suspended') && !isStaff);
  if (isHidden && caller?.scope !== job.employerId) throw new Problem('not_found', { jobId: job.jobId });
}

/** An opening from before it was refused is shown without what leads away. */
export function shownToPeople(job: Job): Job {
  const written = [...wordFields, 'workTown', 'workAddress', 'taste'] as const;
  return { ...job, ...Object.fromEntries(written.flatMap((field) => (leadsAway(job[field]) ? [[field, withoutLeads(job[field])]] : []))) };
}
