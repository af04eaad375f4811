import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { ProblemCode } from '@shanhai/shared/problems.ts';
import { type GateSnapshot, judgeAtGate } from '@shanhai/shared/rules/gate.ts';
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
}
interface Vector {
  name: string;
  at?: string;
  before?: (Written & { at: string })[];
  deed: Written & { kind: 'scan' | 'walk_in' };
  outcome: 'checked_in' | 'already' | 'blank_strip' | 'refused';
  code?: ProblemCode;
  flags?: string[];
}
interface Vectors {
  strips: { first: number; count: number };
  taken: { strip: number; at: string; gate: string }[];
  vectors: Vector[];
}
const file = path.join(import.meta.dirname, '../../shared/rules/gate-vectors.json');
const { strips, taken, vectors } = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

let world: World;
let device: GateDevice;
let snapshot: GateSnapshot;
let fairId: FairId;
let otherFairId: FairId;
let from: number;
beforeAll(async () => {
  world = await startWorld();
  const open = await world.anOpenFair();
  fairId = open.fair.fairId;
  otherFairId = (await world.anOpenFair()).fair.fairId;
  const organizer = lasting(world, open.organizer);
  ({ from } = await world.printedStrips(fairId, strips.count));
  const colleague = aGateDevice(world, organizer, fairId, 'device-vector-0');
  await colleague.send(...taken.map((t) => colleague.walkIn(numberOf(t.strip), t.at)));
  snapshot = await organizer.call('attendance.snapshot', { fairId });
  device = aGateDevice(world, organizer, fairId, 'device-vector-1');
  // late in the day, so that every moment of the vectors has passed
  world.clock.now = '2026-02-07T08:00:00.000Z';
});
afterAll(() => world.stop());

const numberOf = (strip: number): number => from - strips.first + strip;
function codeText({ person, text, code }: Written): string | undefined {
  if (text || !(person || code)) return text;
  if (person) return world.deps.codes.sign('P', person);
  const { kind, strip, index = 0, other } = code as NonNullable<Written['code']>;
  return world.deps.codes.signAt(kind, other ? otherFairId : fairId, strip ? numberOf(strip) : index);
}
/** The code or the number of a vector, genuine at this fair. */
function shown(written: Written): { code?: string; number?: number } {
  const code = codeText(written);
  const number = written.strip ? numberOf(written.strip) : written.number;
  return { ...(code ? { code } : {}), ...(number ? { number } : {}) };
}
function actionOf(written: Written, kind: 'scan' | 'walk_in', happenedAt: string): GateAction {
  if (kind === 'walk_in') return device.walkIn(shown(written).number ?? 0, happenedAt);
  const { nonce, gate } = device.refused('', happenedAt) as Extract<GateAction, { kind: 'refused' }>;
  return { kind, nonce, gate, happenedAt, ...shown(written) };
}

/** What the device calls checked in and blank are both done for the server; a blank strip is flagged. */
const outcomeOf = ({ outcome }: Vector): string => (outcome === 'checked_in' || outcome === 'blank_strip' ? 'done' : outcome);
const flagsOf = ({ outcome, flags }: Vector): string[] | undefined => (outcome === 'blank_strip' ? ['unknown_number'] : flags);

describe.each(vectors)('$name', (vector) => {
  const { deed, before = [], at = noon, outcome, code, flags } = vector;
  test('is judged alike by the server and by a device that loaded the real fair', async () => {
    const seenHere = before.map((b) => ({ ...shown(b), at: b.at, gate: '东门' }));
    const judged = judgeAtGate(snapshot, seenHere, { kind: deed.kind, ...shown(deed) }, at);
    expect({ outcome: judged.outcome, code: judged.code, flags: judged.flags }).toEqual({ outcome, code, flags });
    await Promise.all(before.map((b) => device.send(actionOf(b, deed.kind, b.at))));
    const [answer] = await device.send(actionOf(deed, deed.kind, at));
    expect({ outcome: answer?.outcome, code: answer?.problem?.code, flags: answer?.flags }).toEqual({
      outcome: outcomeOf(vector),
      code,
      flags: flagsOf(vector),
    });
  });
});
