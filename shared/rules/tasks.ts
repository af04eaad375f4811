import { atChinaTime, chinaDay, dayAfter } from './china-day.ts';

/** What officers have to do by a day. Each area adds its rows: the words of the kind and the page where it is done. */
export const taskKinds = {
  report: { words: '举报', page: '/areas/complaints/decide/index', params: ['jobId'] },
  silent_employer: { words: '过期没回音', page: '/areas/applications/silent/index', params: ['employerId'] },
  content: { words: '内容要看', page: '/areas/content/decide/index', params: ['caseId'] },
  odd_use: { words: '用得不寻常', page: '/areas/trust/odd/index', params: ['caseId'] },
  essential: { words: '特殊条件要看', page: '/areas/jobs/essential/index', params: ['jobId'] },
} as const satisfies Record<string, TaskWords>;

export interface TaskWords {
  words: string;
  page: string;
  /** Which ids of the subject the page is opened with. */
  params: readonly string[];
}
export type TaskKind = keyof typeof taskKinds;

export const isTaskKind = (kind: string): kind is TaskKind => Object.hasOwn(taskKinds, kind);

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/**
 * The n-th working day after a China day. @NOTE Public holidays are not known here, so a deadline may come earlier than the
 * law has it, never later.
 */
function workingDayAfter(day: string, n: number): string {
  let [next, left] = [day, n];
  while (left > 0) {
    next = dayAfter(next, 1);
    if (!isWeekend(next)) left--;
  }
  return next;
}

/** The end of the n-th working day after an instant: till then it has to be done. */
export const dueInWorkingDays = (at: string, n: number): string => atChinaTime(workingDayAfter(chinaDay(at), n), '23:59');
