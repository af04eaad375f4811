import type { Caller } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { isOfficerOf } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { takesOf } from './rules/settling.ts';
import { differingFields, takenFrom } from './rules/versions.ts';

/** A conflict of the caller's own region, with the person as they stand now. */
async function ownConflict(conflictId: string, caller: Caller, { conflicts, workers }: Deps) {
  if (!isOfficerOf(conflictId.slice(0, 6), caller)) throw new Problem('not_found');
  const conflict = await conflicts.get(conflictId);
  const workerId = await workers.currentOf(conflict.workerId);
  const profile = await workers.get(workerId);
  return { conflict, workerId, profile, fields: differingFields(profile, conflict.said) };
}

const bureau = (caller: Caller): string => `${regionName(caller.scope ?? '')}人社局`;

/** Two versions of one person, side by side: a human takes a side of each field, and the decision is kept. */
export const conflictHandlers: Pick<HandlersOf<'imports'>, 'imports.conflicts' | 'imports.conflict' | 'imports.settle'> = {
  async 'imports.conflicts'({ input, caller }, { conflicts }) {
    return conflicts.ofRegion(caller.scope ?? '', input.state, input.cursor);
  },

  async 'imports.conflict'({ input, caller }, deps) {
    const { conflict, workerId, profile, fields } = await ownConflict(input.conflictId, caller, deps);
    await deps.workers.recordView(workerId, { at: deps.now(), role: caller.role, byName: bureau(caller), what: 'compared' }, deps.newId(6));
    return { ...conflict, fields, ...(profile.rev === undefined ? {} : { rev: profile.rev }) };
  },

  async 'imports.settle'({ input, caller }, deps) {
    const { conflict, workerId, profile, fields } = await ownConflict(input.conflictId, caller, deps);
    if (input.rev !== profile.rev) throw new Problem('changed_meanwhile');
    const said = takesOf(fields, input.takes);
    const settled = { at: deps.now(), by: caller.workerId, byName: bureau(caller), takes: input.takes };
    const change = said.length ? [deps.workers.changeAsSeen(workerId, takenFrom(profile, conflict.said, said), profile.rev)] : [];
    await deps.conflicts.settle(conflict, settled, change);
    if (said.length) await deps.workers.recordView(workerId, { at: settled.at, role: caller.role, byName: settled.byName, what: 'changed' }, deps.newId(6));
    return { ...conflict, settled };
  },
};
