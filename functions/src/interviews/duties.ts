import type { Deps, Duty } from '../deps.ts';
import { reminderMessage } from './messages.ts';

const atATime = 100;

/** Reminds everybody who meets somebody tomorrow, or soon; each once for each time. */
export async function remind({ interviews, messages, now }: Deps): Promise<void> {
  for (let due = await interviews.toRemind(atATime); due.length; due = await interviews.toRemind(atATime)) {
    for (const interview of due) {
      if (interview.startsAt > now()) await messages.tell(interview.workerId, reminderMessage(interview));
      await interviews.reminded(interview);
    }
  }
}

export const interviewsDuties: readonly Duty[] = [{ name: 'interviews.remind', everyMinutes: 15, run: remind }];
