import { answeredMessage, receivedMessage } from '@shanhai/functions/src/applications/messages.ts';
import { type Application, answerApplication, type Said, seeApplication, sendApplication } from '@shanhai/functions/src/applications/rules.ts';
import type { Deps } from '@shanhai/functions/src/deps.ts';
import { offeredMessage } from '@shanhai/functions/src/interviews/messages.ts';
import { offerSlots } from '@shanhai/functions/src/interviews/rules.ts';
import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { atChinaTime, chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { afterDays, afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import type { DemoWorker } from './people.ts';
import type { DemoWorld } from './world.ts';

/** Whose openings are applied for: the second recruiter's, so that the day at the first one's booth begins untouched. */
const hiring = '淞岚物业';
const promisedDays = 3;

/** What became of each, one after the other; who comes after the last was only sent. */
const outcomes: readonly (Said | 'seen')[] = [
  { answer: 'interview', interviewKind: 'on_site', note: '带身份证来' },
  'seen',
  { answer: 'refuse', reason: 'shift' },
  { answer: 'interview', interviewKind: 'on_site' },
];

function sentBy(person: DemoWorker, job: Job, at: string): Application {
  const { employerId, jobId, title: jobTitle } = job;
  const offer = { jobId, employerId, employerName: hiring, jobTitle, takeHomeFen: takeHomeFen(job), demo: true };
  const consent = { employerId, version: '2026-11' };
  const sent = { name: person.name ?? '', phone: person.phone ?? '', trades: person.wish.trades, town: person.home?.town, consent };
  return sendApplication(offer, WorkerId.parse(person.workerId), sent, promisedDays, at);
}

async function apply(application: Application, outcome: Said | 'seen' | undefined, deps: Deps): Promise<void> {
  const { applications, messages, now } = deps;
  await applications.send(application);
  if (!outcome) return messages.tellEmployer(application.employerId, receivedMessage(application));
  const seen = await applications.save(seeApplication(application), application);
  if (outcome === 'seen') return;
  const answered = await applications.save(answerApplication(seen, outcome, now()), seen);
  await messages.tell(answered.workerId, answeredMessage(answered, outcome));
}

/** Times of tomorrow and the day after, which nobody has taken yet. */
async function offerTimes(job: Job, to: readonly Application[], { interviews, messages, now }: Deps): Promise<void> {
  const days = [1, 2].map((n) => chinaDay(afterDays(now(), n)));
  const offer = { kind: 'on_site' as const, place: job.workAddress, minutes: 30, seats: 3, startsAt: days.map((day) => atChinaTime(day, '10:00')) };
  const [first] = await interviews.offer(offerSlots(job, hiring, offer, 'demo00000000', now()));
  if (first) await Promise.all(to.map(({ workerId }) => messages.tell(workerId, offeredMessage(first))));
}

/** People who applied from home, in different states, and the times at which the employer meets some of them. */
export async function loadApplications(world: DemoWorld, deps: Deps): Promise<void> {
  const employer = world.employers.find((e) => e.shortName === hiring);
  const job = world.jobs.find((j) => j.employerId === employer?.employerId && j.status === 'open');
  if (!job) return;
  const crowd = world.workers.filter((w) => !w.persona && w.name && w.phone).slice(0, outcomes.length);
  const people = [...world.workers.filter((w) => w.persona === 'worker04'), ...crowd];
  const sent = people.map((person, i) => sentBy(person, job, afterMinutes(deps.now(), -(i + 2) * 60)));
  await Promise.all(sent.map((application, i) => apply(application, outcomes[i], deps)));
  const invited = sent.filter((_, i) => typeof outcomes[i] === 'object' && outcomes[i].answer === 'interview');
  await offerTimes(job, invited, deps);
}
