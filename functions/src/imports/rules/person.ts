import { Home, PersonName, Phone } from '@shanhai/shared/contract/basics.ts';
import { ProxyConsent, Skill, Wish } from '@shanhai/shared/contract/workers.ts';
import { categories } from '@shanhai/shared/rules/categories.ts';
import * as z from 'zod';

/** What a village survey says of one person. */
export const SurveyedPerson = z.object({
  name: PersonName,
  residentId: z.string().optional(),
  phone: Phone.optional(),
  home: Home,
  wish: Wish,
  skills: z.array(Skill).max(8).optional(),
  /** Sealed with the person; only a new one gets them from a list. */
  categories: z.array(z.enum(categories)).max(categories.length).optional(),
  consent: ProxyConsent.shape.how,
  /** Said yes to being seen by the paired bureaus of Shanghai; a list that does not say so says no. */
  elsewhere: z.boolean().optional(),
});
export type SurveyedPerson = z.infer<typeof SurveyedPerson>;
