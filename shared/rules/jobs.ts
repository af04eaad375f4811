export const jobStatuses = ['draft', 'open', 'paused', 'closed'] as const;
export type JobStatus = (typeof jobStatuses)[number];
export const jobStatusWords: Record<JobStatus, string> = { draft: '草稿', open: '在招', paused: '停着', closed: '已关' };

type Stated = { status: JobStatus };
const can =
  (states: readonly JobStatus[]) =>
  (job: Stated): boolean =>
    states.includes(job.status);
export const jobCan = {
  change: can(['draft', 'open', 'paused']),
  publish: can(['draft', 'paused']),
  pause: can(['open']),
  close: can(['draft', 'open', 'paused']),
};

export const closeReasons = ['filled', 'no_longer_needed', 'mistake'] as const;
export const closeReasonWords: Record<(typeof closeReasons)[number], string> = { filled: '招满了', no_longer_needed: '不招了', mistake: '发错了' };

export const wagePeriods = ['month', 'hour'] as const;
export const mealKinds = ['none', 'one', 'two', 'three', 'allowance'] as const;
export const mealWords: Record<(typeof mealKinds)[number], string> = { none: '不包吃', one: '包一餐', two: '包两餐', three: '包三餐', allowance: '有餐补' };

/** Heads an opening still seeks, at whatever place the others were taken. */
export const remainingOf = ({ headcount, filled = 0 }: { headcount: number; filled?: number | undefined }): number => Math.max(0, headcount - filled);

/** What one takes home in a usual month: base and what comes on top, less what is taken off. All integer 分. */
export interface Pay {
  wagePeriod: 'month' | 'hour';
  baseWageFen: number;
  /** Usual overtime pay of a month. */
  overtimeFen: number;
  allowanceFen: number;
  /** What is taken off: dorm, water and power, meals, the own share of social insurance. */
  deductionFen: number;
}

/** Working hours of a month by the statutory reckoning of 21.75 paid days of 8 hours. 〔劳社部发〔2008〕3号〕 */
export const monthHours = 174;

export function takeHomeFen(pay: Pay): number {
  const base = pay.wagePeriod === 'month' ? pay.baseWageFen : pay.baseWageFen * monthHours;
  return base + pay.overtimeFen + pay.allowanceFen - pay.deductionFen;
}
