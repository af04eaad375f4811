import * as z from 'zod';
import { allocationStatuses } from '../rules/allocations.ts';
import { FairId, Instant, JobId, RegionCode, text, WorkerId, wholeNumber } from './basics.ts';

export const AllocationId = z
  .string()
  .regex(/^[\w-]{12}$/)
  .brand('AllocationId');
export type AllocationId = z.infer<typeof AllocationId>;

/** How many openings are in front of nobody, and of more people than they have places for: shares of all openings. */
export const Congestion = z.object({ toNobody: z.number(), toTooMany: z.number() });
export type Congestion = z.infer<typeof Congestion>;

/** An opening in an allocation: the places left when it was made, and how many of them it fills. */
export const AllocatedOpening = z.object({
  jobId: JobId,
  title: z.string(),
  employerName: z.string(),
  label: z.string().optional(),
  workRegion: RegionCode,
  takeHomeFen: z.number().int(),
  places: z.number().int(),
  placed: z.number().int(),
});
export type AllocatedOpening = z.infer<typeof AllocatedOpening>;

export const Allocation = z.object({
  allocationId: AllocationId,
  /** The fair or the pairing it is for; one of the two. */
  fairId: FairId.optional(),
  pairingId: z.string().optional(),
  title: z.string(),
  regionCode: RegionCode,
  madeAt: Instant,
  leastFit: z.number().int(),
  people: z.number().int(),
  placed: z.number().int(),
  /** Fits of all together, 0 to 100 each, and what they would be if everybody in turn took the best that is left. */
  totalFit: z.number().int(),
  firstComeFit: z.number().int(),
  /** If everybody were shown what fits best, ten each. */
  shown: Congestion,
  /** With this allocation. */
  allocated: Congestion,
  pages: z.number().int(),
  sentPages: z.number().int(),
  status: z.enum(allocationStatuses),
  sentAt: Instant.optional(),
  version: z.number().int(),
});
export type Allocation = z.infer<typeof Allocation>;

/** One person and what was found for them. Names are masked: nobody is named to be placed. */
export const AllocationRow = z.object({
  workerId: WorkerId,
  name: z.string(),
  town: z.string().optional(),
  number: z.number().int().optional(),
  jobId: JobId.optional(),
  fit: z.number().int(),
  reasons: z.array(z.string()),
  /** An officer decided otherwise, and why. */
  changedWhy: z.string().optional(),
});
export type AllocationRow = z.infer<typeof AllocationRow>;

const leastFit = z.number().int().min(1).max(100).default(50);
const one = z.object({ allocationId: AllocationId });

export const allocationsContract = {
  /** The people who are here and have no place yet, on what the booths still seek. */
  'allocations.proposeForFair': { by: ['organizer', 'officer'], input: z.object({ fairId: FairId, leastFit }), output: Allocation },
  /** The people of the partner counties who look for work, on the open openings of the Shanghai side. */
  'allocations.proposeForPairing': { by: ['officer'], input: z.object({ pairingId: z.string().min(1).max(40), leastFit }), output: Allocation },
  /** Newest first, of the own region. */
  'allocations.list': {
    by: ['organizer', 'officer'],
    input: z.object({ fairId: FairId.optional(), pairingId: z.string().max(40).optional() }),
    output: z.object({ items: z.array(Allocation) }),
  },
  'allocations.get': { by: ['organizer', 'officer'], input: one, output: z.object({ allocation: Allocation, openings: z.array(AllocatedOpening) }) },
  /** A page of people, counted from 1. */
  'allocations.rows': {
    by: ['organizer', 'officer'],
    input: one.extend({ page: wholeNumber(1, 100) }),
    output: z.object({ items: z.array(AllocationRow) }),
  },
  /** Puts a person on another opening, or on none, with the reason why. */
  'allocations.change': {
    by: ['organizer', 'officer'],
    input: one.extend({ page: z.number().int().min(1).max(100), workerId: WorkerId, jobId: JobId.optional(), why: text(100) }),
    output: AllocationRow,
  },
  /** Sends the recommendations of the next page; called until `sentPages` equals `pages`. Sent again it tells nobody twice. */
  'allocations.send': { by: ['organizer', 'officer'], input: one, output: Allocation },
} as const;
