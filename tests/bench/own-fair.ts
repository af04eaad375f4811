import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Stage } from './stage.ts';

let fairs = 0;

/** A fair of its own for a case, open now: nothing that was there before can be taken for something that the case did. */
export async function anOwnFair({ system, fair }: Stage): Promise<FairId> {
  fairs += 1;
  const fairId = `crowd${String(fairs).padStart(4, '0')}` as FairId;
  const closesAt = new Date(Date.now() + 7_200_000).toISOString();
  await system.deps.fairs.putWhole({ ...fair, fairId, closesAt, status: 'published' }, []);
  return fairId;
}

const atOnce = 50;

/** The numbers of these people as their check-ins hold them, read strongly; nobody's is missing by the stream being late. */
export async function numbersOf({ system }: Stage, fairId: FairId, people: readonly WorkerId[]): Promise<Map<WorkerId, number>> {
  const numbers = new Map<WorkerId, number>();
  for (let i = 0; i < people.length; i += atOnce) {
    const found = await Promise.all(people.slice(i, i + atOnce).map((id) => system.deps.attendance.find(id, fairId)));
    for (const one of found) if (one) numbers.set(one.workerId, one.number);
  }
  return numbers;
}

const patienceMs = 30_000;

/** How many the board shows once it shows as many as it should, or once it had time enough. */
async function boardAt({ system }: Stage, fairId: FairId, expected: number): Promise<number> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const present = (await system.deps.reports.figures(fairId)).figures['present'] ?? 0;
    if (present >= expected || Date.now() > until) return present;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How far the boards are from what the table holds, once the stream has nothing more to tell; one that counts too much does so late. */
export async function boardDifference(stage: Stage, present: ReadonlyMap<FairId, number>): Promise<number> {
  for (const [fairId, expected] of present) await boardAt(stage, fairId, expected);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  let difference = 0;
  for (const [fairId, expected] of present) difference += Math.abs((await boardAt(stage, fairId, expected)) - expected);
  return difference;
}
