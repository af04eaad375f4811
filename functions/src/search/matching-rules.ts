import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { FittingPerson } from '@shanhai/shared/contract/search.ts';
import type { Wish as Profiled, Skill } from '@shanhai/shared/contract/workers.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { type Fit, fitOf, offeredBy } from '@shanhai/shared/rules/matching.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import { isOfficerOf, maySee } from '@shanhai/shared/rules/scopes.ts';
import { isOffered, type Looking } from '@shanhai/shared/rules/still-looking.ts';
import { isHazardousFor } from '@shanhai/shared/rules/young-workers.ts';
import { seekerOf } from './rules.ts';

/** What is known of somebody at the moment of the question. */
export interface Person {
  name?: string | undefined;
  home?: { regionCode: string } | undefined;
  wish: Profiled;
  skills?: Skill[] | undefined;
  looking?: Looking | undefined;
  isFindable?: boolean | undefined;
  isRankingOff?: boolean | undefined;
  mergedInto?: WorkerId | undefined;
  youngUntilOn?: string | undefined;
  sharedWith?: readonly string[] | undefined;
}

/** Does the person want this trade, or can they do it? */
export const hasTrade = ({ wish, skills = [] }: Person, job: Job): boolean => wish.trades.includes(job.trade) || skills.some((one) => one.trade === job.trade);

/**
 * Only who said so is shown, and only while it holds: who looks for work, has not switched ranking off, is no merged
 * record, and may do the work. 〔个人信息保护法 §13、§15、§24；未成年工特殊保护规定 §3〕
 */
export function mayBeShown(person: Person, job: Job, now: string): boolean {
  if (!person.isFindable || person.isRankingOff || person.mergedInto || !person.home) return false;
  return isOffered(person.looking, now) && !isHazardousFor(person, job, chinaDay(now));
}

/** An officer sees the own people; for an opening of the own region also those of elsewhere who agreed that this bureau sees them. */
export const isSeenBy = (person: Pick<Person, 'home' | 'sharedWith'>, job: Job, by: Caller): boolean =>
  by.role === 'recruiter' || (!!person.home && isOfficerOf(person.home.regionCode, by)) || (isOfficerOf(job.workRegion, by) && maySee(person, by));

/** The own people an officer may recommend always; others only while they let themselves be shown. */
export const mayOverride = (person: Person, job: Job, now: string, by: Caller): boolean =>
  (!!person.home && isOfficerOf(person.home.regionCode, by)) || (isOfficerOf(job.workRegion, by) && maySee(person, by) && mayBeShown(person, job, now));

/** The reasons are worded for the person; whoever else reads them reads of somebody. */
const ofSomebody = (words: string[]): string[] => words.map((word) => word.replaceAll('您', '本人'));
export function fitFor(person: Person, job: Job): Fit {
  const { score, reasons, against } = fitOf(seekerOf(person), offeredBy(job));
  return { score, reasons: ofSomebody(reasons), against: ofSomebody(against) };
}

export interface Ranked {
  workerId: WorkerId;
  score: number;
}

/** The best fit first; among equals the order is arbitrary and always the same. */
export const isBefore = (a: Ranked, b: Ranked): boolean => a.score > b.score || (a.score === b.score && a.workerId < b.workerId);
export const byFit = (a: Ranked, b: Ranked): number => (isBefore(a, b) ? -1 : 1);

export const shownPerson = (workerId: WorkerId, person: Person, job: Job): FittingPerson => ({
  workerId,
  maskedName: maskedName(person.name ?? ''),
  regionCode: (person.home?.regionCode ?? '') as FittingPerson['regionCode'],
  trades: person.wish.trades,
  skills: person.skills ?? [],
  fit: fitFor(person, job),
});
