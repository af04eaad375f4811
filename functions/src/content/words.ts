import { createHash } from 'node:crypto';
import { type Job, JobForm } from '@shanhai/shared/contract/jobs.ts';

const hasWords = /[\p{Script=Han}A-Za-z]{2}/u;
/** Fields that hold a choice or a day, not words of one's own. */
const chosen = new Set([
  'trade',
  'kind',
  'workRegion',
  'wagePeriod',
  'payRhythm',
  'meals',
  'expiresOn',
  'startOn',
  'insurances',
  'demands',
  'hazards',
  'shifts',
  'key',
  'signer',
]);

/** Everything in a post that somebody wrote, at any depth. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return hasWords.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (chosen.has(name) ? [] : wordsIn(inner)));
}

export const textsOf = (job: Job): string[] => Object.keys(JobForm.shape).flatMap((name) => (chosen.has(name) ? [] : wordsIn(job[name as keyof Job])));
/** Stands for the words as they are. */
export const keyOf = (texts: readonly string[]): string => createHash('sha256').update(texts.join('\n')).digest('base64url').slice(0, 16);
