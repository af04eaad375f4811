import * as z from 'zod';
import { contentKinds, contentVerdicts } from '../rules/content.ts';
import { BoothNo, EmployerId, FairId, Instant, JobId, RegionCode, text, WorkerId } from './basics.ts';

export const CaseId = z.string().regex(/^[\w-]{8,60}$/);

/** Words that wait for an officer, as the officer reads them. */
export const ContentCase = z.object({
  caseId: CaseId,
  kind: z.enum(contentKinds),
  employerId: EmployerId,
  employerShortName: z.string(),
  regionCode: RegionCode,
  /** What it belongs to, in a few words. */
  about: z.string(),
  jobId: JobId.optional(),
  texts: z.array(z.string()),
  verdict: z.enum(contentVerdicts),
  heldAt: Instant,
  dueAt: Instant,
  decision: z.enum(['passed', 'refused']).optional(),
  reason: z.string().optional(),
  decidedAt: Instant.optional(),
});
export type ContentCase = z.infer<typeof ContentCase>;

/** The card or the application that a held note goes to once it is passed; whose it is stays inside. */
export const NoteTo = z.object({ workerId: WorkerId, fairId: FairId.optional(), boothNo: BoothNo.optional(), jobId: JobId.optional() });
export type NoteTo = z.infer<typeof NoteTo>;
export const HeldCase = ContentCase.extend({ to: z.array(NoteTo).optional() });
export type HeldCase = z.infer<typeof HeldCase>;

const signed = { timestamp: z.string().max(20), nonce: z.string().max(40) };

export const contentContract = {
  'content.get': { by: ['officer'], input: z.object({ caseId: CaseId }), output: ContentCase },
  /** A refusal says why in words the employer can act on. */
  'content.decide': {
    by: ['officer'],
    input: z.object({ caseId: CaseId, decision: z.enum(['passed', 'refused']), reason: text(100).optional() }),
    output: ContentCase,
  },
  /** WeChat asks whether this address is ours, before it sends anything here. */
  'content.answerPush': {
    by: 'anyone',
    input: z.object({ ...signed, signature: z.string().max(64), echostr: z.string().min(1).max(200) }),
    output: z.string(),
  },
  /** What WeChat has to say by itself: sealed and signed (安全模式). Anything genuine is taken, only what is known has an effect. */
  'content.takePush': {
    by: 'anyone',
    input: z.object({ ...signed, msg_signature: z.string().max(64), Encrypt: z.string().min(1).max(200_000) }),
    output: z.literal('success'),
  },
} as const;
