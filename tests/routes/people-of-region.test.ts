import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const officer = 'officer00001' as WorkerId;
const onBehalf = { by: officer, relation: 'village_officer' as const, consent: { how: 'spoken' as const, at: noon }, via: 'survey' as const };
const named = (n: number): WorkerId => `survey${String(n).padStart(6, '0')}` as WorkerId;

async function allOf(regionCode: string, limit?: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.deps.workers.ofRegion(regionCode, cursor, limit);
    names.push(...page.items.map((p) => p.name ?? ''));
    cursor = page.cursor;
  } while (cursor);
  return names;
}

describe('people of a region', () => {
  beforeAll(async () => {
    const homes = ['530324', '530324', '530324', '530381', '530602', '431200'];
    for (const [i, regionCode] of homes.entries()) {
      await world.deps.workers.createFor(named(i), { name: `人${i}`, home: { regionCode, town: `${9 - i}镇` } }, onBehalf);
    }
  });
  test('are those of the county, town by town', async () => expect(await allOf('530324')).toEqual(['人2', '人1', '人0']));
  test('of a prefecture and a province are those of its counties', async () => {
    expect(await allOf('530300')).toEqual(['人2', '人1', '人0', '人3']);
    expect((await allOf('530000')).length).toBe(5);
  });
  test.each([1, 2, 3, 4])('come whole in pages of %i', async (limit) => {
    expect(await allOf('530000', limit)).toEqual(await allOf('530000'));
  });
  test('of nowhere are none, and a cursor that is not ours is refused', async () => {
    expect(await allOf('310113')).toEqual([]);
    await expect(world.deps.workers.ofRegion('530324', 'nonsense')).rejects.toThrow('invalid_input');
  });
  test('move when their home moves', async () => {
    const worker = aWorker(world, 1);
    await worker.call('workers.change', { name: '岩罕', home: { regionCode: '530829', town: '勐梭镇', village: '里拉村' } });
    expect(await allOf('530829')).toEqual(['岩罕']);
    await worker.call('workers.change', { home: { regionCode: '533323' } });
    expect([await allOf('530829'), await allOf('533323')]).toEqual([[], ['岩罕']]);
  });
  test('include who was registered at the gate', async () => {
    const { fair, organizer } = await world.anOpenFair();
    const { from } = await world.printedStrips(fair.fairId, 1);
    const gate = { fairId: fair.fairId, gate: '东门', deviceId: 'device-gate-1', nonce: 'nonce-000001' };
    await organizer.call('attendance.registerWalkIn', {
      ...gate,
      number: from,
      name: '李石保',
      home: { regionCode: '530324', town: '富乐镇' },
      trades: [],
      agreed: true,
    });
    expect(await allOf('530324')).toContain('李石保');
  });
});

describe('somebody registered on behalf', () => {
  test('is kept with who did it, and how they agreed', async () => {
    expect((await world.deps.workers.get(named(0))).registered).toEqual({ ...onBehalf, at: noon, agreed: true });
  });
  test('is registered once under one id', async () => {
    await expect(world.deps.workers.createFor(named(0), { name: '别人' }, onBehalf)).rejects.toThrow('worker_exists');
    expect((await world.deps.workers.get(named(0))).name).toBe('人0');
  });
  test('has the resident id sealed, away from the profile', async () => {
    const residentId = aResidentId('1990-03-07');
    await world.deps.workers.createFor(named(20), { name: '陆春梅', residentId }, onBehalf);
    expect(JSON.stringify(await world.deps.workers.get(named(20)))).not.toContain('19900307');
    expect(await world.deps.workers.residentId(named(20))).toBe(residentId);
    const stored = await world.deps.table.queryAll({ pk: `W#${named(20)}` });
    expect(JSON.stringify(stored)).not.toContain(residentId);
  });
  test('of 17 is marked until the 18th birthday', async () => {
    await world.deps.workers.createFor(named(21), { name: '小满', residentId: aResidentId('2008-06-01') }, onBehalf);
    expect((await world.deps.workers.get(named(21))).youngUntilOn).toBe('2026-06-01');
  });
  test('under 16 is refused and nothing is kept', async () => {
    await expect(world.deps.workers.createFor(named(22), { name: '小小', residentId: aResidentId('2012-06-01') }, onBehalf)).rejects.toThrow(
      'worker_under_age',
    );
    expect(await world.deps.table.queryAll({ pk: `W#${named(22)}` })).toEqual([]);
  });
});

test('the gate’s question for the town keeps the village that somebody told before', async () => {
  const { fair } = await world.anOpenFair({ subtitle: '二场' });
  const worker = aWorker(world, 7);
  await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fair.fairId, 0), deviceId: 'device-0001' });
  await worker.call('workers.change', { home: { regionCode: '530324', town: '富乐镇', village: '桃源村' } });
  await worker.call('attendance.tellHome', { fairId: fair.fairId, home: { regionCode: '530324', town: '富乐镇' } });
  expect((await worker.call('workers.me', {})).home).toEqual({ regionCode: '530324', town: '富乐镇', village: '桃源村' });
  await worker.call('attendance.tellHome', { fairId: fair.fairId, home: { regionCode: '530324', town: '板桥镇' } });
  expect((await worker.call('workers.me', {})).home).toEqual({ regionCode: '530324', town: '板桥镇' });
  expect(await codeOf(worker.call('workers.change', { home: { regionCode: '530324', village: '' } }))).toBe('invalid_input');
});
