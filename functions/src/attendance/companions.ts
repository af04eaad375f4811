import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { isProblem, Problem, type ProblemCode } from '@shanhai/shared/problems.ts';
import type { GateDeps } from '../gate-deps.ts';
import { checkIn, type Person } from './admission.ts';
import type { CheckInRecord } from './rules.ts';

/** What became of one who came along: a number, or why not. */
export interface Came {
  workerId: WorkerId;
  number?: number;
  repeated?: boolean;
  problem?: ProblemCode;
}

/** How the one who taps came in: the others come in alike. */
interface Tapped {
  person: Person;
  arrivedAt: string;
  at: string;
}

async function bringOne(fair: Fair, workerId: WorkerId, { person, arrivedAt, at }: Tapped, deps: GateDeps): Promise<Came> {
  if (!(await deps.workers.proxyOf(person.workerId, workerId))) return { workerId, problem: 'not_allowed' };
  const { home } = await deps.workers.get(workerId);
  const came = await checkIn(fair, { ...person, workerId, home: home ?? person.home, broughtBy: person.workerId }, deps, { arrivedAt, at });
  if (came === 'full') return { workerId, problem: 'capacity_reached' };
  return { workerId, number: came.record.number, repeated: came.repeated };
}

/** Those for whom the person acts, each confirmed by the person who stands beside them; one who cannot come in holds up nobody. */
export async function bringAlong(fair: Fair, workerIds: readonly WorkerId[], tapped: Tapped, deps: GateDeps): Promise<Came[]> {
  const came: Came[] = [];
  for (const workerId of new Set(workerIds)) {
    const outcome = await bringOne(fair, workerId, tapped, deps).catch((error: unknown): Came => {
      if (!isProblem(error, 'try_again') && !isProblem(error, 'numbers_exhausted')) throw error;
      return { workerId, problem: error instanceof Problem ? error.code : 'try_again' };
    });
    came.push(outcome);
  }
  return came;
}

/** For whom this person acts, and who of them is here already. */
export async function companionsOf(by: WorkerId, { fairId }: Pick<Fair, 'fairId'>, { workers, attendance }: GateDeps) {
  return Promise.all(
    (await workers.helpedBy(by)).map(async ({ held: { workerId, relation }, profile: { name = '', home } }) => {
      const here = await attendance.find(workerId, fairId);
      return { workerId, name, relation, town: home?.town, ...(here && standingOf(here)) };
    }),
  );
}

const standingOf = ({ number, evidence, isOut }: CheckInRecord) => ({
  number,
  ...(evidence?.gate === 'waiting' && { waits: true }),
  ...(isOut && { isOut: true }),
});

/** The same at a gate, by the person's code: each look is recorded, and each companion has a code of the own to be scanned by. */
export async function companionsAtGate(code: string, fair: Fair, caller: Caller, deps: GateDeps) {
  const scanned = deps.codes.read(code);
  if (scanned.kind !== 'person') throw new Problem('code_not_here');
  const items = await companionsOf(scanned.workerId, fair, deps);
  const view = { at: deps.now(), role: caller.role, byName: fair.hostName, what: 'searched' as const };
  await Promise.all(items.map((one) => deps.workers.recordView(one.workerId, view, deps.newId(6))));
  return items.map(({ workerId, ...one }) => ({ ...one, code: deps.codes.sign('P', workerId) }));
}
