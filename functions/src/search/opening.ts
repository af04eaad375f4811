import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { daysBetween } from '@shanhai/shared/rules/china-day.ts';
import { verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import { type mealKinds, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import { isKeptFromYoung } from '@shanhai/shared/rules/young-workers.ts';
import { plain } from './grams.ts';

/** What a search knows of an employer; from the day after `untilDay` its openings are not shown. */
export interface KnownEmployer {
  readonly employerId: EmployerId;
  readonly shortName: string;
  readonly untilDay: number;
  readonly isDemo: boolean;
}

/** What a search knows of an opening. */
export interface KnownOpening {
  readonly jobId: JobId;
  readonly employer: KnownEmployer;
  /** The employer it is for, where another hires for it. */
  readonly clientName?: string | undefined;
  readonly title: string;
  readonly trade: Trade;
  readonly kind: string;
  readonly workRegion: string;
  readonly hasDorm: boolean;
  readonly meals: (typeof mealKinds)[number];
  readonly needsCertificate: boolean;
  /** Kept from those who are not 18 yet. */
  readonly isHazardous?: boolean | undefined;
  readonly takeHomeFen: number;
  readonly remaining: number;
  readonly isDemo: boolean;
  /** Seconds since 1970. */
  readonly createdAt: number;
  readonly untilDay: number;
  /** First day of work; 0 when any day will do. */
  readonly startDay: number;
  /** Everything else that is said about it: duties, requirements, employer, place. */
  readonly rest: string;
}

/** A China day as a number: days since 1970-01-01. */
export const dayNumber = (day: string): number => daysBetween('1970-01-01', day);

/** How much of the longer texts is searched. */
const mostSearched = 240;

export function knownEmployer(employer: Employer): KnownEmployer {
  const { employerId, shortName, status, verifiedOn } = employer;
  const untilDay = status === 'verified' && verifiedOn ? dayNumber(verificationEndsOn({ ...employer, verifiedOn })) : 0;
  return { employerId, shortName, untilDay, isDemo: employer.demo === true };
}

/** Province, city and county of a place, so that each of them finds it. */
const placesAround = (code: string): string =>
  [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])]
    .map(regionName)
    .filter((name) => !/^\d/.test(name))
    .join(' ');

/** An opening is in the index while it is open and somebody is still sought; days are looked at when it is asked. */
export function knownOpening(job: Job, employer: KnownEmployer, fullName: string): KnownOpening | undefined {
  const remaining = job.headcount - job.filled;
  if (job.status !== 'open' || remaining <= 0) return undefined;
  const words = [
    job.requirements.slice(0, mostSearched),
    job.duties.slice(0, mostSearched),
    fullName,
    job.onBehalfOf?.unitName ?? '',
    placesAround(job.workRegion),
    job.workTown,
    job.workAddress,
    job.certificates.join(' '),
  ];
  return {
    jobId: job.jobId,
    employer,
    clientName: job.onBehalfOf?.unitName,
    title: job.title,
    trade: job.trade,
    kind: job.kind,
    workRegion: job.workRegion,
    hasDorm: job.hasDorm,
    meals: job.meals,
    needsCertificate: job.certificates.length > 0,
    isHazardous: isKeptFromYoung(job),
    takeHomeFen: Math.max(0, takeHomeFen(job)),
    remaining,
    isDemo: job.demo === true,
    createdAt: Math.floor(Date.parse(job.createdAt) / 1000),
    untilDay: dayNumber(job.expiresOn),
    startDay: job.startOn ? dayNumber(job.startOn) : 0,
    rest: plain(`${words.join(' ')} ${employer.shortName}`),
  };
}
