import * as z from 'zod';
import { applicationStates, interviewKinds, promiseDays, refusalReasons, stages } from '../rules/applications.ts';
import { replies } from '../rules/cards.ts';
import { ChinaDay, Cursor, EmployerId, Instant, JobId, PersonName, Phone, prose, Trade, WorkerId } from './basics.ts';
import { Consent } from './cards.ts';

export const Arrival = z.object({
  /** The China day on which the person began. */
  on: ChinaDay,
  saidBy: z.enum(['worker', 'employer']),
  saidAt: Instant,
  confirmedAt: Instant.optional(),
});

/** What both sides know of an application. */
const shared = {
  jobId: JobId,
  employerId: EmployerId,
  employerName: z.string(),
  jobTitle: z.string(),
  takeHomeFen: z.number().int(),
  appliedAt: Instant,
  /** The employer's own promise. */
  answerBy: Instant,
  answeredAt: Instant.optional(),
  interviewKind: z.enum(interviewKinds).optional(),
  reason: z.enum(refusalReasons).optional(),
  /** What the recruiter wrote for the person. */
  note: z.string().optional(),
  arrival: Arrival.optional(),
  demo: z.boolean().optional(),
};

/** An application as its owner sees it: the employer's inner stages are not told. */
export const MyApplication = z.object({
  ...shared,
  stage: z.enum(stages),
  endsAt: Instant,
  sent: z.object({ name: PersonName, phone: Phone }),
  /** The employer is suspended: it cannot read this application or answer it now. */
  isPaused: z.boolean().optional(),
  /** The employer waits for its officer: it changed its papers, or its verification ran out. */
  isUnverified: z.boolean().optional(),
});
export type MyApplication = z.infer<typeof MyApplication>;

/** A line of the recruiter's list: enough to order the work, the person still masked. */
export const ApplicationLine = z.object({
  ...shared,
  workerId: WorkerId,
  maskedName: z.string(),
  trades: z.array(Trade),
  town: z.string().optional(),
  state: z.enum(applicationStates),
});
export type ApplicationLine = z.infer<typeof ApplicationLine>;

/** An application opened by the one employer: what the consent allows and no more. */
export const SeenApplication = ApplicationLine.extend({ name: PersonName, phone: Phone });
export type SeenApplication = z.infer<typeof SeenApplication>;

/** How an employer answers. */
export const AnswerRecord = z.object({
  promiseDays: z.number().int(),
  /** Percent answered in time, and minutes half of the answers took; absent while too few were due. */
  replyRate: z.number().int().optional(),
  medianMinutes: z.number().int().optional(),
});
export type AnswerRecord = z.infer<typeof AnswerRecord>;

/** Whoever acts for somebody without a phone says for whom; otherwise it is one's own. */
const whose = z.object({ forWorkerId: WorkerId.optional() });
const mine = z.object({ jobId: JobId });
const own = whose.extend({ jobId: JobId });
const one = z.object({ jobId: JobId, workerId: WorkerId });
const arrival = { says: z.enum(['arrived', 'confirmed', 'denied']), on: ChinaDay.optional() };

export const applicationsContract = {
  /** One per person and opening: sent twice it is one. After a refusal it can be sent again a month later. */
  'applications.apply': {
    by: ['worker'],
    input: own.extend({ name: PersonName, phone: Phone, trades: z.array(Trade).max(5), consent: Consent }),
    output: MyApplication,
  },
  /** Newest first. */
  'applications.mine': { by: ['worker'], input: whose, output: z.object({ items: z.array(MyApplication) }) },
  'applications.get': { by: ['worker'], input: own, output: MyApplication },
  /** The employer sees it no more, at once. 〔个人信息保护法 §15〕 */
  'applications.withdraw': { by: ['worker'], input: own, output: MyApplication },
  'applications.reply': { by: ['worker'], input: own.extend({ reply: z.enum(replies) }), output: MyApplication },
  /** The person says so first, or answers what the employer said. `on` is needed with `arrived`. */
  'applications.arrived': { by: ['worker'], input: own.extend(arrival), output: MyApplication },

  /** Everybody of this employer who waits for an answer, the nearest deadline first. */
  'applications.waiting': {
    by: ['recruiter'],
    input: z.object({ employerId: EmployerId, cursor: Cursor.optional() }),
    output: z.object({ items: z.array(ApplicationLine), cursor: Cursor.optional() }),
  },
  /** All of one opening, those who wait first, then the newest. */
  'applications.ofJob': {
    by: ['recruiter'],
    input: mine.extend({ cursor: Cursor.optional() }),
    output: z.object({ items: z.array(ApplicationLine), cursor: Cursor.optional() }),
  },
  /** Looking is recorded, and makes a new one a seen one. */
  'applications.open': { by: ['recruiter'], input: one, output: SeenApplication },
  'applications.answer': {
    by: ['recruiter'],
    input: one.extend({
      answer: z.enum(['interview', 'want', 'refuse']),
      interviewKind: z.enum(interviewKinds).optional(),
      reason: z.enum(refusalReasons).optional(),
      note: prose(100).optional(),
    }),
    output: ApplicationLine,
  },
  /** One reason for many; whoever moved meanwhile is left as they are and named. */
  'applications.refuseMany': {
    by: ['recruiter'],
    input: mine.extend({ workerIds: z.array(WorkerId).min(1).max(50), reason: z.enum(refusalReasons), note: prose(100).optional() }),
    output: z.object({ refused: z.number().int(), left: z.array(WorkerId) }),
  },
  'applications.workerArrived': { by: ['recruiter'], input: one.extend(arrival), output: ApplicationLine },

  /** An employer whose promised days have passed: how many wait still, nobody named. For officers of its region. */
  'applications.silent': {
    by: ['officer'],
    input: z.object({ employerId: EmployerId }),
    output: AnswerRecord.extend({ employerName: z.string(), agentName: PersonName, agentPhone: Phone.or(z.literal('')), overdue: z.number().int() }),
  },
  /** The officer has spoken with them: the task is done, the employer reads it. Silence after that opens a new one. */
  'applications.urge': { by: ['officer'], input: z.object({ employerId: EmployerId }), output: z.object({ overdue: z.number().int() }) },

  /** Within how many days this employer promises an answer, from the next application or fair on. */
  'applications.promise': {
    by: ['recruiter'],
    input: z.object({ employerId: EmployerId, days: z.number().int().min(promiseDays.least).max(promiseDays.most) }),
    output: AnswerRecord,
  },
  'applications.record': { by: 'anyone', input: z.object({ employerId: EmployerId }), output: AnswerRecord },
} as const;
