import { Problem } from '@shanhai/shared/problems.ts';
import type { Profile } from '../profile.ts';

const bare = (name: string | undefined): string => (name ?? '').replace(/\s/g, '');

/** A record that somebody else made may be offered to the one whose phone it carries, unless the two names differ. */
export function isClaimable(record: Profile, own: Profile): boolean {
  const isNamed = !own.name || !record.name || bare(own.name) === bare(record.name);
  return !!record.registered && !record.mergedInto && isNamed;
}

/**
 * A record is taken over by the person it is about: made by somebody else, not taken over before, and its name known to
 * who asks. A proxy who has the phone in the hand has another name. 〔个人信息保护法 §45：查阅、复制、转移本人信息〕
 */
export function requireClaim(record: Profile, own: Profile, saidName: string, isTaken: boolean): void {
  if (!record.registered || record.mergedInto || isTaken) throw new Problem('worker_claimed');
  if (bare(record.name) !== bare(saidName)) throw new Problem('claim_name_differs');
  if (own.name && bare(own.name) !== bare(saidName)) throw new Problem('claim_name_differs');
}
