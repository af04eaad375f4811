import * as z from 'zod';
import { evidenceBys, gateFindings, placeFindings, presenceCodes, stepMatches } from '../rules/evidence.ts';

/** What a check-in rests on. Coordinates are no part of it: a phone tells only whether it is near. */
export const Evidence = z.object({
  by: z.enum(evidenceBys),
  step: z.number().int().optional(),
  match: z.enum(stepMatches).optional(),
  place: z.enum(placeFindings).optional(),
  gate: z.enum(gateFindings).optional(),
  isLate: z.boolean().optional(),
});

/** Where a fair is, and how near counts as there. WeChat's fuzzy place is off by kilometres, so less than three would be chance. */
export const FairPlace = z.object({
  east: z.number().min(73).max(136),
  north: z.number().min(3).max(54),
  radiusKm: z.number().int().min(3).max(50),
});

/** How strongly a fair wants to know that somebody is there. */
export const PresenceForm = z.object({
  code: z.enum(presenceCodes),
  place: FairPlace.optional(),
  /** An own scan counts as 到门口再确认 until a gate has seen the person. */
  confirmsAtGate: z.boolean(),
});
export type PresenceForm = z.infer<typeof PresenceForm>;

/** `screenKeyNo` goes up when the screens get a new key; codes of the key before it are worth nothing then. */
export const Presence = PresenceForm.extend({ screenKeyNo: z.number().int() });
export type Presence = z.infer<typeof Presence>;
