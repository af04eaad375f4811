import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Erasure } from '@shanhai/shared/contract/rights.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { keptAfterErasure } from '@shanhai/shared/rules/rights.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { collected } from './collected.ts';

async function erasureOf(workerId: WorkerId, { erasures, identity }: Deps): Promise<Erasure> {
  const [request, user] = await Promise.all([erasures.find(workerId), identity.userOf(workerId)]);
  return {
    ...(request ? { askedAt: request.askedAt, dueAt: request.dueAt } : {}),
    isStaff: user.held.length > 0,
    keeps: [...keptAfterErasure],
  };
}

export const rightsHandlers: HandlersOf<'rights'> = {
  async 'rights.held'({ caller }, deps) {
    const kinds = await collected(caller.workerId, deps, { withSealed: false });
    return { items: kinds.map(({ kind, rows, lastAt }) => ({ kind, count: rows.length, lastAt })) };
  },

  'rights.erasure': ({ caller }, deps) => erasureOf(caller.workerId, deps),

  async 'rights.askErasure'({ caller: { workerId } }, deps) {
    const { held } = await deps.identity.userOf(workerId);
    if (held.length) throw new Problem('erasure_as_staff');
    await deps.erasures.ask(workerId, deps.now());
    return erasureOf(workerId, deps);
  },

  async 'rights.cancelErasure'({ caller: { workerId } }, deps) {
    if (!(await deps.erasures.cancel(workerId))) throw new Problem('person_erased');
    return erasureOf(workerId, deps);
  },
};
