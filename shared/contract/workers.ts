import * as z from 'zod';
import { Fen, Home, Instant, PersonName, Phone, RegionCode, Trade, WorkerId } from './basics.ts';

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

/** One look of staff at a person's data. */
export const View = z.object({ at: Instant, role: z.string(), byName: z.string(), what: z.enum(['searched', 'card', 'answered', 'registered']) });
export type View = z.infer<typeof View>;

export const workersContract = {
  'workers.me': { by: ['worker'], input: z.object({}), output: Worker },
  'workers.change': {
    by: ['worker'],
    input: z.object({ name: PersonName.optional(), phone: Phone.optional(), home: Home.optional(), wish: Wish.optional() }),
    output: Worker,
  },
  /** Which staff looked at my name or phone, newest first. 〔个人信息保护法 §44–45〕 */
  'workers.views': { by: ['worker'], input: z.object({}), output: z.object({ items: z.array(View) }) },
} as const;
