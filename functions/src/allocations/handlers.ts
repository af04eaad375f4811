import type { Allocation, AllocationId, AllocationRow } from '@shanhai/shared/contract/allocations.ts';
import type { Caller, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { fitOf, offeredBy } from '@shanhai/shared/rules/matching.ts';
import { isConcerned, isOwnPairing, maySee } from '@shanhai/shared/rules/scopes.ts';
import { isHazardousFor } from '@shanhai/shared/rules/young-workers.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { isOwnFair, saidAtFair, saidInApplications, seatsAtFair, seatsOfPairing, seekersAtFair, seekersOfPairing, wishOf } from './candidates.ts';
import { isOwnAllocation, type Made, newAllocation, requireOwnAllocation, shownRow, withChangedRow, withPageSent } from './rules/allocation.ts';
import { changeRow, requirePlace } from './rules/change.ts';
import { type KeptRow, propose, type Said, type Seat, type Seeker } from './rules/propose.ts';

async function ownAllocation(allocationId: AllocationId, caller: Caller, { allocations }: Deps): Promise<Allocation> {
  const allocation = await allocations.get(allocationId);
  requireOwnAllocation(allocation, caller);
  return allocation;
}

async function make(people: Seeker[], seats: Seat[], said: Said[], made: Omit<Made, 'allocationId' | 'madeAt'>, deps: Deps): Promise<Allocation> {
  const inApplications = await saidInApplications(seats, deps);
  const proposal = propose(people, seats, [...said, ...inApplications], made.leastFit);
  const allocation = newAllocation({ ...made, allocationId: deps.newId(12) as AllocationId, madeAt: deps.now() }, proposal);
  await deps.allocations.create(allocation, proposal.rows, proposal.openings);
  return allocation;
}

/** Who took their yes back since stays a row without a name. */
async function shownRows({ fairId }: Allocation, rows: readonly KeptRow[], caller: Caller, { workers, fairs }: Deps): Promise<AllocationRow[]> {
  const [profiles, fair] = await Promise.all([workers.getMany(rows.map((row) => row.workerId)), fairId && fairs.get(fairId)]);
  const isOwn = !!fair && isOwnFair(fair, caller);
  return rows.map((row) => {
    const profile = profiles.get(row.workerId);
    return shownRow(row, profile && (isOwn || maySee(profile, caller)) ? profile : undefined);
  });
}

/** How well a person fits where an officer puts them, reckoned anew. */
async function fitAt(jobId: JobId | undefined, workerId: WorkerId, { jobs, workers, now }: Deps): Promise<Pick<KeptRow, 'jobId' | 'fit' | 'reasons'>> {
  if (!jobId) return { jobId, fit: 0, reasons: [] };
  const [job, person] = await Promise.all([jobs.get(jobId), workers.get(workerId)]);
  if (isHazardousFor(person, job, chinaDay(now()))) throw new Problem('work_kept_from_young', { jobId });
  const { score, reasons } = fitOf(wishOf(person), offeredBy(job));
  return { jobId, fit: score, reasons };
}

async function tell(allocation: Allocation, rows: readonly KeptRow[], { allocations, messages }: Deps): Promise<void> {
  const openings = new Map((await allocations.openings(allocation.allocationId)).map((o) => [o.jobId, o]));
  await Promise.all(
    rows.map(async ({ workerId, jobId, reasons }) => {
      const opening = jobId && openings.get(jobId);
      if (!opening) return;
      const values = { jobId, title: opening.title, employer: opening.employerName, reasons: reasons.join('，') };
      await messages.tell(workerId, { kind: 'opening.recommended', values, onceKey: `recommended#${allocation.allocationId}` });
    }),
  );
}

export const allocationsHandlers: HandlersOf<'allocations'> = {
  async 'allocations.proposeForFair'({ input: { fairId, leastFit }, caller }, deps) {
    const fair = await deps.fairs.get(fairId);
    const paired = (await deps.pairings.byId()).get(fair.pairingId ?? '');
    if (fair.status !== 'published' || !isConcerned(fair, paired, caller)) throw new Problem('not_allowed');
    const [people, seats, said] = await Promise.all([seekersAtFair(fair, caller, deps), seatsAtFair(fair, deps), saidAtFair(fair, deps)]);
    return make(people, seats, said, { fairId, title: fair.title, regionCode: caller.scope ?? fair.hostRegion, leastFit }, deps);
  },

  async 'allocations.proposeForPairing'({ input: { pairingId, leastFit }, caller }, deps) {
    const pairing = (await deps.pairings.byId()).get(pairingId);
    if (!pairing) throw new Problem('not_found', { pairingId });
    if (!isOwnPairing(pairing, caller) || !caller.scope) throw new Problem('not_allowed');
    const [people, seats] = await Promise.all([seekersOfPairing(pairing, caller, deps), seatsOfPairing(pairing, deps)]);
    return make(people, seats, [], { pairingId, title: deps.pairings.wordsOf(pairing), regionCode: caller.scope, leastFit }, deps);
  },

  async 'allocations.list'({ input, caller }, { allocations }) {
    const all = await allocations.of(input.fairId ?? input.pairingId ?? '');
    return { items: all.filter((a) => isOwnAllocation(a, caller)) };
  },

  async 'allocations.get'({ input, caller }, deps) {
    const allocation = await ownAllocation(input.allocationId, caller, deps);
    return { allocation, openings: await deps.allocations.openings(input.allocationId) };
  },

  async 'allocations.rows'({ input, caller }, deps) {
    const allocation = await ownAllocation(input.allocationId, caller, deps);
    return { items: await shownRows(allocation, await deps.allocations.rows(input.allocationId, input.page), caller, deps) };
  },

  async 'allocations.change'({ input: { allocationId, page, workerId, jobId, why }, caller }, deps) {
    const allocation = await ownAllocation(allocationId, caller, deps);
    const [rows, openings] = await Promise.all([deps.allocations.rows(allocationId, page), deps.allocations.openings(allocationId)]);
    const row = rows.find((r) => r.workerId === workerId);
    if (!row) throw new Problem('not_found', { workerId });
    if (jobId) requirePlace(row, openings, jobId);
    const changed = changeRow(row, openings, await fitAt(jobId, workerId, deps), why);
    const after = withChangedRow(allocation, row, changed.row);
    await deps.allocations.saveRow(
      after,
      page,
      rows.map((r) => (r === row ? changed.row : r)),
      changed.openings,
      openings,
    );
    const [shown] = await shownRows(allocation, [changed.row], caller, deps);
    return shown as AllocationRow;
  },

  async 'allocations.send'({ input, caller }, deps) {
    const allocation = await ownAllocation(input.allocationId, caller, deps);
    const sent = withPageSent(allocation, deps.now());
    // told first: told twice changes nothing, counted and not told would lose people
    await tell(allocation, await deps.allocations.rows(input.allocationId, sent.sentPages), deps);
    return deps.allocations.save(sent);
  },
};
