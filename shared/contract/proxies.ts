import * as z from 'zod';
import { relations } from '../rules/workers.ts';
import { Home, Instant, Nonce, PersonName, Phone, Trade, WorkerId } from './basics.ts';
import { Experience, ProxyConsent, Skill, Wish } from './workers.ts';

/** Everybody may help a neighbour; what officers and organizers register lies in their region. */
const helpers = ['worker', 'organizer', 'officer'] as const;

const told = {
  name: PersonName,
  phone: Phone.optional(),
  home: Home.optional(),
  wish: Wish,
  skills: z.array(Skill).max(8).optional(),
  experience: z.array(Experience).max(8).optional(),
};

/** Somebody I act for, as the list shows them. */
export const ProxiedRow = z.object({
  workerId: WorkerId,
  name: PersonName,
  town: z.string().optional(),
  trades: z.array(Trade),
  relation: z.enum(relations),
  since: Instant,
  looking: z.enum(['looking', 'asked', 'grey', 'stopped']),
  /** The person has claimed the record and lets me go on. */
  isClaimed: z.boolean(),
});
export type ProxiedRow = z.infer<typeof ProxiedRow>;

/** Somebody I act for, with what I wrote down for them. */
export const Proxied = ProxiedRow.omit({ town: true, trades: true }).extend({
  ...told,
  consent: ProxyConsent.optional(),
  /** The bureaus of the other side of the home's pairings, and whether the person lets them see; absent where there are none. */
  elsewhere: z.object({ receivers: z.array(z.string()), isGiven: z.boolean() }).optional(),
});
export type Proxied = z.infer<typeof Proxied>;

export const proxiesContract = {
  /** 代办: somebody without a phone, on their word. How they agreed, when and to whom is kept. 〔个人信息保护法 §13、§14、§17〕 */
  'proxies.register': {
    by: helpers,
    input: z.object({
      ...told,
      residentId: z.string().max(24).optional(),
      relation: z.enum(relations),
      consent: z.enum(['spoken', 'written']),
      agreed: z.literal(true),
      nonce: Nonce,
    }),
    output: Proxied,
  },
  /** 我代办的人. */
  'proxies.list': { by: helpers, input: z.object({}), output: z.object({ items: z.array(ProxiedRow) }) },
  'proxies.get': { by: helpers, input: z.object({ workerId: WorkerId }), output: Proxied },
  'proxies.change': { by: helpers, input: z.object({ workerId: WorkerId, ...told, name: PersonName.optional(), wish: Wish.optional() }), output: Proxied },
  'proxies.sayLooking': { by: helpers, input: z.object({ workerId: WorkerId, is: z.boolean() }), output: Proxied },
  /**
   * 给结对的上海人社局看, said aloud by somebody without a phone once the words were read to them; or taken back. Who has taken
   * the record over says yes alone. 〔个人信息保护法 §14、§15、§23〕
   */
  'proxies.sayElsewhere': { by: helpers, input: z.object({ workerId: WorkerId, is: z.boolean(), version: z.string().min(1).max(20) }), output: Proxied },
  /** A code that the person types or scans on their own phone to take the record over. */
  'proxies.claimCode': { by: helpers, input: z.object({ workerId: WorkerId }), output: z.object({ code: z.string(), endsAt: Instant }) },
} as const;
