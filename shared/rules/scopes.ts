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

/** Is this region one side of the pairing? One said of Shanghai as a whole is the city's and no single district's. */
export function isOwnPairing(pairing: { shanghaiRegion: string; partnerRegion?: string | undefined }, acting: Acting): boolean {
  const { scope } = acting;
  if (!scope) return false;
  const { shanghaiRegion, partnerRegion } = pairing;
  if (isWithinRegion(shanghaiRegion, scope)) return true;
  return partnerRegion !== undefined && (isWithinRegion(partnerRegion, scope) || isWithinRegion(scope, partnerRegion));
}
