import * as z from 'zod';
import { interviewKinds } from '../rules/applications.ts';
import { changeReasons, interviewMinutes, interviewStates, mostSeats, mostSlots, slotStatuses, videoTools } from '../rules/interviews.ts';
import { EmployerId, Instant, JobId, Nonce, text, WorkerId } from './basics.ts';

export const SlotId = z.string().regex(/^[\w-]{14}$/);

const minutes = z
  .number()
  .int()
  .refine((n) => (interviewMinutes as readonly number[]).includes(n));
/** How one meets: plain words and numbers, nothing to click on. */
const where = {
  kind: z.enum(interviewKinds),
  place: text(60).optional(),
  videoTool: z.enum(videoTools).optional(),
  meetingNo: z
    .string()
    .regex(/^\d[\d -]{4,18}\d$/)
    .optional(),
};

const slot = {
  slotId: SlotId,
  jobId: JobId,
  employerId: EmployerId,
  employerName: z.string(),
  jobTitle: z.string(),
  startsAt: Instant,
  minutes: z.number().int(),
  ...where,
};

/** A time at which an employer meets people for one opening. */
export const Slot = z.object({ ...slot, seats: z.number().int(), left: z.number().int(), status: z.enum(slotStatuses) });
export type Slot = z.infer<typeof Slot>;

/** The same with who comes, still masked: the whole name is in the application. */
export const SlotWithPeople = Slot.extend({
  people: z.array(z.object({ workerId: WorkerId, maskedName: z.string(), state: z.enum(interviewStates) })),
});
export type SlotWithPeople = z.infer<typeof SlotWithPeople>;

/** A time that a person took. */
export const MyInterview = z.object({
  ...slot,
  state: z.enum(interviewStates),
  takenAt: Instant,
  /** Where it was before the employer moved it. */
  wasAt: Instant.optional(),
  cancelledBy: z.enum(['worker', 'employer']).optional(),
  reason: z.enum(changeReasons).optional(),
});
export type MyInterview = z.infer<typeof MyInterview>;

const ofJob = z.object({ jobId: JobId });
const one = z.object({ slotId: SlotId });
const ofSlot = z.object({ jobId: JobId, slotId: SlotId, reason: z.enum(changeReasons) });

export const interviewsContract = {
  /** Times for people whom the employer wants to meet. `nonce` makes a repeat harmless. */
  'interviews.offer': {
    by: ['recruiter'],
    input: ofJob.extend({
      ...where,
      minutes,
      seats: z.number().int().min(1).max(mostSeats),
      startsAt: z.array(Instant).min(1).max(mostSlots),
      nonce: Nonce.length(12),
    }),
    output: z.object({ items: z.array(Slot) }),
  },
  /** The times of an opening that are not over, with who comes. */
  'interviews.ofJob': { by: ['recruiter'], input: ofJob, output: z.object({ items: z.array(SlotWithPeople) }) },
  /** The next times of an employer over all its openings. */
  'interviews.ofEmployer': { by: ['recruiter'], input: z.object({ employerId: EmployerId }), output: z.object({ items: z.array(Slot) }) },
  /** Everybody who took it keeps the seat and is asked whether the new time suits. */
  'interviews.moveSlot': { by: ['recruiter'], input: ofSlot.extend({ startsAt: Instant }), output: Slot },
  'interviews.cancelSlot': { by: ['recruiter'], input: ofSlot, output: Slot },

  /** The times one can choose from, once the employer wants to meet one. */
  'interviews.offered': { by: ['worker'], input: ofJob, output: z.object({ items: z.array(Slot) }) },
  'interviews.mine': { by: ['worker'], input: z.object({}), output: z.object({ items: z.array(MyInterview) }) },
  /** Takes a time; another one of the same opening is given back with it. */
  'interviews.take': { by: ['worker'], input: ofJob.extend({ slotId: SlotId }), output: MyInterview },
  /** Says yes to the time it was moved to. */
  'interviews.confirm': { by: ['worker'], input: one, output: MyInterview },
  'interviews.cancel': { by: ['worker'], input: one, output: MyInterview },
} as const;
