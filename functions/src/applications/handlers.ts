import type { Caller, EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { whyNotApply } from '@shanhai/shared/rules/applications.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { requireNoLead } from '@shanhai/shared/rules/lead-away.ts';
import { requireOfficerOf, requireRecruiterOf } from '@shanhai/shared/rules/scopes.ts';
import { isHazardousFor } from '@shanhai/shared/rules/young-workers.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { answeredMessage, arrivalToEmployer, arrivalToWorker, receivedMessage, repliedMessage, withdrawnMessage } from './messages.ts';
import {
  type Application,
  answerApplication,
  arrive,
  isSeen,
  lineOf,
  type Offer,
  openedApplication,
  ownApplication,
  replyToApplication,
  type Said,
  seeApplication,
  sendAgain,
  sendApplication,
  withdrawApplication,
} from './rules.ts';

const offerOf = (job: Job, employer: Employer): Offer => ({
  jobId: job.jobId,
  employerId: job.employerId,
  employerName: employer.shortName,
  jobTitle: job.title,
  takeHomeFen: takeHomeFen(job),
  ...(job.demo ? { demo: true } : {}),
});

/** The opening, if this person may apply for it now. */
async function openingFor(workerId: WorkerId, jobId: JobId, { jobs, employers, workers, now }: Deps) {
  const [job, person] = await Promise.all([jobs.get(jobId), workers.get(workerId)]);
  if (job.status === 'draft') throw new Problem('not_found', { jobId });
  const employer = await employers.get(job.employerId);
  const today = chinaDay(now());
  const why = whyNotApply(job, isVerifiedOn(employer, today), today);
  if (why) throw new Problem(why, { jobId });
  if (isHazardousFor(person, job, today)) throw new Problem('work_kept_from_young', { jobId });
  return { offer: offerOf(job, employer), town: person.home?.town };
}

/** Whose application it is: the caller's own, or of somebody the caller acts for. Asked on every call. */
async function personOf({ forWorkerId }: { forWorkerId?: WorkerId | undefined }, caller: Caller, { workers }: Deps): Promise<WorkerId> {
  if (!forWorkerId || forWorkerId === caller.workerId) return caller.workerId;
  if (!(await workers.proxyOf(caller.workerId, forWorkerId))) throw new Problem('not_allowed');
  return forWorkerId;
}

/** An application of this person's, also one made before a record of theirs was claimed or merged. */
async function ownOf(workerId: WorkerId, jobId: JobId, { applications, workers }: Deps): Promise<Application> {
  const own = await applications.find(workerId, jobId);
  if (own) return own;
  const [, ...others] = await workers.selvesOf(workerId);
  const found = (await Promise.all(others.map((id) => applications.find(id, jobId)))).find((one) => one !== undefined);
  if (!found) throw new Problem('application_missing');
  return found;
}

/** Under which of their ids a person applies: one application per person and opening, also where it stands under an earlier id. */
async function appliesAs(workerId: WorkerId, jobId: JobId, { applications, workers }: Deps): Promise<WorkerId> {
  const [, ...others] = await workers.selvesOf(workerId);
  const standing = await Promise.all(others.map((id) => applications.find(id, jobId)));
  return standing.find((one) => one !== undefined)?.workerId ?? workerId;
}

/** Gives back every time that a person took for an opening, under whichever id. */
const giveBackTimes = async (workerId: WorkerId, jobId: JobId, { interviews, workers }: Deps) =>
  Promise.all((await workers.selvesOf(workerId)).map((id) => interviews.giveBackFor(id, jobId)));

/** The person, and everybody who acts for them now. */
async function tellPerson(workerId: WorkerId, told: ReturnType<typeof answeredMessage> | ReturnType<typeof arrivalToWorker>, deps: Deps): Promise<void> {
  const { workers, messages } = deps;
  const profile = await workers.get(workerId);
  if (profile.mergedInto) return tellPerson(profile.mergedInto, told, deps);
  const toProxy = { ...told, values: { ...told.values, forWorkerId: workerId } };
  const helpers = await workers.helpersOf(workerId, profile);
  await Promise.all([messages.tell(workerId, told), ...helpers.map((proxyId) => messages.tell(proxyId, toProxy))]);
}

/** Its own employer's, and that one is at work: who is suspended reads nobody and answers nobody. 〔令50号：停止服务；个人信息保护法 §6〕 */
async function requireAtWork(employerId: EmployerId, caller: Caller, { employers }: Deps): Promise<void> {
  requireRecruiterOf(employerId, caller);
  if (await employers.isSuspended(employerId)) throw new Problem('employer_suspended');
}

/** An application that the employer may still see. */
async function seenBy(caller: Caller, workerId: WorkerId, jobId: JobId, deps: Deps): Promise<Application> {
  const { applications, now } = deps;
  const application = await applications.find(workerId, jobId);
  if (application) await requireAtWork(application.employerId, caller, deps);
  if (!application || !isSeen(application, now())) throw new Problem('application_missing');
  return application;
}

/** To the minute and once a minute: a page read afresh is not a second look. */
const recordView = ({ workers, now }: Deps, { workerId, jobId, employerName }: Application, what: 'card' | 'answered') =>
  workers.recordView(workerId, { at: `${now().slice(0, 16)}:00.000Z`, role: 'recruiter', byName: employerName, what }, `${jobId}#${what}`);

async function answer(application: Application, said: Said, deps: Deps): Promise<Application> {
  const answered = await deps.applications.save(answerApplication(application, said, deps.now()), application);
  await Promise.all([recordView(deps, answered, 'answered'), tellPerson(answered.workerId, answeredMessage(answered, said), deps)]);
  return answered;
}

/** One of many: whoever moved meanwhile is left as they are. */
async function refuseOne(caller: Caller, workerId: WorkerId, jobId: JobId, said: Said, deps: Deps): Promise<boolean> {
  try {
    await answer(await seenBy(caller, workerId, jobId, deps), said, deps);
    return true;
  } catch (error) {
    const isMoved = error instanceof Problem && ['application_missing', 'application_cannot_move', 'changed_meanwhile'].includes(error.code);
    if (!isMoved) throw error;
    return false;
  }
}

/** As their owner reads them, and whether whoever is to answer is stopped or waits for its officer. */
async function readByPerson(items: readonly Application[], { employers, now }: Deps) {
  const standing = await employers.standingOf(
    items.map((one) => one.employerId),
    chinaDay(now()),
  );
  return items.map((one) => ({ ...ownApplication(one), ...standing(one.employerId) }));
}

export const applicationsHandlers: HandlersOf<'applications'> = {
  async 'applications.apply'({ input: { jobId, forWorkerId, consent, ...sent }, caller }, deps) {
    const workerId = await personOf({ forWorkerId }, caller, deps);
    const heard = workerId === caller.workerId ? consent : { ...consent, by: caller.workerId };
    const { offer, town } = await openingFor(workerId, jobId, deps);
    const { promiseDays } = await deps.answers.of(offer.employerId);
    const fresh = sendApplication(offer, await appliesAs(workerId, jobId, deps), { ...sent, town, consent: heard }, promiseDays, deps.now());
    const { application: standing, repeated } = await deps.applications.send(fresh);
    const again = repeated ? sendAgain(standing, fresh, deps.now()) : standing;
    const application = again === standing ? standing : await deps.applications.save(again, standing);
    if (application.state === 'applied') await deps.messages.tellEmployer(application.employerId, receivedMessage(application));
    return ownApplication(application);
  },

  async 'applications.mine'({ input, caller }, deps) {
    const selves = await deps.workers.selvesOf(await personOf(input, caller, deps));
    const items = (await Promise.all(selves.map(deps.applications.ofWorker))).flat();
    const newestFirst = items.sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1));
    return { items: await readByPerson(newestFirst, deps) };
  },

  async 'applications.get'({ input, caller }, deps) {
    const application = await ownOf(await personOf(input, caller, deps), input.jobId, deps);
    const [shown = ownApplication(application)] = await readByPerson([application], deps);
    return shown;
  },

  async 'applications.withdraw'({ input, caller }, deps) {
    const { applications, messages } = deps;
    const workerId = await personOf(input, caller, deps);
    const application = await ownOf(workerId, input.jobId, deps);
    const withdrawn = withdrawApplication(application);
    if (withdrawn === application) return ownApplication(application);
    const saved = await applications.save(withdrawn, application);
    await giveBackTimes(workerId, input.jobId, deps);
    await messages.tellEmployer(saved.employerId, withdrawnMessage(saved));
    return ownApplication(saved);
  },

  async 'applications.reply'({ input, caller }, deps) {
    const { applications, messages } = deps;
    const workerId = await personOf(input, caller, deps);
    const application = await ownOf(workerId, input.jobId, deps);
    const replied = await applications.save(replyToApplication(application, input.reply), application);
    if (input.reply === 'declined') await giveBackTimes(workerId, input.jobId, deps);
    await messages.tellEmployer(replied.employerId, repliedMessage(replied));
    return ownApplication(replied);
  },

  async 'applications.arrived'({ input, caller }, deps) {
    const { applications, messages, now } = deps;
    const application = await ownOf(await personOf(input, caller, deps), input.jobId, deps);
    const saved = await applications.save(arrive(application, input, 'worker', now()), application);
    await messages.tellEmployer(saved.employerId, arrivalToEmployer(saved));
    return ownApplication(saved);
  },

  async 'applications.waiting'({ input, caller }, deps) {
    const { applications, now } = deps;
    await requireAtWork(input.employerId, caller, deps);
    const { items, cursor } = await applications.waitingFor(input.employerId, input.cursor);
    return { items: items.filter((a) => isSeen(a, now())).map(lineOf), cursor };
  },

  async 'applications.ofJob'({ input, caller }, deps) {
    const { applications, jobs, now } = deps;
    await requireAtWork((await jobs.get(input.jobId)).employerId, caller, deps);
    const { items, cursor } = await applications.ofJob(input.jobId, input.cursor);
    return { items: items.filter((a) => isSeen(a, now())).map(lineOf), cursor };
  },

  async 'applications.open'({ input, caller }, deps) {
    const application = await seenBy(caller, input.workerId, input.jobId, deps);
    const seen = seeApplication(application);
    const saved = seen === application ? application : await deps.applications.save(seen, application);
    await recordView(deps, saved, 'card');
    return openedApplication(saved);
  },

  async 'applications.answer'({ input: { jobId, workerId, ...said }, caller }, deps) {
    requireNoLead({ note: said.note });
    const application = await seenBy(caller, workerId, jobId, deps);
    const by = { writer: caller.workerId, employerId: application.employerId };
    const note = await deps.content.sayable(by, said.note, `${application.jobTitle} 的附言`, [{ workerId, jobId }], `${jobId}|${workerId}`);
    return lineOf(await answer(application, { ...said, note }, deps));
  },

  async 'applications.refuseMany'({ input: { jobId, workerIds, ...said }, caller }, deps) {
    requireNoLead({ note: said.note });
    const { employerId, title } = await deps.jobs.get(jobId);
    await requireAtWork(employerId, caller, deps);
    const asked = [...new Set(workerIds)];
    const to = asked.map((workerId) => ({ workerId, jobId }));
    const note = await deps.content.sayable({ writer: caller.workerId, employerId }, said.note, `${title} 的附言`, to, `${jobId}|${asked.join()}`);
    const done = await Promise.all(asked.map((workerId) => refuseOne(caller, workerId, jobId, { answer: 'refuse', ...said, note }, deps)));
    return { refused: done.filter(Boolean).length, left: asked.filter((_, i) => !done[i]) };
  },

  async 'applications.workerArrived'({ input: { jobId, workerId, ...said }, caller }, deps) {
    const application = await seenBy(caller, workerId, jobId, deps);
    const saved = await deps.applications.save(arrive(application, said, 'employer', deps.now()), application);
    await tellPerson(workerId, arrivalToWorker(saved), deps);
    return lineOf(saved);
  },

  async 'applications.silent'({ input, caller }, { answers, employers }) {
    const employer = await employers.get(input.employerId);
    requireOfficerOf(employer.regionCode, caller);
    const { overdue } = await answers.silenceOf(input.employerId);
    const { name, agentName, agentPhone } = employer;
    return { ...(await answers.of(input.employerId)), employerName: name, agentName, agentPhone, overdue };
  },

  async 'applications.urge'({ input: { employerId }, caller }, { answers, employers, tasks, messages, now }) {
    requireOfficerOf((await employers.get(employerId)).regionCode, caller);
    const { taskId, overdue, urged } = await answers.silenceOf(employerId);
    await tasks.settle(taskId, now());
    await answers.urge(employerId, urged);
    if (overdue > 0) await messages.tellEmployer(employerId, { kind: 'answer.urged', values: { count: String(overdue) }, onceKey: `answer.urged#${taskId}` });
    return { overdue };
  },

  async 'applications.promise'({ input, caller }, { answers }) {
    requireRecruiterOf(input.employerId, caller);
    return answers.promise(input.employerId, input.days);
  },

  async 'applications.record'({ input }, { answers }) {
    return answers.of(input.employerId);
  },
};
