import { afterDays } from './instants.ts';

/** Somebody who looks for work is asked again 还在找吗 every 90 days; silence for another 30 greys the record. */
export const askAfterDays = 90;
export const greyAfterDays = 30;

export interface Looking {
  /** Does the person still look for work? */
  is: boolean;
  /** When the person, or somebody for them, said so last. */
  saidAt: string;
}

export type LookingState = 'looking' | 'asked' | 'grey' | 'stopped';

/** When somebody who said so at a moment is asked again. */
export const askAt = (saidAt: string): string => afterDays(saidAt, askAfterDays);

/** Where somebody stands. Greyed and stopped records are offered in no search and no list. */
export function lookingState(looking: Looking | undefined, now: string): LookingState {
  if (!looking) return 'looking';
  if (!looking.is) return 'stopped';
  if (afterDays(looking.saidAt, askAfterDays + greyAfterDays) <= now) return 'grey';
  return askAt(looking.saidAt) <= now ? 'asked' : 'looking';
}

/** May this person be offered to others in a search or a list? */
export const isOffered = (looking: Looking | undefined, now: string): boolean => ['looking', 'asked'].includes(lookingState(looking, now));
