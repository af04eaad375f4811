import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import type { Deps, Duty } from '../deps.ts';
import { stillLooking } from './stored-profile.ts';

/** At most so many are asked at one stroke of the clock; the rest follow with the next. */
const mostAtOnce = 500;

/** Asks one person 还在找吗, or those who act for one without an account. */
async function ask(workerId: WorkerId, { workers, messages }: Deps): Promise<void> {
  const profile = await workers.get(workerId);
  const { name = '', looking, mergedInto } = profile;
  if (!looking?.is || mergedInto) return;
  const onceKey = `still_looking#${workerId}#${looking.saidAt}`;
  if (await workers.hasAccount(workerId)) await messages.tell(workerId, { kind: 'worker.still_looking', values: {}, onceKey });
  for (const proxyId of await workers.helpersOf(workerId, profile)) {
    await messages.tell(proxyId, { kind: 'proxied.still_looking', values: { name: maskedName(name), workerId }, onceKey });
  }
}

/** 还在找吗, 90 days after it was said last. Who is silent for 30 more is grey by the calendar alone. */
export const askStillLooking: Duty = {
  name: stillLooking,
  everyMinutes: 60,
  async run(deps) {
    for (const { workerId, gsi2sk } of await deps.workers.toBeAsked(mostAtOnce)) {
      await ask(workerId, deps);
      await deps.workers.asked(workerId, gsi2sk);
    }
  },
};
