import * as z from 'zod';
import { contentStates } from '../rules/content.ts';
import { isCreditCode } from '../rules/credit-code.ts';
import { contractKinds, contractSigners, demands, insurances, jobKinds, payRhythms, shiftPatterns } from '../rules/job-terms.ts';
import { closedFor, closeReasons, jobStatuses, mealKinds, wagePeriods } from '../rules/jobs.ts';
import { essentialKeys } from '../rules/post-essential.ts';
import { hazards } from '../rules/young-workers.ts';
import { ChinaDay, Cursor, EmployerId, Fen, Instant, JobId, Nonce, prose, RegionCode, Trade, text } from './basics.ts';
import { PublicEmployer } from './employers.ts';

/** Pay line by line. Whoever names allowances or deductions need not add them up: the totals follow. */
const payFields = {
  wagePeriod: z.enum(wagePeriods),
  baseWageFen: Fen,
  overtimeFen: Fen,
  overtimeHours: z.number().int().min(0).max(300).default(0),
  piece: z.object({ unit: text(6), rateFen: Fen, pieces: z.number().int().min(0).max(1_000_000) }).optional(),
  allowanceFen: Fen,
  allowances: z
    .array(z.object({ words: text(12), fen: Fen }))
    .max(8)
    .default([]),
  deductionFen: Fen,
  deductions: z.object({ dormFen: Fen, mealsFen: Fen, insuranceFen: Fen }).optional(),
  payRhythm: z.enum(payRhythms).default('month'),
  payDay: z.number().int().min(1).max(31),
  usualDays: z.number().int().min(1).max(31).optional(),
};

const termFields = {
  shifts: z.object({ pattern: z.enum(shiftPatterns), hours: z.number().int().min(1).max(24), restDays: z.number().int().min(0).max(6) }).optional(),
  contract: z
    .object({
      kind: z.enum(contractKinds),
      months: z.number().int().min(0).max(120),
      signer: z.enum(contractSigners),
      signerName: prose(40).default(''),
    })
    .optional(),
  /** Which the employer pays; absent when the post does not say. */
  insurances: z.array(z.enum(insurances)).max(insurances.length).optional(),
  probation: z.object({ months: z.number().int().min(0).max(24), wageFen: Fen }).optional(),
  promotion: prose(80).default(''),
  /** What the body has to bear. */
  demands: z.array(z.enum(demands)).max(demands.length).default([]),
  /** What more of it the law keeps from those under 18. */
  hazards: z.array(z.enum(hazards)).max(hazards.length).default([]),
  certificates: z.array(text(20)).max(6).default([]),
  /** What the work itself needs although the rules would strike it out, and why; an officer reads it. */
  essentials: z
    .array(z.object({ key: z.enum(essentialKeys), why: prose(100) }))
    .max(essentialKeys.length)
    .default([]),
  /** From when on one starts; absent when any day will do. */
  startOn: ChinaDay.optional(),
};

/** The employer an agency or a broker hires for, and till when it may. 〔人力资源市场暂行条例 §24、§26；五部门通知 2025-12-25：转发写明来源〕 */
export const OnBehalfOf = z.object({
  unitName: text(60),
  creditCode: z.string().trim().toUpperCase().refine(isCreditCode),
  authorisedUntilOn: ChinaDay,
});
export type OnBehalfOf = z.infer<typeof OnBehalfOf>;

/** An opening as a recruiter writes it; a draft may still break rules, a published one may not. */
export const JobForm = z.object({
  title: prose(30),
  kind: z.enum(jobKinds).default('full_time'),
  trade: Trade,
  headcount: z.number().int().min(0).max(9999),
  requirements: prose(300),
  duties: prose(600),
  workRegion: RegionCode,
  /** 街镇; road and number are the address. */
  workTown: prose(20).default(''),
  workAddress: prose(60),
  ...payFields,
  ...termFields,
  shift: prose(40),
  hasDorm: z.boolean(),
  dorm: prose(60),
  meals: z.enum(mealKinds),
  /** 餐食口味: what one gets to eat, as the papers have the posts say it. */
  taste: prose(40),
  training: prose(80),
  benefits: prose(200),
  expiresOn: ChinaDay,
  onBehalfOf: OnBehalfOf.optional(),
});
export type JobForm = z.infer<typeof JobForm>;

export const JobContent = z.object({
  state: z.enum(contentStates),
  key: z.string(),
  caseId: z.string().optional(),
  reason: z.string().optional(),
});
export type JobContent = z.infer<typeof JobContent>;

export const Job = JobForm.extend({
  jobId: JobId,
  employerId: EmployerId,
  status: z.enum(jobStatuses),
  closeReason: z.enum(closedFor).optional(),
  /** Heads taken, anywhere: only an acceptance raises it, never a save. */
  filled: z.number().int().min(0).default(0),
  /** How its words stand with the content check; `key` stands for the words that were looked at. */
  content: JobContent.optional(),
  createdAt: Instant,
  demo: z.boolean().optional(),
  version: z.number().int(),
});
export type Job = z.infer<typeof Job>;

export const JobWithEmployer = Job.omit({ content: true }).extend({
  employer: PublicEmployer,
  takeHomeFen: z.number().int(),
  /** Heads still sought. */
  remaining: z.number().int(),
});
export type JobWithEmployer = z.infer<typeof JobWithEmployer>;

export const jobsContract = {
  /** The same `nonce` sent again gives back the opening it made. */
  'jobs.create': { by: ['recruiter'], input: JobForm.extend({ nonce: Nonce.optional() }), output: Job },
  /** `version` is the one the recruiter saw; an older one answers changed_meanwhile. An open post must stay lawful. */
  'jobs.change': { by: ['recruiter'], input: JobForm.extend({ jobId: JobId, version: z.number().int() }), output: Job },
  /** `link` is what a poster's code says; `client` is the employer hired for, where it is here itself and verified. */
  'jobs.get': {
    by: 'anyone',
    input: z.object({ jobId: JobId }),
    output: JobWithEmployer.extend({
      link: z.string(),
      client: PublicEmployer.pick({ employerId: true, name: true, verifiedBy: true, verifiedOn: true }).optional(),
    }),
  },
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
  /** An officer lets a stated requirement stand, or stops the opening until it is gone. */
  'jobs.judgeEssential': {
    by: ['officer'],
    input: z.object({ jobId: JobId, version: z.number().int(), isNeeded: z.boolean(), note: prose(60) }),
    output: Job,
  },
  'jobs.close': { by: ['recruiter'], input: z.object({ jobId: JobId, reason: z.enum(closeReasons) }), output: Job },
} as const;
