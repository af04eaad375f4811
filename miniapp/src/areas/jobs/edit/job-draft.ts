import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import type { ContractKind, ContractSigner, Demand, JobKind, PayRhythm, ShiftPattern } from '@shanhai/shared/rules/job-terms.ts';
import type { mealKinds, WagePeriod } from '@shanhai/shared/rules/jobs.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import type { Hazard } from '@shanhai/shared/rules/young-workers.ts';
import { drawnLetters } from '../../../api/session-store.ts';

export type Job = Output<'jobs.get'>;
export type AnyJob = Output<'jobs.mine'>['items'][number];
export type Employer = Output<'employers.get'>;
export type JobForm = Sent<'jobs.create'>;

/** What is insured, as one chooses it in one tap. */
export const coverChoices = ['five', 'injury', 'accident', 'both', 'unsaid'] as const;
export type CoverChoice = (typeof coverChoices)[number];

export interface AllowanceLine {
  words: string;
  amount: string;
}

/** An opening as it stands on the form: what is typed, as typed. */
export interface JobDraft {
  title: string;
  kind: JobKind;
  trade: Trade | '';
  headcount: string;
  duties: string;
  workRegion: string;
  workTown: string;
  workAddress: string;
  requirements: string;
  certificates: string;
  demands: Demand[];
  hazards: Hazard[];
  /** Why the work itself needs an age, a schooling; empty when nothing is kept. */
  whyAge: string;
  whyEducation: string;
  wagePeriod: WagePeriod;
  baseWage: string;
  pieceUnit: string;
  pieceRate: string;
  pieces: string;
  usualDays: string;
  overtimeHours: string;
  overtime: string;
  allowances: AllowanceLine[];
  dormFee: string;
  mealFee: string;
  insuranceFee: string;
  /** The total of an old opening that did not say what is taken off. */
  deduction: string;
  payRhythm: PayRhythm;
  payDay: string;
  shiftPattern: ShiftPattern | '';
  shiftHours: string;
  restDays: string;
  shift: string;
  contractKind: ContractKind | '';
  contractMonths: string;
  signer: ContractSigner;
  signerName: string;
  cover: CoverChoice;
  probationMonths: string;
  probationWage: string;
  hasDorm: boolean;
  dorm: string;
  meals: (typeof mealKinds)[number];
  taste: string;
  training: string;
  promotion: string;
  benefits: string;
  startOn: string;
  /** Whom an agency hires for. */
  clientName?: string;
  clientCode?: string;
  clientUntilOn?: string;
  expiresOn: string;
  /** Carried by the first save, so that the same one sent twice makes one opening. */
  nonce: string;
  /** The opening this draft was saved as, and the version it was read at. */
  jobId?: string;
  version?: number;
}
export type DraftField = keyof JobDraft;

/** Long enough to hire, short enough that an old post falls away by itself. */
const usualDays = 30;
const nonceLetters = 12;
export const today = (): string => chinaDay(new Date().toISOString());
export const freshDays = (): Pick<JobDraft, 'expiresOn' | 'nonce' | 'startOn'> => ({
  expiresOn: dayAfter(today(), usualDays),
  nonce: drawnLetters(nonceLetters),
  startOn: '',
});

const noWords = {
  title: '',
  trade: '',
  headcount: '',
  duties: '',
  requirements: '',
  certificates: '',
  demands: [] as Demand[],
  hazards: [] as Hazard[],
  whyAge: '',
  whyEducation: '',
} as const satisfies Partial<JobDraft>;

const noPay = {
  wagePeriod: 'month',
  baseWage: '',
  pieceUnit: '件',
  pieceRate: '',
  pieces: '',
  usualDays: '',
  overtimeHours: '',
  overtime: '',
  allowances: [] as AllowanceLine[],
  dormFee: '',
  mealFee: '',
  insuranceFee: '',
  deduction: '',
  payRhythm: 'month',
  payDay: '15',
} as const satisfies Partial<JobDraft>;

/** The first opening of an employer begins with what is usual: a day shift, a contract of two years, all five insurances. */
export function emptyDraft(workRegion: string): JobDraft {
  return {
    ...noWords,
    ...noPay,
    ...freshDays(),
    kind: 'full_time',
    workRegion,
    workTown: '',
    workAddress: '',
    shiftPattern: 'day',
    shiftHours: '8',
    restDays: '1',
    shift: '',
    contractKind: 'fixed',
    contractMonths: '24',
    signer: 'employer',
    signerName: '',
    cover: 'five',
    probationMonths: '',
    probationWage: '',
    hasDorm: false,
    dorm: '',
    meals: 'none',
    taste: '',
    training: '',
    promotion: '',
    benefits: '',
  };
}

/** A new opening like the last one in everything that an employer does alike: place, pay day, shifts, contract, bed and board. */
export function likeLast(last: JobDraft): JobDraft {
  const { jobId: _old, version: _then, ...words } = last;
  const usual = emptyDraft(last.workRegion);
  const isSaid = last.contractKind !== '';
  return {
    ...words,
    ...noWords,
    ...freshDays(),
    ...{ baseWage: '', overtime: '', overtimeHours: '', pieceRate: '', pieces: '', probationWage: '', probationMonths: '' },
    shiftPattern: last.shiftPattern || (last.shift ? '' : usual.shiftPattern),
    contractKind: isSaid || last.kind !== 'full_time' ? last.contractKind : usual.contractKind,
    contractMonths: isSaid ? last.contractMonths : usual.contractMonths,
    cover: last.cover === 'unsaid' && last.kind === 'full_time' ? usual.cover : last.cover,
  };
}
