import type { JobId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { complaintOutcomeWords, complaintReasonWords } from '@shanhai/shared/rules/complaints.ts';
import { requireOfficerOf } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { isWaiting, jobAfter, type KeptComplaint, makeComplaint, requireNote } from './rules.ts';

async function reportedAt(jobId: JobId, { jobs, employers, complaints }: Deps) {
  const job = await jobs.get(jobId);
  const [employer, items] = await Promise.all([employers.get(job.employerId), complaints.ofJob(jobId)]);
  return { job, employer, items };
}

const shown = ({ job, employer, items }: Awaited<ReturnType<typeof reportedAt>>) => ({
  jobTitle: job.title,
  jobStatus: job.status,
  employerId: employer.employerId,
  employerShortName: employer.shortName,
  items,
});

async function openTask({ taskId, regionCode, jobId, employerId, ...made }: KeptComplaint, { tasks }: Deps): Promise<void> {
  const words = `${made.employerShortName}：${made.jobTitle}，${made.reasons.map((r) => complaintReasonWords[r]).join('、')}`.slice(0, 80);
  await tasks.open({ taskId, kind: 'report', regionCode, subject: { jobId, employerId }, words, openedAt: made.madeAt, dueAt: made.dueAt });
}

/** Everybody who reported hears of it; told again under the same key it is there once. */
async function tellReporter({ workerId, jobId, jobTitle, outcome, madeAt }: KeptComplaint, { messages }: Deps): Promise<void> {
  if (!outcome) return;
  await messages.tell(workerId, {
    kind: 'complaint.decided',
    values: { title: jobTitle, outcome: complaintOutcomeWords[outcome] },
    onceKey: `complaint#${jobId}#${madeAt}`,
  });
}

export const complaintsHandlers: HandlersOf<'complaints'> = {
  async 'complaints.make'({ input, caller: { workerId } }, deps) {
    const { job, employer, items } = await reportedAt(input.jobId, deps);
    if (job.status === 'draft') throw new Problem('not_found', { jobId: input.jobId });
    if (await deps.complaints.find(workerId, input.jobId)) throw new Problem('complaint_made');
    const told = { workerId, reasons: input.reasons, words: input.words };
    const made = makeComplaint(job, employer, told, items.filter(isWaiting), `report-${input.jobId}-${deps.newId(6)}`, deps.now());
    await openTask(made, deps);
    await deps.complaints.make(made);
    return made;
  },

  async 'complaints.mine'({ caller }, { complaints }) {
    const items = await complaints.ofWorker(caller.workerId);
    return { items: items.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)) };
  },

  async 'complaints.ofJob'({ input, caller }, deps) {
    const reported = await reportedAt(input.jobId, deps);
    requireOfficerOf(reported.employer.regionCode, caller);
    return shown(reported);
  },

  async 'complaints.decide'({ input: { jobId, outcome, note }, caller }, deps) {
    const { job, employer, items } = await reportedAt(jobId, deps);
    requireOfficerOf(employer.regionCode, caller);
    requireNote(outcome, note);
    const waiting = items.filter(isWaiting);
    if (!waiting.length) throw new Problem('complaint_settled');
    const after = jobAfter(job, outcome, deps.content.wordsOf(job).key, note);
    if (after !== job) await deps.jobs.save(after);
    const decidedAt = deps.now();
    if (outcome !== 'unfounded')
      await deps.messages.tellEmployer(employer.employerId, {
        kind: `complaint.${outcome}`,
        values: { title: job.title, note },
        onceKey: `complaint#${jobId}#${decidedAt}`,
      });
    const decided = waiting.map((one) => ({ ...one, outcome, note, decidedAt }));
    await Promise.all(
      decided.map(async (one) => {
        await tellReporter(one, deps);
        await deps.complaints.decide(one, caller.workerId);
      }),
    );
    await Promise.all([...new Set(waiting.map((one) => one.taskId))].map((taskId) => deps.tasks.settle(taskId, decidedAt)));
    const rest = items.filter((one) => !isWaiting(one));
    return shown({ job: after, employer, items: [...rest, ...decided] });
  },
};
