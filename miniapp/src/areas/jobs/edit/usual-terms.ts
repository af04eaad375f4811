import type { ContractKind, JobKind } from '@shanhai/shared/rules/job-terms.ts';
import type { JobDraft } from './job-draft.ts';

/** Which contracts a kind of opening may rest on. */
export const contractsOf: Record<JobKind, readonly ContractKind[]> = {
  full_time: ['fixed', 'open_ended', 'task'],
  public_welfare: ['fixed', 'task'],
  gig: ['part_time', 'task'],
  traineeship: ['agreement'],
  internship: ['agreement'],
};

const full: Partial<JobDraft> = {
  contractKind: 'fixed',
  contractMonths: '24',
  cover: 'five',
  payRhythm: 'month',
  wagePeriod: 'month',
  restDays: '1',
  shiftHours: '8',
};
const none: Partial<JobDraft> = { probationMonths: '', probationWage: '', overtimeHours: '', overtime: '' };
const taught: Partial<JobDraft> = { ...full, ...none, contractKind: 'agreement', contractMonths: '6', cover: 'accident', restDays: '2' };

/** What is usual and lawful for a kind of opening; everything may be changed. 〔劳动合同法 §19、§68–72〕 */
export const usualOf = (kind: JobKind): Partial<JobDraft> =>
  ({
    full_time: full,
    public_welfare: { ...full, contractMonths: '12' },
    gig: {
      ...none,
      contractKind: 'part_time',
      cover: 'injury',
      payRhythm: 'half_month',
      wagePeriod: 'hour',
      shiftPattern: 'flexible',
      shiftHours: '4',
      restDays: '1',
    },
    traineeship: taught,
    internship: { ...taught, shiftPattern: 'day' },
  })[kind] as Partial<JobDraft>;
