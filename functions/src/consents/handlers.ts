import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isAskedAgain, type takenBackByItself } from '@shanhai/shared/rules/consents.ts';
import { bureauOf } from '@shanhai/shared/rules/regions.ts';
import { othersOf } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';

async function othersFor(workerId: WorkerId, { workers, pairings }: Deps): Promise<string[]> {
  const { home } = await workers.get(workerId);
  return home ? othersOf(home.regionCode, await pairings.all()) : [];
}

async function mine(workerId: WorkerId, deps: Deps) {
  const [items, others] = await Promise.all([deps.workers.selvesOf(workerId).then(deps.consents.of), othersFor(workerId, deps)]);
  const asksPrivacy = isAskedAgain(
    'privacy',
    items.find((c) => c.purpose === 'privacy'),
  );
  return { items, asksPrivacy, elsewhere: others.map(bureauOf) };
}

/** The bureaus that are named with the yes see the person from the moment it is written down. */
async function shareElsewhere(workerId: WorkerId, version: string, deps: Deps): Promise<void> {
  const others = await othersFor(workerId, deps);
  if (!others.length) throw new Problem('invalid_input', { field: 'home' });
  await deps.workers.shareWith(workerId, others, { receiver: others.map(bureauOf).join('、'), version });
}

type TakenBack = (typeof takenBackByItself)[number];

/** What is sealed lies under every id of a person, also from before a claim or a merge: taken back, it goes from all of them. */
const underAllIds = async (workerId: WorkerId, { workers }: Deps, forget: (self: WorkerId) => Promise<unknown>): Promise<unknown> =>
  Promise.all((await workers.selvesOf(workerId)).map(forget));

/** What rests on a yes goes with it, in one transaction with the line that says so. */
const withdrawals: Record<TakenBack, (workerId: WorkerId, deps: Deps) => Promise<unknown>> = {
  phone: (workerId, { workers }) => workers.forgetPhone(workerId),
  resident_id: (workerId, deps) => underAllIds(workerId, deps, deps.workers.forgetResidentId),
  categories: (workerId, deps) => underAllIds(workerId, deps, deps.workers.forgetCategories),
  elsewhere: (workerId, { workers }) => workers.shareNoMore(workerId),
  location: (workerId, { consents, table, now }) => table.transact([consents.withdrawn(workerId, { purpose: 'location', at: now() })]),
};

export const consentsHandlers: HandlersOf<'consents'> = {
  'consents.mine': ({ caller }, deps) => mine(caller.workerId, deps),

  async 'consents.agree'({ input: { purpose, version }, caller }, deps) {
    const { consents, table, now } = deps;
    if (purpose === 'elsewhere') {
      await shareElsewhere(caller.workerId, version, deps);
      return mine(caller.workerId, deps);
    }
    const refused = await table.transact(consents.given(caller.workerId, { purpose, version, receiver: '山海就业', at: now() }));
    if (refused) throw new Problem('person_erased');
    return mine(caller.workerId, deps);
  },

  async 'consents.withdraw'({ input: { purpose }, caller }, deps) {
    await withdrawals[purpose](caller.workerId, deps);
    return mine(caller.workerId, deps);
  },
};
