import * as z from 'zod';
import { closeReasons, jobStatuses, mealKinds, wagePeriods } from '../rules/jobs.ts';
import { ChinaDay, Cursor, EmployerId, Fen, Instant, JobId, prose, RegionCode, Trade } from './basics.ts';
import { PublicEmployer } from './employers.ts';

/** An opening as a recruiter writes it; a draft may still break rules, a published one may not. */
export const JobForm = z.object({
  title: prose(30),
  trade: Trade,
  headcount: z.number().int().min(0).max(9999),
  requirements: prose(300),
  duties: prose(600),
  workRegion: RegionCode,
  workAddress: prose(60),
  wagePeriod: z.enum(wagePeriods),
  baseWageFen: Fen,
  overtimeFen: Fen,
  allowanceFen: Fen,
  deductionFen: Fen,
  payDay: z.number().int().min(1).max(31),
  shift: prose(40),
  hasDorm: z.boolean(),
  dorm: prose(60),
  meals: z.enum(mealKinds),
  /** 餐食口味: what one gets to eat, as the papers have the posts say it. */
  taste: prose(40),
  training: prose(80),
  benefits: prose(200),
  expiresOn: ChinaDay,
});
export type JobForm = z.infer<typeof JobForm>;

export const Job = JobForm.extend({
  jobId: JobId,
  employerId: EmployerId,
  status: z.enum(jobStatuses),
  closeReason: z.enum(closeReasons).optional(),
  /** Heads taken, anywhere: only an acceptance raises it, never a save. */
  filled: z.number().int().min(0).default(0),
  createdAt: Instant,
  demo: z.boolean().optional(),
  version: z.number().int(),
});
export type Job = z.infer<typeof Job>;

export const JobWithEmployer = Job.extend({
  employer: PublicEmployer,
  takeHomeFen: z.number().int(),
  /** Heads still sought. */
  remaining: z.number().int(),
});
export type JobWithEmployer = z.infer<typeof JobWithEmployer>;

export const jobsContract = {
  'jobs.create': { by: ['recruiter'], input: JobForm, output: Job },
  /** `version` is the one the recruiter saw; an older one answers changed_meanwhile. An open post must stay lawful. */
  'jobs.change': { by: ['recruiter'], input: JobForm.extend({ jobId: JobId, version: z.number().int() }), output: Job },
  'jobs.get': { by: 'anyone', input: z.object({ jobId: JobId }), output: JobWithEmployer },
  /** Open, unexpired openings of verified employers, newest first; by place of work when given. */
  'jobs.list': {
    by: 'anyone',
    input: z.object({ region: RegionCode.optional(), trade: Trade.optional(), cursor: Cursor.optional() }),
    output: z.object({ items: z.array(JobWithEmployer), cursor: Cursor.optional() }),
  },
  /** All openings of an employer, for its recruiters and for organizers and officers. */
  'jobs.mine': { by: ['recruiter', 'organizer', 'officer'], input: z.object({ employerId: EmployerId }), output: z.object({ items: z.array(Job) }) },
  'jobs.publish': { by: ['recruiter'], input: z.object({ jobId: JobId }), output: Job },
  'jobs.pause': { by: ['recruiter'], input: z.object({ jobId: JobId }), output: Job },
  'jobs.close': { by: ['recruiter'], input: z.object({ jobId: JobId, reason: z.enum(closeReasons) }), output: Job },
} as const;
