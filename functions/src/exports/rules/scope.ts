import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { Pairing } from '@shanhai/shared/contract/pairings.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { ExportPurpose } from '@shanhai/shared/rules/exports.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import { isOwnPairing } from '@shanhai/shared/rules/scopes.ts';

const isShanghai = (region: string): boolean => region.startsWith('31');

/** The regions whose openings a bureau exchanges: its own and the other side of its pairings. 〔沪人社就〔2026〕89号 二(三)1〕 */
export function openingRegions(caller: Caller, pairings: readonly Pairing[]): string[] {
  const scope = caller.scope ?? '';
  const others = pairings
    .filter((p) => isOwnPairing(p, caller))
    .flatMap((p) => (isShanghai(scope) ? [p.partnerRegion, ...p.partnerCounties] : [p.shanghaiRegion]))
    .filter((r) => r !== undefined);
  return [...new Set([scope, ...others])];
}

export const isInRegions = (job: Pick<Job, 'workRegion'>, regions: readonly string[]): boolean =>
  regions.some((region) => isWithinRegion(job.workRegion, region));

export interface PeopleScope {
  regions: string[];
  isOwnCounty: boolean;
}

/** Regions that lie in one another are asked once. */
const widest = (regions: readonly string[]): string[] => regions.filter((r) => !regions.some((other) => other !== r && isWithinRegion(r, other)));

/** A county lists its own people; Shanghai sees those of its pairings, and nobody’s phone, so it escorts nobody. */
export function peopleScope(caller: Caller, purpose: ExportPurpose, pairings: readonly Pairing[]): PeopleScope {
  const scope = caller.scope ?? '';
  if (!isShanghai(scope)) return { regions: [scope], isOwnCounty: true };
  if (purpose === 'escort') throw new Problem('not_allowed', { purpose });
  const own = pairings.filter((p) => isWithinRegion(p.shanghaiRegion, scope));
  const regions = own.flatMap((p) => (p.partnerCounties.length ? p.partnerCounties : [p.partnerRegion])).filter((r) => r !== undefined);
  return { regions: widest([...new Set(regions)]), isOwnCounty: false };
}
