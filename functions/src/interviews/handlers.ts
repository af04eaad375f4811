import type { Caller, EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { ChangeReason } from '@shanhai/shared/rules/interviews.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import { requireRecruiterOf } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { cancelledMessage, movedMessage, offeredMessage, toEmployer } from './messages.ts';
import {
  ahead,
  cancelInterview,
  cancelSlot,
  confirmInterview,
  type Interview,
  isHeld,
  type KeptSlot,
  leftOf,
  movedInterview,
  moveSlot,
  offerSlots,
  ownInterview,
  shownSlot,
  takeSlot,
  withPeople,
} from './rules.ts';

/** So often at most what moved in between is read again: other people's seats never are in the way, only one's own calendar and this very time. */
const mostTries = 5;
const pause = (tries: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20 * tries));

/** Tries until it is done; whoever finds it changed each time is asked to try again. */
async function insist<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const done = await attempt();
    if (done !== undefined) return done;
    await pause(tries);
  }
  throw new Problem('try_again');
}

/** Under what name the employer knows this record and wants to meet it for this opening: by an application or by a card at a booth. */
async function nameOfInvited(workerId: WorkerId, jobId: JobId, { applications, cards, now }: Deps): Promise<string | undefined> {
  const application = await applications.find(workerId, jobId);
  if (application?.state === 'interview' && application.endsAt > now()) return application.name;
  const card = (await cards.ofWorker(workerId)).find((one) => one.jobId === jobId && !one.withdrawnAt && one.endsAt > now());
  return card?.answer === 'talk' || card?.answer === 'want' ? card.name : undefined;
}

/** As whom the employer wants to meet this person: under their id, or one from before a claim or a merge. */
async function invitedAs(selves: readonly WorkerId[], jobId: JobId, deps: Deps): Promise<{ workerId: WorkerId; maskedName: string }> {
  for (const workerId of selves) {
    const name = await nameOfInvited(workerId, jobId, deps);
    if (name) return { workerId, maskedName: maskedName(name) };
  }
  throw new Problem('interview_not_invited');
}

/** Everything a person took under all their ids, each with the page of the calendar it was read from. */
async function calendarsOf(selves: readonly WorkerId[], { interviews }: Deps) {
  const read = await Promise.all(selves.map(async (id) => [id, await interviews.calendar(id)] as const));
  const pages = new Map(read.map(([id, { page }]) => [id, page]));
  return { all: read.flatMap(([, one]) => one.interviews), pageOf: (id: WorkerId): number => pages.get(id) ?? 0 };
}

/** Who is suspended meets nobody until that is lifted; what was agreed can be called off. 〔令50号：停止服务〕 */
async function requireAtWork(employerId: EmployerId, { employers }: Deps): Promise<void> {
  if (await employers.isSuspended(employerId)) throw new Problem('employer_suspended');
}

async function ownJob(jobId: JobId, caller: Caller, deps: Deps) {
  const job = await deps.jobs.get(jobId);
  requireRecruiterOf(job.employerId, caller);
  await requireAtWork(job.employerId, deps);
  return job;
}

async function ownInterviewOf(workerId: WorkerId, slotId: string, deps: Deps) {
  const { all, pageOf } = await calendarsOf(await deps.workers.selvesOf(workerId), deps);
  const under = all.filter((one) => one.slotId === slotId);
  const interview = under.find(isHeld) ?? under[0];
  if (!interview) throw new Problem('not_found', { slotId });
  return { interview, all, page: pageOf(interview.workerId) };
}

/** A yes to the time it was moved to; undefined when the calendar moved since it was read. */
async function sayYes(interview: Interview, { all, page }: { all: readonly Interview[]; page: number }, { interviews, messages, now }: Deps) {
  if (interview.state === 'taken') return ownInterview(interview);
  const confirmed = confirmInterview(interview, all, now());
  const told = await messages.writesForEmployer(interview.employerId, toEmployer('interview.confirmed', confirmed));
  return (await interviews.confirm(confirmed, page, told)) ? ownInterview(confirmed) : undefined;
}

/** Everybody whom the employer wants to meet for an opening hears that there are times. */
async function tellInvited([first]: readonly KeptSlot[], { applications, messages }: Deps): Promise<void> {
  if (!first) return;
  const message = offeredMessage(first);
  let cursor: string | undefined;
  do {
    const page = await applications.ofJob(first.jobId, cursor);
    await Promise.all(page.items.filter((one) => one.state === 'interview').map(({ workerId }) => messages.tell(workerId, message)));
    cursor = page.cursor;
  } while (cursor);
}

/** A time changed by its employer, together with everybody who took it. */
async function changeSlot(
  input: { jobId: JobId; slotId: string },
  deps: Deps,
  change: (slot: KeptSlot) => KeptSlot,
  each: (interview: Interview, slot: KeptSlot) => Interview,
  message: (interview: Interview) => ReturnType<typeof movedMessage> | ReturnType<typeof cancelledMessage>,
): Promise<KeptSlot> {
  const { interviews, messages } = deps;
  return insist(async () => {
    const before = await interviews.getSlot(input.jobId, input.slotId);
    const slot = change(before);
    const people = (await interviews.peopleOf(input.slotId)).filter(isHeld);
    const changed = people.map((one) => each(one, slot));
    const told = (await Promise.all(changed.map((one) => messages.writes(one.workerId, message(one))))).flat();
    return (await interviews.changeSlot(slot, before, changed, told)) ? slot : undefined;
  });
}

