import * as z from 'zod';
import { campaigns, fairKinds, fairPlans, fairStatuses } from '../rules/fairs.ts';
import { BoothNo, CodeText, DeviceId, EmployerId, FairId, FairNumber, Fen, Instant, JobId, prose, RegionCode, Trade, text } from './basics.ts';
import { Presence, PresenceForm } from './presence.ts';

/** A plan attached to a fair: its title and its text, as it will be shown to the police and the officers. */
export const Plan = z.object({ title: text(60), body: prose(4000).refine((s) => s.length >= 20) });

export const FairForm = z.object({
  title: text(40),
  subtitle: prose(40),
  kind: z.enum(fairKinds),
  campaign: z.enum(campaigns),
  hostRegion: RegionCode,
  place: text(60),
  opensAt: Instant,
  closesAt: Instant,
  expectedAttendance: z.number().int().min(1).max(100_000),
  /** Pairing whose work this fair counts as; 'pairings.list' names them. */
  pairingId: z.string().max(40).optional(),
  /** 大型群众性活动安全许可 number. */
  policePermitNo: prose(40),
  plans: z.partialRecord(z.enum(fairPlans), Plan),
  gates: z.array(text(10)).min(1).max(20),
  /** Townships or counties people are asked to choose from; anything else is 外地. */
  homeTowns: z.array(text(20)).max(40),
  helpDesks: z.array(text(20)).max(10),
  /** The gates scan people out as well as in, and say how many are inside. */
  countsExits: z.boolean().optional(),
  /** How many may be inside at once, by the permit or the hall; 0 and nothing said: nobody is stopped for it. */
  capacity: z.number().int().min(0).max(100_000).optional(),
});
export type FairForm = z.infer<typeof FairForm>;

export const Fair = FairForm.extend({
  fairId: FairId,
  status: z.enum(fairStatuses),
  hostName: z.string(),
  /** Ranges of numbers printed on strips, both ends included. */
  strips: z.array(z.object({ from: FairNumber, to: FairNumber })),
  boothCount: z.number().int(),
  openingCount: z.number().int(),
  /** All heads sought at this fair. */
  headcount: z.number().int(),
  publishedAt: Instant.optional(),
  closedAt: Instant.optional(),
  /** How presence is proven; missing: the printed code is enough. */
  presence: Presence.optional(),
  demo: z.boolean().optional(),
  version: z.number().int(),
});
export type Fair = z.infer<typeof Fair>;

/** What everybody sees of a fair: no plans, no permit. */
export const PublicFair = Fair.pick({
  fairId: true,
  title: true,
  subtitle: true,
  kind: true,
  campaign: true,
  hostRegion: true,
  hostName: true,
  place: true,
  opensAt: true,
  closesAt: true,
  status: true,
  gates: true,
  homeTowns: true,
  helpDesks: true,
  boothCount: true,
  openingCount: true,
  headcount: true,
  pairingId: true,
  presence: true,
  demo: true,
  countsExits: true,
  capacity: true,
});
export type PublicFair = z.infer<typeof PublicFair>;

/** An opening as a booth shows it. */
export const BoothOpening = z.object({
  jobId: JobId,
  title: z.string(),
  /** The employer it is for, where another hires for it. */
  clientName: z.string().optional(),
  trade: Trade,
  headcount: z.number().int(),
  remaining: z.number().int(),
  takeHomeFen: Fen,
  workRegion: RegionCode,
  hasDorm: z.boolean(),
  meals: z.string(),
  taste: z.string(),
});
export type BoothOpening = z.infer<typeof BoothOpening>;

export const Booth = z.object({
  fairId: FairId,
  boothNo: BoothNo,
  /** What hangs above it: `A03`. */
  label: z.string(),
  employerId: EmployerId,
  employerName: z.string(),
  employerShortName: z.string(),
  employerVerifiedBy: z.string(),
  employerVerifiedOn: z.string(),
  employerRegion: RegionCode,
  contactName: z.string(),
  /** Within how many days this employer promised an answer when it was invited. */
  promiseDays: z.number().int().optional(),
  demo: z.boolean().optional(),
  /** Its employer is suspended: shown to the host and the employer only, and takes no cards. */
  withheld: z.boolean().optional(),
  /** Its employer changed what was verified, or its verification ran out, and waits for its officer: shown so, and takes no new cards meanwhile. */
  isWaiting: z.boolean().optional(),
  openings: z.array(BoothOpening),
});
export type Booth = z.infer<typeof Booth>;

