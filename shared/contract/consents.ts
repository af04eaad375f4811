import * as z from 'zod';
import { agreedByText, consentPurposes, consentWays, takenBackByItself } from '../rules/consents.ts';
import { Instant } from './basics.ts';

/** One yes of a person: for what, to whom, in which words, when, until when, and whether it was taken back. */
export const Consent = z.object({
  purpose: z.enum(consentPurposes),
  /** What it is about: `fair#booth` of a card, the opening of an application, who acts for the person. Empty where there is but one. */
  about: z.string(),
  /** Who receives something by it, as a person calls them. */
  receiver: z.string(),
  version: z.string(),
  how: z.enum(consentWays),
  at: Instant,
  /** It ends by itself. */
  endsAt: Instant.optional(),
  withdrawnAt: Instant.optional(),
});
export type Consent = z.infer<typeof Consent>;

const Mine = z.object({
  items: z.array(Consent),
  /** Is the privacy guide to be shown: never agreed to, or changed since? */
  asksPrivacy: z.boolean(),
  /** The bureaus of the other side of the home's pairings: who would see the person after a yes to `elsewhere`. None: nobody to ask for. */
  elsewhere: z.array(z.string()).optional(),
});

export const consentsContract = {
  /** 我同意过什么, newest first. 〔个人信息保护法 §14–§16、§44〕 */
  'consents.mine': { by: ['worker'], input: z.object({}), output: Mine },
  /** Yes to a text of ours, in the version that was shown. */
  'consents.agree': { by: ['worker'], input: z.object({ purpose: z.enum(agreedByText), version: z.string().min(1).max(20) }), output: Mine },
  /** Takes a yes back, and with it what rested on it. 〔个人信息保护法 §15、§47〕 */
  'consents.withdraw': { by: ['worker'], input: z.object({ purpose: z.enum(takenBackByItself) }), output: Mine },
} as const;
