import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { chance } from '../support/chance.ts';
import { type Figures, rounded } from './figures.ts';
import { type Driven, drive, driveBare, quantile, type Shot } from './load.ts';
import { anOwnFair, boardDifference, numbersOf } from './own-fair.ts';
import { drivePuts } from './puts.ts';
import type { Stage } from './stage.ts';

interface Case {
  name: string;
  fairs: number;
  people: number;
  atOnce: number;
}
interface Arrival {
  workerId: WorkerId;
  fairId: FairId;
}
interface Told {
  number: number;
  repeated: boolean;
}

const cases: Case[] = [
  { name: '3000x50', fairs: 1, people: 3000, atOnce: 50 },
  { name: '3000x200', fairs: 1, people: 3000, atOnce: 200 },
  { name: 'fairs100', fairs: 100, people: 3000, atOnce: 100 },
];

/** Everybody once and one in ten twice: the second time soon after the first, or at the same moment. */
function withRepeats(arrivals: readonly Arrival[]): Arrival[] {
  const { below } = chance(20_261_121);
  const ordered = arrivals.flatMap((one, i) => [{ one, at: i }, ...(i % 10 === 0 ? [{ one, at: i + below(30) + 0.5 }] : [])]);
  return ordered.sort((a, b) => a.at - b.at).map(({ one }) => one);
}

function shotOf({ system, tokenFor }: Stage, { workerId, fairId }: Arrival): Shot {
  const body = JSON.stringify({ code: system.deps.codes.signAt('S', fairId, 0), deviceId: 'bench-device' });
  return { path: '/api/check-ins', token: tokenFor('worker', undefined, workerId), body };
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/** What people were told against what the table holds, fair by fair. */
async function judged(stage: Stage, came: readonly Arrival[], { outcomes }: Driven) {
  const told = new Map<WorkerId, Set<number>>();
  for (const [i, { workerId }] of came.entries()) {
    const outcome = outcomes[i];
    if (outcome?.status === 200) told.set(workerId, (told.get(workerId) ?? new Set()).add((JSON.parse(outcome.body) as Told).number));
  }
  const tally = { correct: 0, lost: 0, duplicated: 0 };
  const present = new Map<FairId, number>();
  for (const [fairId, ofFair] of Map.groupBy(came, (one) => one.fairId)) {
    const people = [...new Set(ofFair.map((one) => one.workerId))];
    const held = await numbersOf(stage, fairId, people);
    const isRight = (id: WorkerId): boolean => told.get(id)?.size === 1 && told.get(id)?.has(held.get(id) ?? 0) === true;
    tally.correct += people.filter(isRight).length;
    tally.lost += people.length - held.size;
    tally.duplicated += held.size - new Set(held.values()).size + people.filter((id) => (told.get(id)?.size ?? 0) > 1).length;
    present.set(fairId, held.size);
  }
  return { ...tally, boardDifference: await boardDifference(stage, present) };
}

/** One crowd, with a bare server and a bare engine driven before and after it, so that a busy machine is busy for all three. */
async function measureCase(stage: Stage, { name, fairs, people, atOnce }: Case): Promise<Figures> {
  const fairIds: FairId[] = [];
  for (let i = 0; i < fairs; i++) fairIds.push(await anOwnFair(stage));
  const arrivals = Array.from({ length: people }, (_, i) => ({ workerId: stage.newWorkerId(), fairId: fairIds[i % fairs] as FairId }));
  const came = withRepeats(arrivals);
  const shots = came.map((one) => shotOf(stage, one));
  const bare = [await driveBare(shots, atOnce)];
  const puts = [await drivePuts(stage.system.endpoint, people / 2, atOnce)];
  const { meter } = stage.system.deps.table;
  const before = { ...meter };
  const driven = await drive(stage.system.origin, shots, atOnce);
  const [writes, reads] = [meter.writes - before.writes, meter.reads - before.reads];
  const tally = await judged(stage, came, driven);
  bare.push(await driveBare(shots, atOnce));
  puts.push(await drivePuts(stage.system.endpoint, people / 2, atOnce));
  const millis = driven.outcomes.map((o) => o.millis);
  const ms = (value: number, note: string) => ({ value: rounded(value, 1), unit: 'ms', note });
  const of = `${people} people at ${fairs} ${fairs > 1 ? 'fairs' : 'fair'}, ${atOnce} at once, one in ten twice`;
  return {
    [`crowd.${name}.correct`]: { value: tally.correct, unit: 'people', note: `${of}: told one number, and the table holds it` },
    [`crowd.${name}.lost`]: { value: tally.lost, unit: 'people', note: 'came, and the table holds no check-in' },
    [`crowd.${name}.duplicated`]: { value: tally.duplicated, unit: 'people', note: 'two numbers for one person, or one number for two' },
    [`crowd.${name}.board_difference`]: { value: tally.boardDifference, unit: 'people', note: 'live board against check-ins, after the stream caught up' },
    [`crowd.${name}.sent_again`]: { value: sumOf(driven.outcomes.map((o) => o.tries - 1)), unit: 'requests', note: `of ${shots.length}, answered "try again"` },
    [`crowd.${name}.p50_ms`]: ms(quantile(millis, 0.5), 'driver, system, stream and engine on the same cores'),
    [`crowd.${name}.p95_ms`]: ms(quantile(millis, 0.95), 'the same, sending again included'),
    [`crowd.${name}.p99_ms`]: ms(quantile(millis, 0.99), 'the same'),
    [`crowd.${name}.per_second`]: { value: rounded(driven.perSecond, 0), unit: 'requests/s', note: 'noise on shared cores; the ratios tell more' },
    [`crowd.${name}.ratio_to_bare_http`]: {
      value: rounded((driven.perSecond * bare.length) / sumOf(bare), 3),
      unit: 'ratio',
      note: 'to a Node HTTP server that does nothing, driven before and after',
    },
    [`crowd.${name}.ratio_to_puts`]: {
      value: rounded((driven.perSecond * puts.length) / sumOf(puts), 3),
      unit: 'ratio',
      note: 'to conditional puts straight at DynamoDB Local, without HTTP, sessions or stream',
    },
    [`crowd.${name}.write_units`]: { value: rounded(writes / people, 3), unit: 'write units', note: 'of the API per person, repeats and leases included' },
    [`crowd.${name}.read_units`]: { value: rounded(reads / people, 3), unit: 'read units', note: 'of the API per person' },
  };
}

/** Crowds at the gates, one after another: nobody is lost and nobody is two. */
export const measureCrowds = cases.map(
  (one) =>
    (stage: Stage): Promise<Figures> =>
      measureCase(stage, one),
);