export const Missing = z.object({ key: z.string(), words: z.string(), article: z.string().optional() });
export type Missing = z.infer<typeof Missing>;

export const fairsContract = {
  'fairs.create': { by: ['organizer'], input: FairForm, output: Fair },
  'fairs.change': { by: ['organizer'], input: FairForm.extend({ fairId: FairId, version: z.number().int() }), output: Fair },
  'fairs.get': { by: 'anyone', input: z.object({ fairId: FairId }), output: PublicFair },
  /** Published fairs from today on, soonest first. */
  'fairs.list': { by: 'anyone', input: z.object({}), output: z.object({ items: z.array(PublicFair) }) },
  /** Every fair that concerns the caller's region, as its host or by its pairing, whole; an officer sees no drafts. */
  'fairs.mine': { by: ['organizer', 'officer'], input: z.object({}), output: z.object({ items: z.array(Fair) }) },
  'fairs.booths': { by: 'anyone', input: z.object({ fairId: FairId }), output: z.object({ fair: PublicFair, items: z.array(Booth) }) },
  'fairs.invite': {
    by: ['organizer'],
    input: z.object({ fairId: FairId, employerId: EmployerId, label: text(6), jobIds: z.array(JobId).max(20) }),
    output: Booth,
  },
  'fairs.attach': { by: ['organizer', 'recruiter'], input: z.object({ fairId: FairId, boothNo: BoothNo, jobIds: z.array(JobId).max(20) }), output: Booth },
  'fairs.removeBooth': { by: ['organizer'], input: z.object({ fairId: FairId, boothNo: BoothNo }), output: z.object({ removed: z.literal(true) }) },
  'fairs.missing': { by: ['organizer'], input: z.object({ fairId: FairId }), output: z.object({ items: z.array(Missing) }) },
  /** Refused with fair_not_ready and the same list in `detail.missing`. */
  'fairs.publish': { by: ['organizer'], input: z.object({ fairId: FairId }), output: Fair },
  'fairs.close': { by: ['organizer'], input: z.object({ fairId: FairId }), output: Fair },
  /** How presence is proven here. `newScreenKey`: the screens that run now show nothing of worth any more. */
  'fairs.setPresence': { by: ['organizer'], input: PresenceForm.extend({ fairId: FairId, newScreenKey: z.boolean().optional() }), output: Fair },
  /** What a screen at the gate signs its codes with, for this fair only; it may lose the network then. `now` sets its clock. */
  'fairs.screenKey': {
    by: ['organizer'],
    /** A screen names itself so that it can be taken out of service; an earlier version does not. */
    input: z.object({ fairId: FairId, deviceId: DeviceId.optional(), gate: text(10).optional() }),
    /** `link` is what stands before the code, so that WeChat's own camera opens it. */
    output: z.object({ keyId: z.string(), key: z.string(), link: z.string(), now: Instant, fair: PublicFair }),
  },
  /** What a scanned code stands for. A forged one is a problem; a desk code names the desk to sign in. */
  'fairs.resolveCode': {
    by: 'anyone',
    input: z.object({ code: CodeText }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('gate'), fair: PublicFair, gate: z.string() }),
      z.object({ kind: z.literal('booth'), fair: PublicFair, boothNo: BoothNo }),
      z.object({ kind: z.literal('strip'), fair: PublicFair, number: FairNumber }),
      z.object({ kind: z.literal('desk'), deskId: z.string() }),
      z.object({ kind: z.literal('invitation'), invitationId: z.string() }),
      z.object({ kind: z.literal('person') }),
    ]),
  },
  /** A PDF: entrance poster per gate, a card per booth, sheets of strips. Each call with strips prints fresh numbers. */
  'fairs.printPack': {
    by: ['organizer'],
    input: z.object({ fairId: FairId, strips: z.number().int().min(0).max(2000) }),
    output: z.object({ fileName: z.string(), pdfBase64: z.string(), strips: z.object({ from: FairNumber, to: FairNumber }).optional() }),
  },
} as const;
