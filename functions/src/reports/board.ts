import type { Caller, FairId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isConcerned } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import { boardOf } from './rules.ts';

/** The fair, for staff of its region or of either side of its pairing, and for whoever stands at its gates. */
export async function concernedFair(fairId: FairId, caller: Caller, { fairs, pairings }: Deps): Promise<Fair> {
  const fair = await fairs.live(fairId);
  if (caller.role === 'steward' && caller.scope === fairId) return fair;
  const paired = fair.pairingId ? (await pairings.byId()).get(fair.pairingId) : undefined;
  if (!isConcerned(fair, paired, caller)) throw new Problem('not_allowed');
  return fair;
}

/** The live board: one query; fair and booths come from the instance's memory. */
export async function readBoard(fair: Fair, { fairs, reports, devices, now }: Deps) {
  const booths = await fairs.liveBooths(fair.fairId);
  const [{ figures, countedAt, recount }, mayAdd] = await Promise.all([reports.figures(fair.fairId), devices.mayAdd(fair)]);
  const board = boardOf(fair, booths, figures, countedAt, now());
  return { ...board, ...(recount ? { recount } : {}), ...mayAdd };
}
