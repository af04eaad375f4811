import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownEngine } from '../support/engine.ts';
import { type FaultKind, type FaultProxy, startFaultProxy, storm } from '../support/fault-proxy.ts';
import { startWorld, type World } from '../support/world.ts';
import { countDifference, type Holdings, holdingsOf, numberTrouble } from './checker.ts';
import { moreDeps } from './instance.ts';
import { sideBySide } from './play.ts';
import { copyFair, makeOriginal, type Stage, stageAt } from './stage.ts';

const people = 60;
const share = 0.35;
const seed = 'a windy saturday';
const atReads: FaultKind[] = ['throttled', 'broken', 'reset_before', 'reset_after'];
const atWrites: FaultKind[] = [...atReads, 'key_range_throttled', 'conflict', 'reset_after', 'silent_after'];

let world: World;
let proxy: FaultProxy;
let stage: Stage;
let holdings: Holdings;
/** What people were told: who carries which number, who left a card, and the answer they got. */
const promised = new Map<string, number>();
const walkIns: number[] = [];
const answered: string[] = [];
let faultsMet = 0;

async function comeAlone(n: number): Promise<void> {
  const person = stage.person(n);
  const code = stage.world.deps.codes.signAt('S', stage.fairId, n % 2);
  const checkIn = await stage.tap(person, 'attendance.checkIn', { code, fairId: stage.fairId, deviceId: 'device-0001' });
  if (checkIn) promised.set(person.workerId, checkIn.number);
  if (n % 2) return;
  const consent = { employerId: stage.employerId, version: '1' };
  await stage.tap(person, 'cards.leave', { fairId: stage.fairId, boothNo: 1, name: '杨桂兰', trades: [], consent });
  const shown = stage.world.deps.codes.sign('P', person.workerId);
  await stage.tap(stage.recruiter, 'cards.answer', {
    fairId: stage.fairId,
    boothNo: 1,
    code: shown,
    answer: n % 4 ? 'no' : 'want',
    nonce: `nonce-${n}-answer`,
  });
  answered.push(person.workerId);
}

async function comeWithStrip(n: number): Promise<void> {
  const number = 11 + Math.floor(n / 6);
  const atGate = { fairId: stage.fairId, gate: '东门', deviceId: 'device-0002', nonce: `nonce-walk-${n}` };
  const person = await stage.tap(stage.organizer, 'attendance.registerWalkIn', { ...atGate, number, name: '岩罕', trades: [], agreed: true });
  if (person) walkIns.push(person.number);
}

/** Once the wind is gone the stream catches up by itself. */
async function calm(): Promise<Holdings> {
  const clean = moreDeps(world, { dynamo: ownEngine() });
  const known = [...promised.keys()];
  for (let tries = 0; ; tries++) {
    const read = await holdingsOf(clean, stage.fairId, known);
    if (tries > 900 || (countDifference(read) === 0 && numberTrouble(read.items).length === 0)) return read;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

beforeAll(async () => {
  proxy = await startFaultProxy(ownEngine());
  world = await startWorld({ endpoint: proxy.endpoint });
  const original = await makeOriginal(world);
  const fairId = await copyFair(original);
  stage = stageAt(original, { api: world.api, deps: world.deps, stop: world.stop }, fairId, 77);
  const [reads, writes] = [storm(`r ${seed}`, share, atReads, () => true), storm(`w ${seed}`, share, atWrites, () => true)];
  const isOfTable = /Item|Query/;
  proxy.obey((asked) => {
    if (!isOfTable.test(asked.operation)) return undefined;
    return asked.isWrite ? writes(asked) : reads(asked);
  });
  const comings = Array.from({ length: people }, (_, n) => () => (n % 6 ? comeAlone(n) : comeWithStrip(n)));
  await sideBySide(comings, 15);
  proxy.obey(undefined);
  faultsMet = proxy.seen.filter(({ kind }) => kind).length;
  holdings = await calm();
});
afterAll(async () => {
  await world.stop();
  await proxy.stop();
});

const itemsOf = (prefix: string) => holdings.items.filter((item) => String(item['sk']).startsWith(prefix));

describe('a fair at which a third of all requests to the table go wrong', () => {
  test('really had them', () => expect(faultsMet).toBeGreaterThan(100));
  test('has told everybody a number', () => expect([promised.size, walkIns.length]).toEqual([people - people / 6, people / 6]));
  test('has lost nobody who was told a number, and changed nobody’s number', () => {
    const carried = new Map(itemsOf('C#').map((item) => [String(item['workerId']), item['number']]));
    expect([...promised].filter(([workerId, number]) => carried.get(workerId) !== number)).toEqual([]);
    const ofWalkIns = itemsOf('C#').filter((item) => item['via'] === 'walk_in');
    expect(ofWalkIns.map((item) => Number(item['number'])).sort((a, b) => a - b)).toEqual(walkIns.sort((a, b) => a - b));
  });
  test('has doubled nobody', () => expect(itemsOf('C#')).toHaveLength(people));
  test('gave no number twice, and its list says what the check-ins say', () => expect(numberTrouble(holdings.items)).toEqual([]));
  test('keeps every card with its answer', () => {
    const cards = itemsOf('K#').map((item) => [String(item['workerId']), item['answer']]);
    expect(cards.map(([workerId]) => workerId).sort()).toEqual(answered.sort());
    expect(cards.filter(([, answer]) => !answer)).toEqual([]);
  });
  test('shows figures that equal the rows', () => {
    expect(countDifference(holdings)).toBe(0);
    expect(holdings.figures['present']).toBe(people);
  });
});
