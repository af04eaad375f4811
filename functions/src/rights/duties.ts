import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Deps, Duty } from '../deps.ts';
import { lookThroughByTime } from './look-through.ts';
import type { ErasureRequest } from './store.ts';
import { sweep } from './sweep.ts';

const mostAtOnce = 50;

async function erase(request: ErasureRequest, deps: Deps): Promise<void> {
  const { erasures, now } = deps;
  if (request.state === 'asked' && !(await erasures.begin(request.workerId))) return;
  await sweep(request.workerId, deps);
  await erasures.swept(request, now());
}

/** Whoever asked to be erased and did not think better of it. 〔个人信息保护法 §47〕 */
export const eraseDue: Duty = {
  name: 'erase',
  everyMinutes: 30,
  async run(deps) {
    for (const request of await deps.erasures.due(deps.now(), mostAtOnce)) await erase(request, deps);
  },
};

type Ended = Awaited<ReturnType<Deps['consents']['ended']>>[number];

/** A registration that others made and that the person never took up: nobody heard of them since. */
async function endRegistration({ workerId, at }: Ended, { workers, erasures, now }: Deps): Promise<void> {
  const { claimedAt, mergedInto, looking, proxies = [], erasedAt } = await workers.get(workerId as WorkerId);
  const isHeardOf = !!claimedAt || !!mergedInto || proxies.length > 0 || (looking?.saidAt ?? '') > at;
  if (isHeardOf || erasedAt || (await workers.hasAccount(workerId as WorkerId))) return;
  await erasures.askNow(workerId as WorkerId, now());
}

/** What rested on a yes that ended is forgotten: the copy of name and phone that lay with an employer, or the whole registration. 〔个人信息保护法 §19、§47〕 */
async function forget(ended: Ended, deps: Deps): Promise<void> {
  const { cards, applications, now } = deps;
  if (ended.purpose === 'registered') return endRegistration(ended, deps);
  if (ended.purpose === 'card') return cards.forget(ended.workerId, ended.about, now());
  if (ended.purpose === 'application') return applications.forget(ended.workerId, ended.about, now());
}

export const forgetEnded: Duty = {
  name: 'forget-ended-consents',
  everyMinutes: 60,
  async run(deps) {
    for (const ended of await deps.consents.ended(deps.now(), 500)) {
      await forget(ended, deps);
      await deps.consents.forgotten(ended);
    }
  },
};

/** The names on the attendance list of a closed fair go; numbers and figures stay. 〔个人信息保护法 §19〕 */
export const forgetRosterNames: Duty = {
  name: 'forget-roster-names',
  everyMinutes: 60,
  async run({ fairs, attendance, now }) {
    for (const fairId of await fairs.namesDue(now())) {
      await attendance.forgetNames(fairId);
      await fairs.namesForgotten(fairId);
    }
  },
};

export const rightsDuties: readonly Duty[] = [eraseDue, forgetEnded, forgetRosterNames, lookThroughByTime];
