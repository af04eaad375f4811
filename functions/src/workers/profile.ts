import { type Home, PersonName, Phone, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { type Experience, HeldCategory, MyProxy, ProxyConsent, type Skill, Wish, Worker } from '@shanhai/shared/contract/workers.ts';
import { relations } from '@shanhai/shared/rules/workers.ts';
import * as z from 'zod';

/** Who registered somebody, when, on whose word. A walk-in's proxy is only named; one who acted through the system has an id. */
const Registered = z.object({
  by: WorkerId,
  at: z.string(),
  via: z.enum(['walk_in', 'proxy', 'survey']).default('walk_in'),
  agreed: z.boolean().default(true),
  relation: z.enum(relations).optional(),
  consent: ProxyConsent.optional(),
  proxy: z.object({ name: PersonName, relation: z.string() }).optional(),
});

/** A person as stored. What is sealed lies in an item of its own and is not part of it. */
export const Profile = Worker.omit({ code: true, workerId: true }).extend({
  wish: Wish.default({ trades: [] }),
  /** Blind index of the phone that WeChat confirmed. */
  confirmedPhone: z.string().optional(),
  isIdKnown: z.boolean().optional(),
  looking: z.object({ is: z.boolean(), saidAt: z.string() }).optional(),
  registered: Registered.optional(),
  proxies: z.array(MyProxy).optional(),
  claimedAt: z.string().optional(),
  mergedInto: WorkerId.optional(),
  /** The person is gone; nothing of them is left but that they were. */
  erasedAt: z.string().optional(),
  /** Counts changes, so that a decision is written only on what it was made on. */
  rev: z.number().optional(),
});
export type Profile = z.infer<typeof Profile>;

export interface ProfileChange {
  name?: string | undefined;
  phone?: string | undefined;
  home?: Home | undefined;
  wish?: Wish | undefined;
  skills?: Skill[] | undefined;
  experience?: Experience[] | undefined;
  isRankingOff?: boolean | undefined;
  isFindable?: boolean | undefined;
}

/** A person registered by somebody else: 代办 or a village survey. */
export const NewPerson = z.object({
  name: PersonName,
  phone: Phone.optional(),
  home: Worker.shape.home,
  wish: Wish.default({ trades: [] }),
  skills: Worker.shape.skills,
  experience: Worker.shape.experience,
  /** Sealed at once; the age it tells is judged first. */
  residentId: z.string().optional(),
  /** Sealed at once. */
  categories: z.array(HeldCategory).optional(),
});
export type NewPerson = z.input<typeof NewPerson>;

export interface OnBehalf {
  by: WorkerId;
  /** How the person and lists call the proxy. */
  byName?: string;
  relation: z.infer<typeof Registered>['relation'];
  consent: ProxyConsent;
  via: 'proxy' | 'survey';
  /** The person lets bureaus of another region see them: a yes of its own. */
  elsewhere?: { regions: string[]; receiver: string };
}
