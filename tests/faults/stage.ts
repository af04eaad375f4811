import type { Caller, EmployerId, FairId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import type { RouteName } from '@shanhai/shared/routes.ts';
import { aJobForm } from '../support/builders.ts';
import { call, Refused } from '../support/call.ts';
import { actingAs } from '../support/people.ts';
import type { World } from '../support/world.ts';
import type { Instance } from './instance.ts';

/** One fair that all stages are copies of. */
export interface Original {
  world: World;
  fair: Fair;
  booth: Booth;
  employerId: EmployerId;
  recruiterId: WorkerId;
  /** Verified, with an opening, and not at the fair. */
  other: { employerId: EmployerId; jobId: JobId };
}

export async function makeOriginal(world: World): Promise<Original> {
  const { fair, booth, employerId, recruiter, jobId } = await world.anOpenFair();
  // one opening is at the fairs of all plays, and a place taken at one is taken everywhere
  const { version } = await recruiter.call('jobs.get', { jobId });
  await recruiter.call('jobs.change', { ...aJobForm({ headcount: 9999 }), jobId, version });
  return { world, fair, booth, employerId, recruiterId: recruiter.session.workerId, other: await world.anOpenJob('recruiter02') };
}

let copies = 0;

/** A fair of its own, with printed strips 11–20, for one play; a draft where that is wanted. */
export async function copyFair(
  { world, fair, booth }: Original,
  status: 'published' | 'draft' = 'published',
  over: Partial<Pick<Fair, 'countsExits' | 'capacity'>> = {},
): Promise<FairId> {
  copies += 1;
  const fairId = `copy${String(copies).padStart(5, '0')}` as FairId;
  const { publishedAt, ...unpublished } = fair;
  await world.deps.fairs.lease(fairId, 20);
  const copied = { ...unpublished, ...(status === 'published' ? { publishedAt } : {}), fairId, status, strips: [{ from: 11, to: 20 }], ...over };
  await world.deps.fairs.putWhole(copied, [{ ...booth, fairId }]);
  return fairId;
}

const plainTrouble = new Map([
  ['try_again', 503],
  ['wechat_busy', 503],
  ['internal', 500],
]);

/** May the same request be sent again? Anything else than a plain word with its own status is a fault of ours. */
function isPassing(error: unknown): boolean {
  // the function was ended in the middle, or the phone waited long enough
  if (!(error instanceof Refused)) return true;
  if (error.status < 500) return false;
  if (plainTrouble.get(error.code) !== error.status) throw new Error(`${error.status} ${error.code} is no plain word`);
  return true;
}

const patience = 12;

/** Sends one request, and the very same again while the answer is "try again", as the phone does. */
export async function insist<T>(send: () => Promise<T>): Promise<{ answer: T; tries: number } | { refused: Refused; tries: number }> {
  for (let tries = 1; ; tries++) {
    try {
      return { answer: await send(), tries };
    } catch (error) {
      if (tries >= patience) throw error;
      if (!isPassing(error)) return { refused: error as Refused, tries };
    }
  }
}

/** A fair, its people and the one instance they talk to. */
export function stageAt({ world, employerId, recruiterId, other }: Original, instance: Instance, fairId: FairId, no: number) {
  const unsure: string[] = [];
  const person = (n: number): Caller & { role: 'worker' } => ({
    workerId: `p${String(no).padStart(5, '0')}x${String(n).padStart(5, '0')}` as WorkerId,
    role: 'worker',
  });
  const organizer: Caller = { workerId: 'organizer001' as WorkerId, role: 'organizer', scope: '530324' };
  const recruiter: Caller = { workerId: recruiterId, role: 'recruiter', scope: employerId };

  /** One tap that must come through: with an answer, or, after an unanswered try, with a word that says it is done. */
  async function tap<N extends RouteName>(caller: Caller, name: N, input: Sent<N>, doneWords: readonly string[] = []): Promise<Output<N> | undefined> {
    const actor = actingAs({ api: instance.api, deps: world.deps }, caller);
    const outcome = await insist(() => actor.call(name, input));
    if ('answer' in outcome) return outcome.answer;
    const { code } = outcome.refused;
    if (outcome.tries === 1 || !doneWords.includes(code)) throw new Error(`${name}: ${code} at try ${outcome.tries}`);
    unsure.push(`${name} ${code}`);
    return undefined;
  }

  const byAnybody = <N extends RouteName>(name: N, input: Sent<N>) => insist(() => call(instance.api, name, input));
  return { world, instance, fairId, boothNo: 1, employerId, other, person, organizer, recruiter, tap, byAnybody, unsure };
}
export type Stage = ReturnType<typeof stageAt>;
