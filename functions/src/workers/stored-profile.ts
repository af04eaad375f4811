import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { askAt } from '@shanhai/shared/rules/still-looking.ts';
import { indexed } from '../table/keys.ts';
import type { Item } from '../table/table.ts';
import type { Profile, ProfileChange } from './profile.ts';

/** What waits for the clock: asking 还在找吗. */
export const stillLooking = 'still_looking';

type Looking = NonNullable<Profile['looking']>;

/** Somebody said whether they look; who does is asked again in time. */
export const lookingItem = (workerId: WorkerId, looking: Looking): Item => ({
  looking,
  ...(looking.is ? indexed.due(stillLooking, askAt(looking.saidAt), workerId) : {}),
});

/** A profile, or a part of one, as it is stored: found by its home and by the day it is asked again. */
export function profileItem(workerId: WorkerId, { home, looking, ...rest }: Item & Pick<ProfileChange, 'home'> & { looking?: Looking | undefined }): Item {
  return {
    ...rest,
    ...(home ? { home, ...indexed.workerOfCounty(home.regionCode, home.town ?? '', workerId) } : {}),
    ...(looking ? lookingItem(workerId, looking) : {}),
  };
}
