import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { atChinaTime, chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import type { Deps, Duty } from '../deps.ts';

/** An officer asks a silent employer within so many days. */
const askWithinDays = 3;

/** The officer's task and the employer's message; told again, both stay one. */
async function tellOf(employerId: EmployerId, { answers, employers, tasks, messages, now }: Deps): Promise<void> {
  const employer = await employers.get(employerId);
  const { taskId } = await answers.silenceOf(employerId);
  const today = chinaDay(now());
  await tasks.open({
    taskId,
    kind: 'silent_employer',
    regionCode: employer.regionCode,
    subject: { employerId },
    words: `${employer.shortName}：有人过了说好的日子没等到回音`,
    openedAt: now(),
    dueAt: atChinaTime(dayAfter(today, askWithinDays), '18:00'),
  });
  await messages.tellEmployer(employerId, { kind: 'answer.overdue', values: {}, onceKey: `answer.overdue#${employerId}#${today}` });
}

/**
 * Counts every question whose promised day passed without an answer, and makes each such employer an officer's task. The task
 * comes first: when the run breaks off in between, the question is found again.
 */
async function noteSilence(deps: Deps): Promise<void> {
  const due = Map.groupBy(await deps.answers.due(deps.now()), (question) => question.employerId);
  for (const [employerId, questions] of due) {
    await tellOf(employerId, deps);
    for (const question of questions) await deps.answers.fallSilent(question);
  }
}

export const silentEmployers: Duty = { name: 'silent_employers', everyMinutes: 15, run: noteSilence };
