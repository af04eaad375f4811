import * as z from 'zod';
import { jobKinds } from '../rules/job-terms.ts';
import { mealKinds } from '../rules/jobs.ts';
import { sorts } from '../rules/search.ts';
import { ChinaDay, Cursor, EmployerId, Instant, JobId, RegionCode, Trade, text, WorkerId, wholeNumber } from './basics.ts';
import { Skill } from './workers.ts';

const yes = z.enum(['true', 'false']).transform((word) => word === 'true');

/** How well an opening fits the person who asks, with the reasons said aloud. 〔个人信息保护法 §24〕 */
export const Fit = z.object({ score: z.number().int(), reasons: z.array(z.string()), against: z.array(z.string()) });
export type Fit = z.infer<typeof Fit>;

/** An opening as a list shows it. */
export const FoundJob = z.object({
  jobId: JobId,
  title: z.string(),
  trade: Trade,
  kind: z.enum(jobKinds),
  workRegion: RegionCode,
  hasDorm: z.boolean(),
  meals: z.enum(mealKinds),
  needsCertificate: z.boolean(),
  takeHomeFen: z.number().int(),
  /** Heads still sought. */
  remaining: z.number().int(),
  employer: z.object({ employerId: EmployerId, shortName: z.string(), demo: z.boolean() }),
  /** The employer it is for, where another hires for it. */
  clientName: z.string().optional(),
  demo: z.boolean(),
  /** How far from home, for somebody whose home is known. */
  homeKm: z.number().int().optional(),
  /** For a signed-in worker who has not switched ranking off. */
  fit: Fit.optional(),
});
export type FoundJob = z.infer<typeof FoundJob>;

const FoundJobs = z.object({
  items: z.array(FoundJob),
  /** All that were found, on this page or not. */
  count: z.number().int(),
  cursor: Cursor.optional(),
  /** What was taken as meant where a word as typed stands nowhere. */
  meant: z.string().optional(),
  /** The list is right as of this instant. */
  asOf: Instant,
  /** The index could not be looked at again: openings closed since may still be shown. */
  isStale: z.boolean(),
  /** The person has switched ranking by fit off. */
  isRankingOff: z.boolean(),
});
export type FoundJobs = z.infer<typeof FoundJobs>;

/** Somebody who lets employers ask: no name, no phone, no town, nothing of the papers. */
export const FittingPerson = z.object({
  workerId: WorkerId,
  maskedName: z.string(),
  regionCode: RegionCode,
  trades: z.array(Trade),
  skills: z.array(Skill),
  fit: Fit,
  /** When this employer asked the person. */
  invitedAt: Instant.optional(),
  /** An officer holds that they belong together, and says why. */
  recommended: z.object({ byName: z.string(), reason: z.string(), on: ChinaDay }).optional(),
});
export type FittingPerson = z.infer<typeof FittingPerson>;

export const searchContract = {
  /** Open, unexpired openings of verified employers, from memory: the table is asked only who is asking. */
  'search.jobs': {
    by: 'anyone',
    input: z.object({
      words: z.string().trim().max(60).optional(),
      trade: Trade.optional(),
      region: RegionCode.optional(),
      leastTakeHomeFen: wholeNumber(0, 100_000_000).optional(),
      hasDorm: yes.optional(),
      hasMeals: yes.optional(),
      kind: z.enum(jobKinds).optional(),
      fitsMe: yes.optional(),
      sort: z.enum(sorts).optional(),
      cursor: Cursor.optional(),
    }),
    output: FoundJobs,
  },
  /** Why this opening fits the person who asks, and why not. */
  'search.fit': {
    by: ['worker'],
    input: z.object({ jobId: JobId }),
    output: Fit.extend({ suits: z.boolean(), hasWish: z.boolean() }),
  },
  /** What fits best; nothing when the person has switched ranking off. 〔个人信息保护法 §24〕 */
  'search.recommend': { by: ['worker'], input: z.object({}), output: FoundJobs },
  /** Who fits this opening, of those who let employers ask; every look is recorded once a day. 〔个人信息保护法 §13、§24、§44〕 */
  'search.workersFor': {
    by: ['recruiter', 'officer'],
    input: z.object({ jobId: JobId, cursor: Cursor.optional() }),
    output: z.object({ items: z.array(FittingPerson), cursor: Cursor.optional() }),
  },
  /** Asks one person to look at the opening. Nothing of the person is told by it; they answer by applying, or not at all. */
  'search.invite': {
    by: ['recruiter'],
    input: z.object({ jobId: JobId, workerId: WorkerId }),
    output: z.object({ invitedAt: Instant }),
  },
  /** An officer recommends a person whatever the fit says; who, when and why is kept, and told to the person. 〔个人信息保护法 §24〕 */
  'search.override': {
    by: ['officer'],
    input: z.object({ jobId: JobId, workerId: WorkerId, reason: text(100) }),
    output: z.object({ byName: z.string(), reason: z.string(), on: ChinaDay }),
  },
} as const;
