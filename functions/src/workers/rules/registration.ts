import { afterDays } from '@shanhai/shared/rules/instants.ts';

/** Somebody registered at a gate came for that fair; somebody on a village list is asked again by the next survey. */
const keptDays = { walk_in: 180, survey: 730 } as const;

/** Until when a registration made by others is kept when the person is not heard of again. 〔个人信息保护法 §19、§47〕 */
export const registrationEnds = (via: keyof typeof keptDays, at: string): string => afterDays(at, keptDays[via]);
