import * as z from 'zod';
import { categories } from '../rules/categories.ts';
import { relations, skillLevels } from '../rules/workers.ts';
import { ChinaDay, CodeText, Fen, Home, Instant, PersonName, Phone, RegionCode, Trade, text, WorkerId } from './basics.ts';

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
  /** The person wants no ranking by machine: lists come newest first. 〔个人信息保护法 §24〕 */
  isRankingOff: z.boolean().optional(),
  /** 单位可以找我: employers who are verified may see trades, skills and county, and ask. Off until the person says so. 〔个人信息保护法 §13、§23〕 */
  isFindable: z.boolean().optional(),
  /** Bureaus of other regions that may see the person: by a yes of its own that names them. 〔个人信息保护法 §23〕 */
  sharedWith: z.array(RegionCode).optional(),
  /** 16 or 17 until this day: kept from hazardous work. */
  youngUntilOn: ChinaDay.optional(),
  /** 32 characters that stand for this person at a gate or a booth. */
  code: z.string(),
});
export type Worker = z.infer<typeof Worker>;

/** A person as the person sees it. */
export const Me = Worker.extend({
  isIdKnown: z.boolean().optional(),
  /** 还在找吗: where the person stands, and when it was said last. */
  looking: z.object({ state: z.enum(['looking', 'asked', 'grey', 'stopped']), saidAt: Instant.optional() }),
});
export type Me = z.infer<typeof Me>;

/** One thing of the papers said of a person, with who said it and when. Only the person and officers ever get it. */
export const HeldCategory = z.object({ category: z.enum(categories), source: text(40), on: ChinaDay, by: z.enum(['self', 'officer', 'survey']) });
export type HeldCategory = z.infer<typeof HeldCategory>;
const Categories = z.object({ items: z.array(HeldCategory) });

/** A record that may be the caller's own: registered by somebody else with the phone that WeChat confirmed. */
export const Claimable = z.object({ workerId: WorkerId, maskedName: z.string(), town: z.string().optional(), registeredOn: ChinaDay });
export type Claimable = z.infer<typeof Claimable>;

/** Who may act for me. */
export const MyProxy = z.object({ proxyId: WorkerId, byName: z.string(), relation: z.enum(relations), since: Instant });
export type MyProxy = z.infer<typeof MyProxy>;

/** One look of staff at a person's data. */
export const View = z.object({
  at: Instant,
  role: z.string(),
  byName: z.string(),
  what: z.enum([
    'searched',
    'card',
    'answered',
    'registered',
    'exported',
    'revealed',
    'revealed_id',
    'compared',
    'categories',
    'changed',
    'agent_id',
    'matched',
  ]),
  /** What a list was taken for. */
  purpose: z.string().optional(),
});
export type View = z.infer<typeof View>;

export const workersContract = {
  'workers.me': { by: ['worker'], input: z.object({}), output: Me },
  'workers.change': {
    by: ['worker'],
    input: z.object({
      name: PersonName.optional(),
      phone: Phone.optional(),
      home: Home.optional(),
      wish: Wish.optional(),
      skills: z.array(Skill).max(8).optional(),
      experience: z.array(Experience).max(8).optional(),
      isRankingOff: z.boolean().optional(),
      isFindable: z.boolean().optional(),
    }),
    output: Me,
  },
  /** Needed only where a law asks for it; sealed, and shown to nobody whole. Under 16 is refused. 〔劳动法 §15〕 */
  'workers.tellResidentId': {
    by: ['worker'],
    input: z.object({ residentId: z.string().max(24) }),
    output: z.object({ maskedId: z.string(), youngUntilOn: ChinaDay.optional() }),
  },
  /** 还在找吗: one tap. */
  'workers.sayLooking': { by: ['worker'], input: z.object({ is: z.boolean() }), output: Me },
  'workers.categories': { by: ['worker'], input: z.object({}), output: Categories },
  /** The person says it of themselves, or corrects what others said. 〔个人信息保护法 §46〕 */
  'workers.sayCategory': { by: ['worker'], input: z.object({ category: z.enum(categories), holds: z.boolean() }), output: Categories },
  'workers.claimable': { by: ['worker'], input: z.object({}), output: z.object({ items: z.array(Claimable) }) },
  /** 认领: by the code a proxy shows, by a number strip, or by the confirmed phone (`workerId` of the offered record); the name must be said as well. */
  'workers.claim': {
    by: ['worker'],
    input: z.object({ code: CodeText.optional(), workerId: WorkerId.optional(), name: PersonName, keepsProxies: z.boolean().default(false) }),
    output: Me,
  },
  'workers.proxies': { by: ['worker'], input: z.object({}), output: z.object({ items: z.array(MyProxy) }) },
  'workers.dropProxy': { by: ['worker'], input: z.object({ proxyId: WorkerId }), output: z.object({ items: z.array(MyProxy) }) },
  /** Which staff looked at my name or phone, newest first. 〔个人信息保护法 §44–45〕 */
  'workers.views': { by: ['worker'], input: z.object({}), output: z.object({ items: z.array(View) }) },
} as const;
