import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isAskedAgain, type takenBackByItself } from '@shanhai/shared/rules/consents.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';

async function mine(workerId: WorkerId, { consents, workers }: Deps) {
  const items = await consents.of(await workers.selvesOf(workerId));
  const asksPrivacy = isAskedAgain(
    'privacy',
    items.find((c) => c.purpose === 'privacy'),
  );
  return { items, asksPrivacy };
}

type TakenBack = (typeof takenBackByItself)[number];

/** What rests on a yes goes with it, in one transaction with the line that says so. */
const withdrawals: Record<TakenBack, (workerId: WorkerId, deps: Deps) => Promise<unknown>> = {
  phone: (workerId, { workers }) => workers.forgetPhone(workerId),
  resident_id: (workerId, { workers }) => workers.forgetResidentId(workerId),
  categories: (workerId, { workers }) => workers.forgetCategories(workerId),
  location: (workerId, { consents, table, now }) => table.transact([consents.withdrawn(workerId, { purpose: 'location', at: now() })]),
};

export const consentsHandlers: HandlersOf<'consents'> = {
  'consents.mine': ({ caller }, deps) => mine(caller.workerId, deps),

  async 'consents.agree'({ input: { purpose, version }, caller }, deps) {
    const { consents, table, now } = deps;
    const refused = await table.transact(consents.given(caller.workerId, { purpose, version, receiver: '山海就业', at: now() }));
    if (refused) throw new Problem('person_erased');
    return mine(caller.workerId, deps);
  },

  async 'consents.withdraw'({ input: { purpose }, caller }, deps) {
    await withdrawals[purpose](caller.workerId, deps);
    return mine(caller.workerId, deps);
  },
};
