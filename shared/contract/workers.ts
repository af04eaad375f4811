import * as z from 'zod';
import { skillLevels } from '../rules/workers.ts';
import { ChinaDay, Fen, Home, Instant, PersonName, Phone, RegionCode, Trade, text, WorkerId } from './basics.ts';

/** What somebody looks for: asked once, kept, changed at will. */
export const Wish = z.object({
  trades: z.array(Trade).max(5),
  placeRegion: RegionCode.optional(),
  needsDorm: z.boolean().optional(),
  leastTakeHomeFen: Fen.optional(),
  /** The day from which the person can start. */
  startOn: ChinaDay.optional(),
});
export type Wish = z.infer<typeof Wish>;

export const Skill = z.object({
  trade: Trade,
  level: z.enum(skillLevels).optional(),
  /** The name of the certificate, as it is printed. */
  certificate: text(30).optional(),
  years: z.number().int().min(0).max(60).optional(),
});
export type Skill = z.infer<typeof Skill>;

/** What somebody did before, in plain words. */
export const Experience = z.object({ what: text(40), where: text(30).optional(), years: z.number().int().min(0).max(60).optional() });
export type Experience = z.infer<typeof Experience>;

/** How somebody agreed to be registered by another: when, how, and who heard or keeps it. 〔个人信息保护法 §13、§14〕 */
export const ProxyConsent = z.object({ how: z.enum(['spoken', 'written']), at: Instant });
export type ProxyConsent = z.infer<typeof ProxyConsent>;

export const Worker = z.object({
  workerId: WorkerId,
  name: PersonName.optional(),
  phone: Phone.optional(),
  home: Home.optional(),
  wish: Wish,
  skills: z.array(Skill).max(8).optional(),
  experience: z.array(Experience).max(8).optional(),
  /** 16 or 17 until this day: kept from hazardous work. */
  youngUntilOn: ChinaDay.optional(),
  /** 32 characters that stand for this person at a gate or a booth. */
  code: z.string(),
});
export type Worker = z.infer<typeof Worker>;

/** One look of staff at a person's data. */
export const View = z.object({
  at: Instant,
  role: z.string(),
  byName: z.string(),
  what: z.enum(['searched', 'card', 'answered', 'registered', 'exported']),
  /** What a list was taken for. */
  purpose: z.string().optional(),
});
export type View = z.infer<typeof View>;

export const workersContract = {
  'workers.me': { by: ['worker'], input: z.object({}), output: Worker },
  'workers.change': {
    by: ['worker'],
    input: z.object({
      name: PersonName.optional(),
      phone: Phone.optional(),
      home: Home.optional(),
      wish: Wish.optional(),
      skills: z.array(Skill).max(8).optional(),
      experience: z.array(Experience).max(8).optional(),
    }),
    output: Worker,
  },
  /** Which staff looked at my name or phone, newest first. 〔个人信息保护法 §44–45〕 */
  'workers.views': { by: ['worker'], input: z.object({}), output: z.object({ items: z.array(View) }) },
} as const;
