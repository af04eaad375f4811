import * as z from 'zod';
import { contentVerdicts } from '../rules/content.ts';
import { employerKinds, employerStatuses, sendBackReasons, suspendReasons } from '../rules/employers.ts';
import { filePurposes, mostPhotos, pictureChecks } from '../rules/files.ts';
import { ChinaDay, Cursor, EmployerId, Instant, JobId, PersonName, Phone, RegionCode, Trade, text } from './basics.ts';
import { FileId } from './files.ts';

const untilOn = z.union([ChinaDay, z.literal('long_term')]);

/** Photographs of the papers, each finished and the own one; of one purpose two at most, for the two sides of an identity card. */
const Papers = z
  .array(z.object({ purpose: z.enum(filePurposes), fileId: FileId }))
  .max(filePurposes.length * mostPhotos)
  .refine((papers) => filePurposes.every((purpose) => papers.filter((p) => p.purpose === purpose).length <= mostPhotos));

const CreditCode = z
  .string()
  .trim()
  .toUpperCase()
  .length(18)
  .regex(/^[0-9A-Z]{18}$/);

/** What an employer says of itself. 〔人力资源市场暂行条例 §26〕 */
export const EmployerForm = z.object({
  name: text(60),
  shortName: text(12),
  kind: z.enum(employerKinds),
  creditCode: CreditCode,
  regionCode: RegionCode,
  address: text(80),
  industry: text(20),
  /** As they stand on the business licence. */
  licenceAddress: text(80),
  licenceUntilOn: untilOn,
  serviceLicenceNo: text(40).optional(),
  serviceLicenceUntilOn: ChinaDay.optional(),
  /** Of a broker: the one employer it acts for. */
  clientName: text(60).optional(),
  clientCode: CreditCode.optional(),
  agentName: PersonName,
  agentPhone: Phone,
  authorisedUntilOn: ChinaDay,
  papers: Papers.optional(),
});
export type EmployerForm = z.infer<typeof EmployerForm>;

export const Employer = EmployerForm.extend({
  /** Empty once its authorisation ended three years ago. */
  agentPhone: Phone.or(z.literal('')),
  /** What WeChat thinks of a photograph is told to the officers of the region. */
  papers: z.array(z.object({ purpose: z.enum(filePurposes), fileId: FileId, check: z.enum(pictureChecks).optional() })).optional(),
  /** What WeChat thinks of its words, told to the officers of the region; absent when they passed. */
  textCheck: z.enum(contentVerdicts).optional(),
  employerId: EmployerId,
  status: z.enum(employerStatuses),
  submittedAt: Instant,
  verifiedOn: ChinaDay.optional(),
  /** Bureau that verified, and the officer's reason when a check was not in order. */
  verifiedBy: z.string().optional(),
  verifyNote: z.string().optional(),
  sendBackReasons: z.array(z.enum(sendBackReasons)).optional(),
  sendBackNote: z.string().optional(),
  /** Why it may not hire here now; what it was before is what it will be when this is lifted. */
  suspended: z
    .object({ at: Instant, by: z.string(), reason: z.enum(suspendReasons), note: z.string().optional(), before: z.enum(employerStatuses) })
    .optional(),
  /** The end of its verification that it was told of. */
  remindedOfOn: ChinaDay.optional(),
  /** The end of its verification that has passed: its booths wait since. */
  lapsedOn: ChinaDay.optional(),
  /** Made up for the demonstration. */
  demo: z.boolean().optional(),
  version: z.number().int(),
});
export type Employer = z.infer<typeof Employer>;

/** What anybody may see of an employer. 〔令44号 §13: licence on show〕 */
export const PublicEmployer = Employer.pick({
  employerId: true,
  name: true,
  shortName: true,
  kind: true,
  regionCode: true,
  address: true,
  industry: true,
  creditCode: true,
  status: true,
  verifiedOn: true,
  verifiedBy: true,
  serviceLicenceNo: true,
  clientName: true,
  demo: true,
});
export type PublicEmployer = z.infer<typeof PublicEmployer>;

/** An opening in its employer's list. */
const OpenJob = z.object({
  jobId: JobId,
  title: z.string(),
  trade: Trade,
  workRegion: RegionCode,
  takeHomeFen: z.number().int(),
  remaining: z.number().int(),
  hasDorm: z.boolean(),
});

/** What anybody may know before dealing with an employer. 〔令44号 §13：营业执照、许可证在首页公示；人力资源市场暂行条例 §32〕 */
export const EmployerPage = z.object({
  employer: PublicEmployer.extend({ licenceUntilOn: untilOn, serviceLicenceUntilOn: ChinaDay.optional(), isVerified: z.boolean() }),
  promiseDays: z.number().int(),
  /** In whole percent, and in minutes; absent while too few were due. */
  replyRate: z.number().int().optional(),
  medianMinutes: z.number().int().optional(),
  /** People who began 90 days ago or earlier; absent below 5. */
  placedFor90Days: z.number().int().optional(),
  openings: z.array(OpenJob),
});
export type EmployerPage = z.infer<typeof EmployerPage>;

export const employersContract = {
  'employers.public': { by: 'anyone', input: z.object({ employerId: EmployerId }), output: EmployerPage },
  'employers.submit': { by: ['worker', 'recruiter'], input: EmployerForm, output: Employer },
  'employers.change': { by: ['recruiter'], input: EmployerForm.extend({ employerId: EmployerId }), output: Employer },
  /** The whole of it: for its own recruiters, for officers in whose region it lies, and for organizers, who call the agent to invite a verified one. */
  'employers.get': { by: ['recruiter', 'organizer', 'officer'], input: z.object({ employerId: EmployerId }), output: Employer },
  /** By status, oldest first. Officers see their region; organizers see verified employers anywhere, to invite them. */
  'employers.list': {
    by: ['organizer', 'officer'],
    input: z.object({ status: z.enum(employerStatuses), cursor: Cursor.optional() }),
    output: z.object({ items: z.array(Employer), cursor: Cursor.optional() }),
  },
  /** A note is needed when a check is not in order; a wrong credit code or an expired licence cannot be waved through. */
  'employers.verify': { by: ['officer'], input: z.object({ employerId: EmployerId, note: text(200).optional() }), output: Employer },
  'employers.sendBack': {
    by: ['officer'],
    input: z.object({ employerId: EmployerId, reasons: z.array(z.enum(sendBackReasons)).min(1).max(sendBackReasons.length), note: text(200).optional() }),
    output: Employer,
  },
  /** From now on its openings are hidden everywhere and nobody leaves it a card; nothing is deleted. */
  'employers.suspend': {
    by: ['officer'],
    input: z.object({ employerId: EmployerId, reason: z.enum(suspendReasons), note: text(200).optional() }),
    output: Employer,
  },
  /** It stands again as it stood before. */
  'employers.lift': { by: ['officer'], input: z.object({ employerId: EmployerId }), output: Employer },
} as const;
