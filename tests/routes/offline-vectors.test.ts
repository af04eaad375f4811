import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { ProblemCode } from '@shanhai/shared/problems.ts';
import { type GateSnapshot, type Judged, judgeAtGate } from '@shanhai/shared/rules/gate-judge.ts';
import type { Direction } from '@shanhai/shared/rules/passages.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { aGateDevice, type GateDevice } from '../support/gate-device.ts';
import { lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

interface Written {
  person?: string;
  strip?: number;
  number?: number;
  text?: string;
  code?: { kind: 'S' | 'B' | 'N'; strip?: number; index?: number; other?: boolean };
  direction?: Direction;
  override?: string;
}
interface Vector {
  name: string;
  at?: string;
  before?: (Written & { at: string })[];
  deed: Written & { kind: 'scan' | 'walk_in' };
  outcome: Judged['outcome'];
  code?: ProblemCode;
  flags?: string[];
  /** What the server says of the fact, where it differs from what the device said. */
  arrives?: { outcome: string; flags?: string[] };
}
interface Played {
  strips: { first: number; count: number };
  taken: { strip: number; at: string; gate: string; outAt?: string }[];
  vectors: Vector[];
}
interface Vectors extends Played {
  passages: Played & { capacity: number };
}
const file = path.join(import.meta.dirname, '../../shared/rules/gate-vectors.json');
const { strips, taken, vectors, passages } = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

/** A fair on which vectors are played: its own device, what that device loaded, and where its strips begin. */
interface Stage {
  device: GateDevice;
  snapshot: GateSnapshot;
  fairId: FairId;
  from: number;
}

let world: World;
let otherFairId: FairId;
const stages: Partial<Record<'plain' | 'passages', Stage>> = {};

/** A real fair with strips, some of them handed out by a colleague's device, loaded by the device that judges. */
async function aStage({ strips, taken }: Played, name: string, over: Parameters<World['anOpenFair']>[0] = {}): Promise<Stage> {
  const open = await world.anOpenFair(over);
  const { fairId } = open.fair;
  const organizer = lasting(world, open.organizer);
  const { from } = await world.printedStrips(fairId, strips.count);
  const colleague = aGateDevice(world, organizer, fairId, `device-${name}-0`);
  const numberOf = (strip: number): number => from - strips.first + strip;
  await colleague.send(...taken.map((t) => colleague.walkIn(numberOf(t.strip), t.at)));
  const gone = taken.filter((t) => t.outAt);
  if (gone.length) await colleague.send(...gone.map((t) => ({ ...colleague.seeNumber(numberOf(t.strip), t.outAt), direction: 'out' })));
  const snapshot = await world.settled(
    () => organizer.call('attendance.snapshot', { fairId }),
    (loaded) => loaded.taken.filter((t) => t.isOut).length === gone.length,
  );
  return { device: aGateDevice(world, organizer, fairId, `device-${name}-1`), snapshot, fairId, from: from - strips.first };
}

beforeAll(async () => {
  world = await startWorld();
  stages.plain = await aStage({ strips, taken, vectors }, 'vector');
  stages.passages = await aStage(passages, 'passage', { countsExits: true, capacity: passages.capacity });
  otherFairId = (await world.anOpenFair()).fair.fairId;
  // late in the day, so that every moment of the vectors has passed
  world.clock.now = '2026-02-07T08:00:00.000Z';
});
afterAll(() => world.stop());

function codeText({ person, text, code }: Written, { fairId, from }: Stage): string | undefined {
  if (text || !(person || code)) return text;
  if (person) return world.deps.codes.sign('P', person);
  const { kind, strip, index = 0, other } = code as NonNullable<Written['code']>;
  return world.deps.codes.signAt(kind, other ? otherFairId : fairId, strip ? from + strip : index);
}
/** The code or the number of a vector, genuine at this fair, and which way it is shown. */
function shown(written: Written, stage: Stage): Written & { code?: string; number?: number } {
  const code = codeText(written, stage);
  const number = written.strip ? stage.from + written.strip : written.number;
  const { direction, override } = written;
  return { ...(code ? { code } : {}), ...(number ? { number } : {}), ...(direction ? { direction } : {}), ...(override ? { override } : {}) } as never;
}
function actionOf(written: Written, kind: 'scan' | 'walk_in', happenedAt: string, stage: Stage): GateAction {
  const { device } = stage;
  const asked = shown(written, stage);
  if (kind === 'walk_in') return device.walkIn(asked.number ?? 0, happenedAt);
  const { nonce, gate } = device.refused('', happenedAt) as Extract<GateAction, { kind: 'refused' }>;
  return { kind, nonce, gate, happenedAt, ...asked } as GateAction;
}

/** What the device lets pass is done for the server, and so is a blank strip, which is flagged. */
const outcomeOf = ({ outcome, arrives }: Vector): string => arrives?.outcome ?? (outcome === 'already' || outcome === 'refused' ? outcome : 'done');
const flagsOf = ({ outcome, flags, arrives }: Vector): string[] | undefined => arrives?.flags ?? (outcome === 'blank_strip' ? ['unknown_number'] : flags);

async function expectAlike(stage: Stage, vector: Vector): Promise<void> {
  const { deed, before = [], at = noon, outcome, code, flags } = vector;
  const seenHere = before.map((b) => ({ ...shown(b, stage), at: b.at, gate: '东门' }));
  const judged = judgeAtGate(stage.snapshot, seenHere, { kind: deed.kind, ...shown(deed, stage) }, at);
  expect({ outcome: judged.outcome, code: judged.code, flags: judged.flags }).toEqual({ outcome, code, flags });
  await Promise.all(before.map((b) => stage.device.send(actionOf(b, deed.kind, b.at, stage))));
  const [answer] = await stage.device.send(actionOf(deed, deed.kind, at, stage));
  expect({ outcome: answer?.outcome, code: answer?.problem?.code, flags: answer?.flags }).toEqual({
    outcome: outcomeOf(vector),
    code: vector.arrives ? undefined : code,
    flags: flagsOf(vector),
  });
}

describe.each(vectors)('$name', (vector) => {
  test('is judged alike by the server and by a device that loaded the real fair', () => expectAlike(stages.plain as Stage, vector));
});

describe.each(passages.vectors)('at a fair that counts exits and holds two, $name', (vector) => {
  test('is judged alike by the server and by a device that loaded the real fair', () => expectAlike(stages.passages as Stage, vector));
});
