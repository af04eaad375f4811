import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Complaint } from '@shanhai/shared/contract/complaints.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { type ComplaintOutcome, type ComplaintReason, complaintDays } from '@shanhai/shared/rules/complaints.ts';
import { dueInWorkingDays } from '@shanhai/shared/rules/tasks.ts';

/** A report as it is kept: whose it is, and the task it made or joined. */
export interface KeptComplaint extends Complaint {
  workerId: WorkerId;
  taskId: string;
}

interface Told {
  workerId: WorkerId;
  reasons: ComplaintReason[];
  words: string;
}

/** Reports that come while others wait are looked at with them, by their day. */
export function makeComplaint(job: Job, employer: Employer, told: Told, waiting: readonly KeptComplaint[], newTaskId: string, madeAt: string): KeptComplaint {
  const [first] = waiting;
  return {
    ...told,
    reasons: [...new Set(told.reasons)],
    jobId: job.jobId,
    jobTitle: job.title,
    employerId: employer.employerId,
    employerShortName: employer.shortName,
    regionCode: employer.regionCode,
    madeAt,
    dueAt: first?.dueAt ?? dueInWorkingDays(madeAt, complaintDays),
    taskId: first?.taskId ?? newTaskId,
  };
}

export const isWaiting = (complaint: Complaint): boolean => complaint.outcome === undefined;

/** What is wrong is said to the employer in words; finding nothing needs none. */
export function requireNote(outcome: ComplaintOutcome, note: string | undefined): void {
  if (outcome !== 'unfounded' && !note) throw new Problem('invalid_input', { field: 'note', rule: 'needed' });
}

/**
 * What becomes of the opening: to be corrected it stands still until its words have changed, taken down it is closed and hidden.
 * 〔人力资源服务机构管理规定（令50号）：发现虚假信息立即停止服务、保存记录〕
 */
export function jobAfter(job: Job, outcome: ComplaintOutcome, key: string, note: string | undefined): Job {
  if (outcome === 'unfounded' || job.closeReason === 'taken_down') return job;
  if (outcome === 'taken_down') return { ...job, status: 'closed', closeReason: 'taken_down' };
  const status = job.status === 'open' ? 'paused' : job.status;
  return { ...job, status, content: { state: 'refused', key, reason: note } };
}