export const interviewsHandlers: HandlersOf<'interviews'> = {
  async 'interviews.offer'({ input: { jobId, nonce, ...offer }, caller }, deps) {
    const job = await ownJob(jobId, caller, deps);
    const employer = await deps.employers.get(job.employerId);
    if (employer.status !== 'verified') throw new Problem('employer_not_verified');
    const slots = await deps.interviews.offer(offerSlots(job, employer.shortName, offer, nonce, deps.now()));
    await tellInvited(slots, deps);
    return { items: slots.map(shownSlot) };
  },

  async 'interviews.ofJob'({ input, caller }, deps) {
    await ownJob(input.jobId, caller, deps);
    const slots = ahead(await deps.interviews.ofJob(input.jobId), deps.now());
    return { items: await Promise.all(slots.map(async (slot) => withPeople(slot, await deps.interviews.peopleOf(slot.slotId)))) };
  },

  async 'interviews.ofEmployer'({ input, caller }, { interviews, now }) {
    requireRecruiterOf(input.employerId, caller);
    return { items: ahead(await interviews.ofEmployer(input.employerId, now()), now()).map(shownSlot) };
  },

  async 'interviews.moveSlot'({ input, caller }, deps) {
    const { startsAt, reason } = input;
    await requireAtWork(caller.scope as EmployerId, deps);
    const moved = await changeSlot(
      input,
      deps,
      (slot) => moveSlot(slot, startsAt, caller, deps.now()),
      (interview) => movedInterview(interview, startsAt, reason),
      (interview) => movedMessage(interview, reason),
    );
    return shownSlot(moved);
  },

  async 'interviews.cancelSlot'({ input, caller }, deps) {
    const reason: ChangeReason = input.reason;
    const cancelled = await changeSlot(
      input,
      deps,
      (slot) => cancelSlot(slot, caller, deps.now()),
      (interview) => cancelInterview(interview, 'employer', deps.now(), reason),
      (interview) => cancelledMessage(interview, reason),
    );
    return shownSlot(cancelled);
  },

  async 'interviews.offered'({ input, caller }, deps) {
    await invitedAs(await deps.workers.selvesOf(caller.workerId), input.jobId, deps);
    const slots = ahead(await deps.interviews.ofJob(input.jobId), deps.now());
    if (slots[0] && (await deps.employers.isSuspended(slots[0].employerId))) return { items: [] };
    return { items: slots.filter((slot) => slot.startsAt > deps.now() && leftOf(slot) > 0).map(shownSlot) };
  },

  async 'interviews.mine'({ caller }, deps) {
    const { all } = await calendarsOf(await deps.workers.selvesOf(caller.workerId), deps);
    return { items: all.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).map(ownInterview) };
  },

  async 'interviews.take'({ input: { jobId, slotId }, caller }, deps) {
    const { interviews, messages, now } = deps;
    const selves = await deps.workers.selvesOf(caller.workerId);
    const person = await invitedAs(selves, jobId, deps);
    return insist(async () => {
      const [slot, { all, pageOf }] = await Promise.all([interviews.getSlot(jobId, slotId), calendarsOf(selves, deps)]);
      const standing = all.find((one) => one.slotId === slotId && isHeld(one));
      // the seat is theirs, also where the time was moved: taking it again is a yes to the new one
      if (standing) return sayYes(standing, { all, page: pageOf(standing.workerId) }, deps);
      await requireAtWork(slot.employerId, deps);
      const taking = takeSlot(slot, all, person, now());
      const told = await messages.writesForEmployer(slot.employerId, toEmployer('interview.taken', taking.interview));
      return (await interviews.take(slot, taking, pageOf(person.workerId), told)) ? ownInterview(taking.interview) : undefined;
    });
  },

  async 'interviews.confirm'({ input, caller: { workerId } }, deps) {
    return insist(async () => {
      const { interview, ...read } = await ownInterviewOf(workerId, input.slotId, deps);
      return sayYes(interview, read, deps);
    });
  },

  async 'interviews.cancel'({ input, caller: { workerId } }, deps) {
    const { interviews, messages, now } = deps;
    return insist(async () => {
      const { interview } = await ownInterviewOf(workerId, input.slotId, deps);
      if (interview.cancelledBy === 'worker' && !isHeld(interview)) return ownInterview(interview);
      const cancelled = cancelInterview(interview, 'worker', now());
      const told = await messages.writesForEmployer(interview.employerId, toEmployer('interview.given_back', cancelled));
      return (await interviews.cancel(cancelled, told)) ? ownInterview(cancelled) : undefined;
    });
  },
};
