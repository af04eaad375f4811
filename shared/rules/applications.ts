import { monthDay } from './china-day.ts';
import { type JobStatus, remainingOf } from './jobs.ts';

/** 已投递 → 已看 → 约面 → 要你 → 答应 → 到岗, and the ways out of it. */
export const applicationStates = ['applied', 'seen', 'interview', 'wanted', 'accepted', 'arrived', 'refused', 'declined', 'withdrawn'] as const;
export type ApplicationState = (typeof applicationStates)[number];
/** On the recruiter's list. */
export const applicationStateWords: Record<ApplicationState, string> = {
  applied: '新来的',
  seen: '看过了',
  interview: '约面',
  wanted: '要了，等答',
  accepted: '答应来',
  arrived: '到岗了',
  refused: '没选上',
  declined: '不来了',
  withdrawn: '收回了',
};

export type Side = 'worker' | 'employer';

/** Every move: who may make it, from where, to where. Whatever is not here is refused. */
export const applicationMoves = {
  see: { by: 'employer', from: ['applied'], to: 'seen' },
  interview: { by: 'employer', from: ['applied', 'seen', 'interview'], to: 'interview' },
  want: { by: 'employer', from: ['applied', 'seen', 'interview'], to: 'wanted' },
  refuse: { by: 'employer', from: ['applied', 'seen', 'interview', 'wanted', 'accepted'], to: 'refused' },
  accept: { by: 'worker', from: ['wanted'], to: 'accepted' },
  decline: { by: 'worker', from: ['interview', 'wanted', 'accepted'], to: 'declined' },
  withdraw: { by: 'worker', from: ['applied', 'seen', 'interview', 'wanted', 'accepted', 'arrived', 'refused', 'declined'], to: 'withdrawn' },
  apply_again: { by: 'worker', from: ['refused', 'declined', 'withdrawn'], to: 'applied' },
  /** One side says that the person came, the other confirms: only then 到岗. */
  say_arrived: { by: 'either', from: ['accepted'], to: 'accepted' },
  confirm_arrived: { by: 'other', from: ['accepted'], to: 'arrived' },
  deny_arrived: { by: 'other', from: ['accepted'], to: 'accepted' },
} as const satisfies Record<string, { by: Side | 'either' | 'other'; from: readonly ApplicationState[]; to: ApplicationState }>;
export type ApplicationMove = keyof typeof applicationMoves;

interface Stated {
  state: ApplicationState;
  /** What one side said and the other has not confirmed. */
  arrival?: { saidBy: Side; confirmedAt?: string | undefined } | undefined;
}

const isBy = (by: Side | 'either' | 'other', side: Side, { arrival }: Stated): boolean => {
  if (by === 'other') return !!arrival && arrival.saidBy !== side;
  return by === side || (by === 'either' && !arrival);
};

/** May this side make this move now? */
export function canMove(application: Stated, move: ApplicationMove, side: Side): boolean {
  const { by, from } = applicationMoves[move];
  return (from as readonly ApplicationState[]).includes(application.state) && isBy(by, side, application);
}

/** What the person reads. Whether somebody has looked is the employer's own business: it is no answer. */
export const stages = ['waiting', 'interview', 'wanted', 'accepted', 'arrived', 'refused', 'declined', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];
export const stageOf = (state: ApplicationState): Stage => (state === 'applied' || state === 'seen' ? 'waiting' : state);
export const stageWords: Record<Stage, string> = {
  waiting: '等回音',
  interview: '想见您',
  wanted: '要您了',
  accepted: '您答应了',
  arrived: '到岗了',
  refused: '没选上',
  declined: '您说不去了',
  withdrawn: '收回来了',
};

export const interviewKinds = ['on_site', 'phone', 'video'] as const;
export type InterviewKind = (typeof interviewKinds)[number];
export const interviewKindWords: Record<InterviewKind, string> = { on_site: '当面谈', phone: '打电话谈', video: '视频谈' };

/** Reasons a person can do something with; none of them is about who somebody is. 〔就业促进法 §26–31〕 */
export const refusalReasons = ['full', 'certificate', 'experience', 'start', 'shift', 'others', 'unreachable', 'not_come'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export const refusalReasonWords: Record<RefusalReason, string> = {
  full: '招满了',
  certificate: '缺要的证',
  experience: '要做过这行的',
  start: '到岗时间对不上',
  shift: '班次对不上',
  others: '先定了别人',
  unreachable: '电话打不通',
  not_come: '约好了没来',
};
/** What the person can do with it. */
export const refusalAdvice: Record<RefusalReason, string> = {
  full: '可以看看别家一样的岗位',
  certificate: '考到证，可以再投',
  experience: '可以先找带培训的岗位',
  start: '能早点到了，可以再投',
  shift: '可以看看上白班的岗位',
  others: '可以看看别家一样的岗位',
  unreachable: '看看留的电话对不对',
  not_come: '要去不了，先点一下“不去”',
};

/** Somebody refused asks the same opening again after this many days. */
export const againAfterDays = 30;

export const promiseDays = { least: 1, most: 5, usual: 5 } as const;
/** `2月12日前给您回音` */
export const promiseWords = (answerBy: string): string => `${monthDay(answerBy)}前给您回音`;

interface Offered {
  status: JobStatus;
  expiresOn: string;
  headcount: number;
  filled?: number | undefined;
}

/** Why one cannot apply now, as the code of a problem: only to an open, unexpired opening of a verified employer with a place left. 〔人力资源市场暂行条例 §24、§26〕 */
export function whyNotApply(job: Offered, isVerified: boolean, today: string) {
  if (job.status !== 'open') return 'opening_not_offered';
  if (job.expiresOn < today) return 'opening_expired';
  if (remainingOf(job) === 0) return 'opening_full';
  return isVerified ? undefined : 'employer_not_verified';
}

/** Upper ends of the lengths of time in which answers are counted, in minutes. */
export const answerMinutes = [10, 30, 60, 120, 360, 720, 1440, 2880, 4320, 7200] as const;
export const slowest = 99_999;
export const minutesBucket = (minutes: number): number => answerMinutes.find((most) => minutes <= most) ?? slowest;

/** How an employer answers, in figures. */
export interface AnswerFigures {
  asked: number;
  inTime: number;
  late: number;
  /** The promised day has passed without an answer. */
  silent: number;
  /** Answers by upper end of their length of time. */
  minutes: Record<string, number>;
}

/** Shown only when enough were due to say something. */
export const leastAnswers = 5;

/** Share of those due who got their answer in time, in whole percent. */
export function replyRate({ inTime, late, silent }: AnswerFigures): number | undefined {
  const due = inTime + late + silent;
  return due < leastAnswers ? undefined : Math.round((inTime * 100) / due);
}

/** The length of time in which half of the answers came; upper end of its class, in minutes. */
export function medianMinutes({ minutes }: AnswerFigures): number | undefined {
  const classes = Object.entries(minutes)
    .map(([most, count]) => [Number(most), count] as const)
    .sort(([a], [b]) => a - b);
  const all = classes.reduce((sum, [, count]) => sum + count, 0);
  if (all < leastAnswers) return undefined;
  let seen = 0;
  for (const [most, count] of classes) {
    seen += count;
    if (seen * 2 >= all) return most;
  }
  return undefined;
}
