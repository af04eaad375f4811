import * as z from 'zod';
import { complaintOutcomes, complaintReasons } from '../rules/complaints.ts';
import { EmployerId, Instant, JobId, Nothing, prose, RegionCode, text } from './basics.ts';

/** What somebody reported about an opening. Who it was is in none of its answers. */
export const Complaint = z.object({
  jobId: JobId,
  jobTitle: z.string(),
  employerId: EmployerId,
  employerShortName: z.string(),
  regionCode: RegionCode,
  reasons: z.array(z.enum(complaintReasons)).min(1),
  words: z.string(),
  madeAt: Instant,
  dueAt: Instant,
  outcome: z.enum(complaintOutcomes).optional(),
  /** The officer's, for the employer. */
  note: z.string().optional(),
  decidedAt: Instant.optional(),
});
export type Complaint = z.infer<typeof Complaint>;

const OfJob = z.object({ jobTitle: z.string(), jobStatus: z.string(), employerId: EmployerId, employerShortName: z.string(), items: z.array(Complaint) });

export const complaintsContract = {
  /** 举报: once per person and opening; the employer never learns by whom. 〔人力资源市场暂行条例 §29〕 */
  'complaints.make': {
    by: ['worker'],
    input: z.object({ jobId: JobId, reasons: z.array(z.enum(complaintReasons)).min(1).max(complaintReasons.length), words: prose(300) }),
    output: Complaint.omit({ note: true }),
  },
  'complaints.mine': { by: ['worker'], input: Nothing, output: z.object({ items: z.array(Complaint.omit({ note: true })) }) },
  'complaints.ofJob': { by: ['officer'], input: z.object({ jobId: JobId }), output: OfJob },
  /** Decides all reports about an opening that are not decided yet. Correcting pauses it, taking down closes and hides it. */
  'complaints.decide': {
    by: ['officer'],
    input: z.object({ jobId: JobId, outcome: z.enum(complaintOutcomes), note: text(100).optional() }),
    output: OfJob,
  },
} as const;
