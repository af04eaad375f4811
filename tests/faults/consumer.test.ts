import { handleChange } from '@shanhai/functions/src/change.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atWrite, type FaultKind, type FaultProxy, type FaultRule, startFaultProxy } from '../support/fault-proxy.ts';
import { startWorld, type World } from '../support/world.ts';
import { moreDeps } from './instance.ts';
import { sideBySide } from './play.ts';
import { dayOf, mixed, poison, sequenceOf } from './records.ts';

const people = 12;
let world: World;
let proxy: FaultProxy;
let fairs = 0;
let fairId: FairId;
let wanted: unknown;

const nextFair = (): FairId => `stream${String(++fairs).padStart(3, '0')}` as FairId;
const days = (): DynamoDBRecord[][] => Array.from({ length: people }, (_, i) => dayOf(fairId, i + 1));
const inTurn = (): DynamoDBRecord[] => mixed(days(), (step) => step);
const feed = (records: DynamoDBRecord[]) => handleChange(world.deps)({ Records: records });
/** A consumer of its own, as another process has it, that reaches the table through the proxy. */
const faulty = (records: DynamoDBRecord[]) => handleChange(moreDeps(world, { dynamo: proxy.endpoint }))({ Records: records });

/** All that is left of a day: the figures and every row behind them, without the moment they were counted. */
async function leftAt(id: FairId): Promise<unknown> {
  const { table, reports } = world.deps;
  const [roster, cards] = await Promise.all([`R#${id}`, `V#${id}#0001`].map((pk) => table.queryAll({ pk })));
  return JSON.parse(JSON.stringify({ ...(await reports.figures(id)), countedAt: '', roster, cards }).replaceAll(id, 'FAIR'));
}

beforeAll(async () => {
  world = await startWorld();
  proxy = await startFaultProxy(world.endpoint);
  fairId = nextFair();
  await feed(inTurn());
  wanted = await leftAt(fairId);
});
beforeEach(() => {
  fairId = nextFair();
});
afterEach(() => proxy.obey(undefined));
afterAll(async () => {
  await proxy.stop();
  await world.stop();
});

test('a day without faults counts everybody who came', () =>
  expect(wanted).toMatchObject({ figures: { present: 8, 'k:1': 8, 'y:1': 8, 'g:东门': 4, 'g:西门': 4 } }));

describe('the same figures and rows come out', () => {
  test('when every record comes twice in a row', async () => {
    await feed(inTurn().flatMap((one) => [one, one]));
    expect(await leftAt(fairId)).toEqual(wanted);
  });
  test('when every batch comes twice', async () => {
    const all = inTurn();
    for (let i = 0; i < all.length; i += 10) for (let n = 0; n < 2; n++) await feed(all.slice(i, i + 10));
    expect(await leftAt(fairId)).toEqual(wanted);
  });
  test('when the whole day comes again at its end', async () => {
    const all = inTurn();
    await feed(all);
    await feed(all);
    expect(await leftAt(fairId)).toEqual(wanted);
  });
  test.each([
    ['the last first', (_: number, left: number) => left - 1],
    ['in a jumble', (step: number, left: number) => (step * 7919 + 13) % left],
    ['one whole day after the other', () => 0],
  ] as const)('when different people come out of order: %s', async (_name, turn) => {
    await feed(mixed(days(), turn));
    expect(await leftAt(fairId)).toEqual(wanted);
  });
  test('when two consumers handle the same batches at once', async () => {
    const all = inTurn();
    for (let i = 0; i < all.length; i += 20) await Promise.all([feed(all.slice(i, i + 20)), faulty(all.slice(i, i + 20))]);
    expect(await leftAt(fairId)).toEqual(wanted);
  });
});

describe('a record nobody can count', () => {
  test('in the middle of a batch is handed back, and everybody else is counted', async () => {
    const all = inTurn();
    const bad = poison(fairId, 1);
    const batch = [...all.slice(0, 30), bad, ...all.slice(30)];
    expect(await feed(batch)).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceOf(bad) }] });
    expect(await leftAt(fairId)).toEqual(wanted);
  });
  test('tried again with all that is behind it changes nothing, however often', async () => {
    const all = inTurn();
    const rest = [poison(fairId, 1), ...all.slice(20)];
    await feed(all.slice(0, 20));
    for (let n = 0; n < 4; n++) await feed(rest);
    expect(await leftAt(fairId)).toEqual(wanted);
  });
  test('that only the table refuses is handed back alone', async () => {
    const all = inTurn();
    const [tooLong] = dayOf(fairId, 99).slice(0, 1) as [DynamoDBRecord];
    const image = tooLong.dynamodb?.NewImage as Record<string, { S: string }>;
    image['gate'] = { S: '门'.repeat(140_000) };
    const reply = await feed([...all.slice(0, 30), tooLong, ...all.slice(30)]);
    expect(reply).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceOf(tooLong) }] });
    expect(await leftAt(fairId)).toEqual(wanted);
  });
});

/** A day of its own for a consumer of its own, whose table goes wrong by this rule until it is calm. */
async function dayWith(rule: FaultRule) {
  const [id, own] = [nextFair(), await startFaultProxy(world.endpoint)];
  const deps = moreDeps(world, { dynamo: own.endpoint });
  const all = mixed(
    Array.from({ length: people }, (_, i) => dayOf(id, i + 1)),
    (step) => step,
  );
  own.obey(rule);
  const calm = () => own.obey(undefined);
  return { id, all, calm, stop: own.stop, run: () => handleChange(deps)({ Records: all }) };
}

describe('a consumer that dies in the middle', () => {
  const deaths: [string, FaultKind][] = [
    ['before a write', 'reset_before'],
    ['after a write, before anybody knows', 'reset_after'],
  ];
  test.each(deaths)('%s, at each write of the batch, counts once when the batch comes again', async (_name, kind) => {
    const before = proxy.seen.length;
    await faulty(inTurn());
    const writes = proxy.seen.slice(before).filter(({ asked }) => asked.isWrite).length;
    expect(writes).toBeGreaterThan(3);
    const dieAt = (write: number) => async (): Promise<void> => {
      const day = await dayWith(atWrite(write, kind, Number.POSITIVE_INFINITY));
      await expect(day.run()).rejects.toMatchObject({ code: 'try_again' });
      await feed(day.all);
      expect(await leftAt(day.id)).toEqual(wanted);
      await day.stop();
    };
    await sideBySide(
      Array.from({ length: writes }, (_, write) => dieAt(write)),
      6,
    );
  });
});

describe.concurrent('a consumer whose table is in trouble', () => {
  const passing: FaultKind[] = ['throttled', 'key_range_throttled', 'broken', 'conflict'];
  test.each(passing)('hands the whole batch back while it is %s, and counts once afterwards', async (kind) => {
    const day = await dayWith(atWrite(1, kind, Number.POSITIVE_INFINITY));
    await expect(day.run()).rejects.toMatchObject({ code: 'try_again' });
    day.calm();
    expect(await day.run()).toEqual({ batchItemFailures: [] });
    expect(await leftAt(day.id)).toEqual(wanted);
    await day.stop();
  });

  const once: FaultKind[] = ['silent_before', 'silent_after', 'slow', 'reset_after'];
  test.each(once)('does not even notice a single %s', async (kind) => {
    const day = await dayWith(atWrite(1, kind, 1));
    expect(await day.run()).toEqual({ batchItemFailures: [] });
    expect(await leftAt(day.id)).toEqual(wanted);
    await day.stop();
  });
});
