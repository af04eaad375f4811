import type { Employer, EmployerPage } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { remainingOf, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';

/** Who began so long ago has been placed. */
export const stayedDays = 90;
/** Fewer could be told apart by those who know them. */
const leastPlaced = 5;

interface Answering {
  promiseDays: number;
  replyRate?: number | undefined;
  medianMinutes?: number | undefined;
}

/** The page of an employer for everybody; one that is not verified has nothing on offer, and one that never was is only a name. */
export function employerPage(
  employer: Employer,
  { promiseDays, replyRate, medianMinutes }: Answering,
  placed: number,
  jobs: readonly Job[],
  today: string,
): EmployerPage {
  const isVerified = isVerifiedOn(employer, today);
  const onOffer = jobs.filter((job) => isVerified && job.status === 'open' && job.expiresOn >= today && remainingOf(job) > 0);
  return {
    employer: { ...employer, isVerified },
    promiseDays,
    replyRate,
    medianMinutes,
    ...(placed >= leastPlaced ? { placedFor90Days: placed } : {}),
    openings: onOffer.map((job) => ({ ...job, takeHomeFen: takeHomeFen(job), remaining: remainingOf(job) })),
  };
}
