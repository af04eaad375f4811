import * as z from 'zod';
import { Fen, Home, PersonName, Phone, RegionCode, Trade, WorkerId } from './basics.ts';

/** What somebody looks for: asked once, kept, changed at will. */
export const Wish = z.object({
  trades: z.array(Trade).max(5),
  placeRegion: RegionCode.optional(),
  needsDorm: z.boolean().optional(),
  leastTakeHomeFen: Fen.optional(),
});
export type Wish = z.infer<typeof Wish>;

export const Worker = z.object({
  workerId: WorkerId,
  name: PersonName.optional(),
  phone: Phone.optional(),
  home: Home.optional(),
  wish: Wish,
  /** 32 characters that stand for this person at a gate or a booth. */
  code: z.string(),
});
export type Worker = z.infer<typeof Worker>;

export const workersContract = {
  'workers.me': { by: ['worker'], input: z.object({}), output: Worker },
  'workers.change': {
    by: ['worker'],
    input: z.object({ name: PersonName.optional(), phone: Phone.optional(), home: Home.optional(), wish: Wish.optional() }),
    output: Worker,
  },
} as const;
