import * as z from 'zod';
import { FairId, Instant, RegionCode, wholeNumber } from './basics.ts';
import { MayAdd } from './devices.ts';

/** A closed fair as its pairing counts it; attendance and intents are absent where a paper names a past fair without them. */
export const PairedFair = z.object({
  fairId: FairId,
  title: z.string(),
  kind: z.string(),
  closedAt: Instant,
  companies: z.number().int(),
  posts: z.number().int(),
  attendance: z.number().int().optional(),
  /** What the attendance was short of at most when it was counted last: at closing, then every night for eight days. */
  mayAdd: MayAdd.optional(),
  intents: z.number().int().optional(),
});
export type PairedFair = z.infer<typeof PairedFair>;

export const Pairing = z.object({
  pairingId: z.string(),
  /** 序号 of the annex; the other pairings have none. */
  annexNo: z.number().int().optional(),
  shanghaiRegion: RegionCode,
  /** Absent while 待结对: a state, not a hole. */
  partnerRegion: RegionCode.optional(),
  partnerCounties: z.array(RegionCode),
  status: z.enum(['paired', 'unpaired']),
  source: z.string(),
});
export type Pairing = z.infer<typeof Pairing>;

export const pairingsContract = {
  /** All pairings, annex rows first, each with its fairs closed in the year asked for (this year when absent). */
  'pairings.list': {
    by: ['organizer', 'officer'],
    input: z.object({ year: wholeNumber(2021, 2100).optional() }),
    output: z.object({
      year: z.number().int(),
      items: z.array(Pairing.extend({ onsite: z.number().int(), online: z.number().int(), fairs: z.array(PairedFair) })),
    }),
  },
} as const;
