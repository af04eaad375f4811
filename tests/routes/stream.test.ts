import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { handleChange } from '@shanhai/functions/src/change.ts';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Board } from '@shanhai/shared/contract/reports.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let organizer: Actor;
let fairId: FairId;
let boothNo: number;
let jobId: string;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  world.clock.now = noon;
  const open = await world.anOpenFair();
  organizer = lasting(world, open.organizer);
  ({ fairId } = open.fair);
  ({ boothNo } = open.booth);
  ({ jobId } = open);
});
afterAll(() => world.stop());

type Item = Record<string, unknown> & { pk: string; sk: string };
let sequence = 0;
/** A record as the stream carries it; the items themselves are never written, so that the live consumer stays out of it. */
function record(before: Item | undefined, after: Item | undefined): DynamoDBRecord {
  const image = (item: Item | undefined) => (item ? (marshall(item, { removeUndefinedValues: true }) as never) : undefined);
  const { pk = '', sk = '' } = after ?? before ?? {};
  const images = { ...(before ? { OldImage: image(before) } : {}), ...(after ? { NewImage: image(after) } : {}) };
  return {
    eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(++sequence), ...images },
  };
}
const feed = (...records: DynamoDBRecord[]) => handleChange(world.deps)({ Records: records });
const board = (): Promise<Board> => organizer.call('reports.board', { fairId });

const workerId = 'streamed0001' as WorkerId;
const checkIn = (over = {}): Item => ({
  pk: `W#${workerId}`,
  sk: `C#${fairId}`,
  fairId,
  workerId,
  number: 12,
  at: '2026-02-07T04:10:00.000Z',
  arrivedAt: '2026-02-07T04:10:00.000Z',
  gate: '东门',
  via: 'own_scan',
  deviceId: 'device-0001',
  ...over,
});
const card = (over = {}): Item => ({
  pk: `W#${workerId}`,
  sk: `K#${fairId}#${String(boothNo).padStart(4, '0')}`,
  fairId,
  boothNo,
  workerId,
  number: 12,
  leftAt: '2026-02-07T04:20:00.000Z',
  answerBy: '2026-02-12T04:20:00.000Z',
  consent: { employerId: 'employer0001' },
  jobId,
  ...over,
});
const home = { regionCode: '530324', town: '富乐镇' };

describe('a stream record', () => {
  test('delivered twice in one batch counts once', async () => {
    const came = record(undefined, checkIn({ home }));
    await feed(came, came);
    expect(await board()).toMatchObject({
      present: 1,
      byGate: [
        { gate: '东门', count: 1 },
        { gate: '西门', count: 0 },
      ],
      byHome: [{ home: '富乐镇', count: 1 }],
    });
  });
  test('delivered again in a later batch counts once', async () => {
    const came = record(undefined, checkIn());
    await feed(came);
    await feed(came);
    await Promise.all([feed(came), feed(came)]);
    expect((await board()).present).toBe(1);
  });
  test('delivered to two consumers at once counts once', async () => {
    const came = record(undefined, checkIn());
    await Promise.all(Array.from({ length: 5 }, () => feed(came)));
    expect((await board()).present).toBe(1);
  });
  test('of a home told later moves one person and not two', async () => {
    const [came, told] = [record(undefined, checkIn()), record(checkIn(), checkIn({ home }))];
    await feed(came, told);
    await feed(came, told);
    expect(await board()).toMatchObject({ present: 1, byHome: [{ home: '富乐镇', count: 1 }] });
  });
  test('of a card and its answers counts each answer once', async () => {
    const records = [
      record(undefined, card()),
      record(card(), card({ answer: 'talk' })),
      record(card({ answer: 'talk' }), card({ answer: 'want' })),
      record(card({ answer: 'want' }), card({ answer: 'want', reply: 'accepted' })),
    ];
    await feed(...records);
    await feed(...records);
    for (const one of records) await feed(one);
    expect(await board()).toMatchObject({ cards: 1, answered: 1, want: 1, talk: 0, no: 0, accepted: 1, filled: 1, filledByOpening: [{ jobId, filled: 1 }] });
  });
  test('of a card taken back takes everything back once', async () => {
    const accepted = card({ answer: 'want', reply: 'accepted' });
    const records = [record(undefined, accepted), record(accepted, { ...accepted, withdrawnAt: noon })];
    await feed(...records);
    await feed(...records);
    expect(await board()).toMatchObject({ cards: 0, answered: 0, accepted: 0, filled: 0 });
  });
  test('of a refusal counts once', async () => {
    await world.deps.attendance.saveRefusal(fairId, { code: 'fair_over', at: noon, gate: '' }, 'abc');
    const refused = record(undefined, { pk: `F#${fairId}`, sk: `X#${noon}#abc`, fairId, code: 'fair_over', at: noon, gate: '' });
    await feed(refused, refused);
    await feed(refused);
    expect((await board()).refused).toBe(1);
  });
});

