import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import type * as z from 'zod';
import type { NewPerson, OnBehalf, Profile } from '../profile.ts';
import { youngUntil } from './age.ts';

function marksOf(residentId: string | undefined, at: string): Pick<Profile, 'isIdKnown' | 'youngUntilOn'> {
  if (!residentId) return {};
  const youngUntilOn = youngUntil(residentId, chinaDay(at));
  return { isIdKnown: true, ...(youngUntilOn ? { youngUntilOn } : {}) };
}

const proxyOf = ({ by, byName = '', relation = 'volunteer' }: OnBehalf, since: string) => ({ proxyId: by satisfies WorkerId, byName, relation, since });

/** The profile of somebody registered by another: who did it, on whose word, and that the person agreed. 〔个人信息保护法 §13、§14〕 */
export function personFor({ residentId, categories: _sealed, ...profile }: z.output<typeof NewPerson>, onBehalf: OnBehalf, at: string) {
  const { byName: _byName, elsewhere, ...registered } = onBehalf;
  return {
    ...profile,
    ...marksOf(residentId, at),
    registered: { ...registered, at, agreed: true },
    looking: { is: true, saidAt: at },
    ...(elsewhere ? { sharedWith: elsewhere.regions } : {}),
    ...(onBehalf.via === 'proxy' ? { proxies: [proxyOf(onBehalf, at)] } : {}),
  };
}
