import { keys } from '@shanhai/functions/src/table/keys.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { atRead, atWrite, type FaultKind, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { countDifference, type Holdings, holdingsOf, inWords, missingFrom, numberTrouble } from './checker.ts';
import { startInstance } from './instance.ts';
import type { Scenario } from './scenarios.ts';
import { copyFair, type Original, type Stage, stageAt } from './stage.ts';

/** A fault as a person meets it: what, and how often in a row. Four times is all the tries of the client of the table. */
export interface Fault {
  name: string;
  kind: FaultKind;
  times: number;
  /** At the reads of the act; otherwise at its writes. */
  atReads?: true;
}

export const faults: Fault[] = [
  { name: 'throttled (table)', kind: 'throttled', times: 4 },
  { name: 'throttled (key range)', kind: 'key_range_throttled', times: 4 },
  { name: '500', kind: 'broken', times: 4 },
  { name: 'time-out before the write', kind: 'silent_before', times: 1 },
  { name: 'time-out after the write', kind: 'silent_after', times: 1 },
  { name: 'reply lost once', kind: 'reset_after', times: 1 },
  { name: 'reply lost at every try', kind: 'reset_after', times: 4 },
  { name: 'connection reset', kind: 'reset_before', times: 4 },
  { name: 'slow 2 s', kind: 'slow', times: 1 },
  { name: 'transaction conflict', kind: 'conflict', times: 6 },
];

/** Reads change nothing, so they are told apart from writes in the wide run only: `npm run bench -- faults`. */
export const readFaults: Fault[] = [
  { name: 'read throttled', kind: 'throttled', times: 4, atReads: true },
  { name: 'read 500', kind: 'broken', times: 4, atReads: true },
  { name: 'read timed out', kind: 'silent_before', times: 1, atReads: true },
  { name: 'read, connection reset', kind: 'reset_before', times: 4, atReads: true },
];

/** What is left of one play, in words that are the same in every run. */
export interface Outcome {
  words: string[];
  writes: number;
  reads: number;
  countDifference: number;
  trouble: string[];
  /** Acts that came through without the person being told so at once. */
  unsure: string[];
}

export interface Verdict {
  lost: string[];
  duplicated: string[];
  countDifference: number;
  trouble: string[];
  unsure: string[];
}

let plays = 0;

/** As long as the slowest machine may need; who is done earlier goes on at once. */
const settleMs = 45_000;
const listDelayMs = 250;

/** Waits until the stream has caught up with what came before: the lists and figures agree with the items twice in a row. */
async function caughtUp(read: () => Promise<Holdings>): Promise<void> {
  const until = Date.now() + settleMs;
  for (let agreed = 0; agreed < 2 && Date.now() < until; ) {
    const holdings = await read();
    const agrees = countDifference(holdings) === 0 && numberTrouble(holdings.items).length === 0;
    agreed = agrees ? agreed + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, agrees ? listDelayMs : 40));
  }
}

interface Part {
  scenario: Scenario;
  stage: Stage;
  proxy: FaultProxy;
  fault: Fault | undefined;
  write: number;
  read: () => Promise<Holdings>;
}

async function perform({ scenario, stage, proxy, fault, write, read }: Part): Promise<{ writes: number; reads: number; trouble: string[] }> {
  const trouble: string[] = [];
  if (scenario.before) {
    await scenario.before(stage);
    await caughtUp(read);
  }
  const seenBefore = proxy.seen.length;
  if (fault) proxy.obey((fault.atReads ? atRead : atWrite)(write, fault.kind, fault.times));
  await scenario.act(stage).catch((error: unknown) => trouble.push(String(error)));
  proxy.obey(undefined);
  const seen = proxy.seen.slice(seenBefore);
  const writes = seen.filter(({ asked }) => asked.isWrite).length;
  await Promise.resolve(scenario.after?.(stage)).catch((error: unknown) => trouble.push(`after: ${error}`));
  return { writes, reads: seen.length - writes, trouble };
}

/** Reads what is left once the stream has caught up: when it is as wanted, or when it stays otherwise. */
async function settled(read: () => Promise<Holdings>, isAsWanted: (holdings: Holdings) => boolean): Promise<Holdings> {
  const until = Date.now() + settleMs;
  for (;;) {
    const holdings = await read();
    if (isAsWanted(holdings) || Date.now() > until) return holdings;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** Plays a scenario at a fair of its own, with a fault at one of its writes or without any. */
export async function play(original: Original, scenario: Scenario, fault?: Fault, write = 0, wanted?: Outcome): Promise<Outcome> {
  plays += 1;
  const no = plays;
  const { world } = original;
  const proxy = await startFaultProxy(world.endpoint);
  const instance = await startInstance(world, { dynamo: proxy.endpoint });
  const fairIds: FairId[] = [];
  try {
    const fairId = await copyFair(original, scenario.status, scenario.counting);
    fairIds.push(fairId);
    const stage = stageAt(original, instance, fairId, no);
    const known = [1, 2, 3].map((n) => stage.person(n).workerId);
    const read = (): Promise<Holdings> => holdingsOf(world.deps, fairId, known);
    const { writes, reads, trouble } = await perform({ scenario, stage, proxy, fault, write, read });
    if (!wanted) await caughtUp(read);
    const words = (holdings: Holdings): string[] => inWords(holdings, fairId, known);
    const isAsWanted = (holdings: Holdings): boolean =>
      countDifference(holdings) === 0 && numberTrouble(holdings.items).length === 0 && (!wanted || words(holdings).join() === wanted.words.join());
    const holdings = await settled(read, isAsWanted);
    const left = { words: words(holdings), countDifference: countDifference(holdings), unsure: stage.unsure };
    return { ...left, writes, reads, trouble: [...trouble, ...numberTrouble(holdings.items)] };
  } finally {
    await instance.stop();
    await proxy.stop();
    await endStands(world, fairIds);
  }
}

/** An opening tells every open fair at which it stands what is left of it; a fair that was played with need not hear any more. */
async function endStands({ deps }: Original['world'], fairIds: readonly FairId[]): Promise<void> {
  for (const fairId of fairIds) for (const { boothNo } of await deps.fairs.booths(fairId)) await deps.table.remove(keys.booth(fairId, boothNo));
}

export function verdictOf(outcome: Outcome, wanted: Outcome): Verdict {
  const { countDifference: difference, trouble, unsure } = outcome;
  return { lost: missingFrom(wanted.words, outcome.words), duplicated: missingFrom(outcome.words, wanted.words), countDifference: difference, trouble, unsure };
}

/** Runs tasks side by side, so many at a time; most of them only wait for a time-out. */
export async function sideBySide<T>(tasks: readonly (() => Promise<T>)[], lanes: number): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < tasks.length; i = next++) results[i] = await (tasks[i] as () => Promise<T>)();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
