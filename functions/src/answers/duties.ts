import type { Deps, Duty } from '../deps.ts';

/** Counts every question whose promised day passed without an answer; run again it finds them counted. */
async function noteSilence({ answers, now }: Deps): Promise<number> {
  let silent = 0;
  for (const question of await answers.due(now())) {
    if (await answers.fallSilent(question)) silent++;
  }
  return silent;
}

export const silentEmployers: Duty = { name: 'silent_employers', everyMinutes: 15, run: noteSilence };
