import { Problem } from '../problems.ts';
import { isWithinRegion } from './regions.ts';

interface Acting {
  role: string;
  scope?: string | undefined;
}

/** An organizer runs the fairs of the own region. */
export function isHost(fair: { hostRegion: string }, acting: Acting): boolean {
  return acting.role === 'organizer' && !!acting.scope && isWithinRegion(fair.hostRegion, acting.scope);
}

/** Does this fair concern this region: as its host, or as either side of its pairing? */
export function isConcerned(
  fair: { hostRegion: string },
  pairing: { shanghaiRegion: string; partnerRegion?: string | undefined } | undefined,
  acting: Acting,
): boolean {
  const { scope } = acting;
  if (!scope) return false;
  const sides = [fair.hostRegion, pairing?.shanghaiRegion, pairing?.partnerRegion].filter((r) => r !== undefined);
  return sides.some((side) => isWithinRegion(side, scope) || (side.endsWith('00') && isWithinRegion(scope, side)));
}

/** An officer answers for the own region only. */
export function isOfficerOf(regionCode: string, acting: Acting): boolean {
  return acting.role === 'officer' && !!acting.scope && isWithinRegion(regionCode, acting.scope);
}

/** Nobody but an officer of this region. */
export function requireOfficerOf(regionCode: string, acting: Acting): void {
  if (!isOfficerOf(regionCode, acting)) throw new Problem('not_allowed');
}

/** Nobody but a recruiter who acts for this employer now. */
export function requireRecruiterOf(employerId: string, acting: Acting): void {
  if (acting.role !== 'recruiter' || acting.scope !== employerId) throw new Problem('not_allowed');
}

/** Is this region one side of the pairing? One said of Shanghai as a whole is the city's and no single district's. */
export function isOwnPairing(pairing: { shanghaiRegion: string; partnerRegion?: string | undefined }, acting: Acting): boolean {
  const { scope } = acting;
  if (!scope) return false;
  const { shanghaiRegion, partnerRegion } = pairing;
  if (isWithinRegion(shanghaiRegion, scope)) return true;
  return partnerRegion !== undefined && (isWithinRegion(partnerRegion, scope) || isWithinRegion(scope, partnerRegion));
}

/**
 * Whom staff registered are theirs only as long as they are staff of that place: in the role they act in, or one they hold. What
 * a neighbour writes down for somebody is between the two. 〔个人信息保护法 §51〕
 */
export function mayHelp(relation: string, home: { regionCode: string } | undefined, roles: readonly Acting[]): boolean {
  if (relation !== 'officer') return true;
  return roles.some(({ role, scope }) => (role === 'officer' || role === 'organizer') && !!scope && !!home && isWithinRegion(home.regionCode, scope));
}

interface Shared {
  home?: { regionCode: string } | undefined;
  sharedWith?: readonly string[] | undefined;
}

/** Staff see the people of the own region; those of another only after a yes that names their bureau. 〔个人信息保护法 §23〕 */
export function maySee({ home, sharedWith = [] }: Shared, { scope }: Acting): boolean {
  if (!scope) return false;
  return (!!home && isWithinRegion(home.regionCode, scope)) || sharedWith.includes(scope);
}

const shanghai = '310000';

/** Who on the other side of its pairings would see a person of this home: the paired district and the city. */
export function othersOf(
  regionCode: string,
  pairings: readonly { shanghaiRegion: string; partnerRegion?: string | undefined; partnerCounties?: readonly string[] | undefined }[],
): string[] {
  const own = pairings.filter(({ partnerRegion, partnerCounties = [] }) =>
    [...(partnerRegion ? [partnerRegion] : []), ...partnerCounties].some((region) => isWithinRegion(regionCode, region)),
  );
  return own.length ? [...new Set([...own.map(({ shanghaiRegion }) => shanghaiRegion), shanghai])] : [];
}