describe('a check-in taken back', () => {
  test('counts nobody, however often its records come', async () => {
    const records = [record(undefined, checkIn({ home })), record(checkIn({ home }), undefined)];
    await feed(...records);
    await feed(...records);
    for (const one of records) await feed(one);
    expect(await board()).toMatchObject({ present: 0, byHome: [] });
    expect(await world.deps.attendance.carrierOf(fairId, 12)).toBeUndefined();
  });
  test('and made again under another number counts one', async () => {
    const again = checkIn({ number: 13, at: '2026-02-07T04:40:00.000Z' });
    const records = [record(undefined, checkIn()), record(checkIn(), undefined), record(undefined, again)];
    await feed(...records);
    await feed(...records);
    const seen = await board();
    expect(seen).toMatchObject({ present: 1, byHalfHour: [{ from: '12:30', count: 1, byGate: [1, 0] }] });
    expect(await world.deps.attendance.carrierOf(fairId, 13)).toMatchObject({ workerId });
  });
  test('whose number went to somebody else leaves that person counted', async () => {
    const other = { ...checkIn({ workerId: 'streamed0002', at: '2026-02-07T04:50:00.000Z' }), pk: 'W#streamed0002' };
    const [came, left, next] = [record(undefined, checkIn()), record(checkIn(), undefined), record(undefined, other)];
    await feed(came, left, next);
    await feed(left, next);
    expect((await board()).present).toBe(1);
    expect(await world.deps.attendance.carrierOf(fairId, 12)).toMatchObject({ workerId: 'streamed0002' });
  });
});

describe('a batch', () => {
  /** As the stream hands records over. */
  const mostInBatch = 100;
  async function inBatches(records: readonly DynamoDBRecord[]): Promise<void> {
    for (let i = 0; i < records.length; i += mostInBatch) await feed(...records.slice(i, i + mostInBatch));
  }
  test('of 300 people with every record twice counts 300', async () => {
    const people = Array.from({ length: 300 }, (_, i) => {
      const id = `crowded${String(i).padStart(5, '0')}`;
      return record(undefined, { ...checkIn({ workerId: id, number: i + 1, gate: i % 3 ? '东门' : '西门' }), pk: `W#${id}` });
    });
    const [one, another] = [
      [...people.slice(0, 150), ...people.slice(100, 200)],
      [...people.slice(150), ...people.slice(0, 50)],
    ];
    await Promise.all([one, another].map(inBatches));
    expect(await board()).toMatchObject({
      present: 300,
      byGate: [
        { gate: '东门', count: 200 },
        { gate: '西门', count: 100 },
      ],
    });
  });
  test('with a bad record applies what is before and behind it and hands the bad one back', async () => {
    const bad = record(undefined, checkIn({ number: 0 }));
    const after = record(undefined, card());
    const reply = await feed(record(undefined, checkIn()), bad, after);
    expect(reply).toEqual({ batchItemFailures: [{ itemIdentifier: bad.dynamodb?.SequenceNumber }] });
    expect(await board()).toMatchObject({ present: 1, cards: 1 });
  });
  test('of two fairs counts each at its own', async () => {
    const first = fairId;
    const other = await world.anOpenFair();
    const elsewhere = { ...checkIn(), sk: `C#${other.fair.fairId}`, fairId: other.fair.fairId };
    await feed(record(undefined, checkIn()), record(undefined, elsewhere));
    expect((await organizer.call('reports.board', { fairId: first })).present).toBe(1);
    expect((await organizer.call('reports.board', { fairId: other.fair.fairId })).present).toBe(1);
  });
  test('of items that count nowhere changes nothing', async () => {
    await feed(record(undefined, { pk: `F#${fairId}`, sk: 'META', title: 'x' }), record(undefined, { pk: 'E#employer0001', sk: 'META' }));
    expect(await board()).toMatchObject({ present: 0, cards: 0, refused: 0 });
  });
});

test('the live stream, replayed from its beginning, changes no figure', async () => {
  const { number } = await organizer.call('attendance.scan', {
    fairId,
    gate: '东门',
    deviceId: 'device-gate-1',
    nonce: 'nonce-0001',
    code: world.deps.codes.sign('P', workerId),
  });
  await world.settled(board, (b) => b.present === 1);
  await organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' });
  await organizer.call('attendance.scan', { fairId, gate: '西门', deviceId: 'device-gate-1', nonce: 'nonce-0002', code: world.deps.codes.sign('P', workerId) });
  const before = await world.settled(board, (b) => b.byGate[1]?.count === 1);
  const { countedAt: _, ...figures } = before;
  for (const records of await recorded()) await feed(...records);
  expect(await board()).toMatchObject(figures);
  expect(figures).toMatchObject({
    present: 1,
    byGate: [
      { gate: '东门', count: 0 },
      { gate: '西门', count: 1 },
    ],
  });
});

/** Everything the table's own stream has told so far, as the functions receive it, shard by shard. */
async function recorded(): Promise<DynamoDBRecord[][]> {
  const { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } = await import('@aws-sdk/client-dynamodb-streams');
  const { endpoint, tableName } = world;
  const [table, streams] = [new DynamoDBClient({ endpoint }), new DynamoDBStreamsClient({ endpoint })];
  const { Table } = await table.send(new DescribeTableCommand({ TableName: tableName }));
  const StreamArn = Table?.LatestStreamArn ?? '';
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const shards = (StreamDescription?.Shards ?? []).map(async ({ ShardId }) => {
    const { ShardIterator } = await streams.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }));
    const { Records = [] } = await streams.send(new GetRecordsCommand({ ShardIterator }));
    return Records as unknown as DynamoDBRecord[];
  });
  return Promise.all(shards);
}
