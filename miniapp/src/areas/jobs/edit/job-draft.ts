import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { fenFromYuan } from '@shanhai/shared/rules/fen.ts';
import type { mealKinds, wagePeriods } from '@shanhai/shared/rules/jobs.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';

export type Job = Output<'jobs.get'>;
export type Employer = Output<'employers.get'>;
export type JobForm = Sent<'jobs.create'>;

/** An opening as it stands on the form: what is typed, as typed. */
export interface JobDraft {
  title: string;
  trade: Trade | '';
  headcount: string;
  duties: string;
  workRegion: string;
  workAddress: string;
  requirements: string;
  wagePeriod: (typeof wagePeriods)[number];
  baseWage: string;
  overtime: string;
  allowance: string;
  deduction: string;
  payDay: string;
  shift: string;
  hasDorm: boolean;
  dorm: string;
  meals: (typeof mealKinds)[number];
  taste: string;
  training: string;
  benefits: string;
  expiresOn: string;
  /** The opening this draft was saved as, and the version it was read at. */
  jobId?: string;
  version?: number;
}

/** Long enough to hire, short enough that an old post falls away by itself. */
const usualDays = 30;
export const today = (): string => chinaDay(new Date().toISOString());

export function emptyDraft(workRegion: string): JobDraft {
  return {
    title: '',
    trade: '',
    headcount: '',
    duties: '',
    workRegion,
    workAddress: '',
    requirements: '',
    wagePeriod: 'month',
    baseWage: '',
    overtime: '',
    allowance: '',
    deduction: '',
    payDay: '15',
    shift: '',
    hasDorm: false,
    dorm: '',
    meals: 'none',
    taste: '',
    training: '',
    benefits: '',
    expiresOn: dayAfter(today(), usualDays),
  };
}

const typedFen = (fen: number): string => (fen ? String(fen / 100) : '');

/** A stored opening on the form again. */
export function draftOf(job: Job): JobDraft {
  const { title, trade, duties, workRegion, workAddress, requirements, wagePeriod, shift, hasDorm, dorm, meals, taste, training, benefits, expiresOn } = job;
  return {
    title,
    trade,
    duties,
    workRegion,
    workAddress,
    requirements,
    wagePeriod,
    shift,
    hasDorm,
    dorm,
    meals,
    taste,
    training,
    benefits,
    expiresOn,
    headcount: job.headcount ? String(job.headcount) : '',
    baseWage: typedFen(job.baseWageFen),
    overtime: typedFen(job.overtimeFen),
    allowance: typedFen(job.allowanceFen),
    deduction: typedFen(job.deductionFen),
    payDay: String(job.payDay),
    jobId: job.jobId,
    version: job.version,
  };
}

/** A new opening with the words of an old one; only the last day is set afresh. */
export function copyOf(job: Job): JobDraft {
  const { jobId: _old, version: _then, ...words } = draftOf(job);
  return { ...words, expiresOn: dayAfter(today(), usualDays) };
}

const whole = (typed: string, otherwise: number): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : otherwise);
const fen = (typed: string): number => fenFromYuan(typed) ?? 0;

/** What is sent. Trade falls to 普工 until one is chosen; saving asks for it first. */
export function formOf(draft: JobDraft): JobForm {
  const { jobId: _id, version: _version, headcount, baseWage, overtime, allowance, deduction, payDay, trade, ...words } = draft;
  return {
    ...words,
    trade: trade || 'general',
    headcount: whole(headcount, 0),
    baseWageFen: fen(baseWage),
    overtimeFen: fen(overtime),
    allowanceFen: fen(allowance),
    deductionFen: fen(deduction),
    payDay: whole(payDay, 15),
    dorm: draft.hasDorm ? draft.dorm : '',
  };
}

export type DraftField = keyof JobDraft;
