import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
const officerOf = (scope: string): Actor => actingAs(world, { workerId: 'officer00001' as WorkerId, role: 'officer', scope });
beforeAll(async () => {
  world = await startWorld();
  await world.deps.pairings.putAll([
    {
      pairingId: 'baoshan-qujing',
      shanghaiRegion: '310113',
      partnerRegion: '530300',
      partnerCounties: [],
      status: 'paired',
      source: '测试',
    } as never,
  ]);
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const welder = { trade: 'welder' as const };
async function aPerson(n: number, over: object): Promise<Actor> {
  const person = aWorker(world, 3000 + n);
  await person.call('workers.change', {
    name: `田顺${n}`,
    phone: '12066600011',
    home: { regionCode: '530324', town: '富乐镇' },
    wish: { trades: ['welder'] },
    ...over,
  });
  return person;
}
const listed = async (officer: Actor, input: object = {}) => (await officer.call('people.skilled', { trade: 'welder', ...input })).items;
const settled = (officer: Actor, count: number, input: object = {}) =>
  world.settled(
    () => listed(officer, input),
    (items) => items.length === count,
  );

describe('the skills pool', () => {
  let certified: Actor;
  beforeAll(async () => {
    await aPerson(1, { skills: [welder] });
    certified = await aPerson(2, { skills: [{ ...welder, level: 'senior', certificate: '焊工证' }] });
    await aPerson(3, {
      skills: [{ ...welder, level: 'middle', certificate: '焊工证' }, { trade: 'cook' }],
      wish: { trades: ['welder'], placeRegion: '530324' },
    });
    await aPerson(4, { skills: [{ trade: 'cook' }] });
  });

  test('names who can do a trade, the best first, without names and phones', async () => {
    const items = await settled(officerOf('530324'), 3);
    expect(items.map((i) => i.skills[0]?.level)).toEqual(['senior', 'middle', undefined]);
    expect(items[0]).toMatchObject({ maskedName: '田**', town: '富乐镇', isYoung: false, looking: 'looking' });
    expect(JSON.stringify(items)).not.toMatch(/田顺|120666/);
  });
  test('is narrowed to who has a certificate, and to any trade', async () => {
    expect(await settled(officerOf('530300'), 2, { isCertified: 'yes' })).toHaveLength(2);
    expect(await settled(officerOf('530324'), 4, { trade: undefined })).toHaveLength(4);
  });
  test('to another county is empty', async () => expect(await listed(officerOf('530602'))).toEqual([]));
  test('shows a paired district of Shanghai who would come, and no more', async () => {
    const before = await officerOf('310113').call('people.skilled', { trade: 'welder' });
    expect([before.items, before.withheld]).toEqual([[], 2]);
    const agreed = await certified.call('consents.agree', { purpose: 'elsewhere', version: '2026-11' });
    expect(agreed).toMatchObject({ elsewhere: ['宝山区人社局', '上海市人社局'] });
    const named = { purpose: 'elsewhere', receiver: '宝山区人社局、上海市人社局', version: '2026-11' };
    expect(agreed.items).toContainEqual(expect.objectContaining(named));
    await settled(officerOf('310113'), 1);
    const { items, canReveal, withheld } = await officerOf('310113').call('people.skilled', { trade: 'welder' });
    expect([items.map((i) => i.workerId), canReveal, withheld]).toEqual([[certified.session.workerId], false, 1]);
    expect(JSON.stringify(items)).not.toContain('sharedWith');
    expect(await listed(officerOf('310117'))).toEqual([]);
    expect(await codeOf(officerOf('310113').call('people.reveal', { workerId: certified.session.workerId, reason: 'offer' }))).toBe('not_allowed');
  });
  test('gives a name and a phone for a reason, which the person reads', async () => {
    const { workerId } = certified.session;
    expect(await officerOf('530324').call('people.reveal', { workerId, reason: 'offer' })).toEqual({ name: '田顺2', phone: '12066600011' });
    expect((await certified.call('workers.views', {})).items).toMatchObject([{ what: 'revealed', byName: '罗平县人社局', purpose: '介绍岗位' }]);
    expect(await codeOf(officerOf('530602').call('people.reveal', { workerId, reason: 'offer' }))).toBe('not_allowed');
    expect(await codeOf(officerOf('530324').call('people.reveal', { workerId, reason: 'curious' as never }))).toBe('invalid_input');
  });
  test('follows the profile: a new skill, another county, an end of looking', async () => {
    const person = await aPerson(9, { skills: [{ trade: 'guard' }] });
    await settled(officerOf('530324'), 1, { trade: 'guard' });
    await person.call('workers.change', { home: { regionCode: '530381', town: '板桥街道' } });
    expect(await settled(officerOf('530324'), 0, { trade: 'guard' })).toEqual([]);
    expect(await settled(officerOf('530381'), 1, { trade: 'guard' })).toHaveLength(1);
    await person.call('workers.sayLooking', { is: false });
    expect(await settled(officerOf('530381'), 0, { trade: 'guard' })).toEqual([]);
  });
  test('leaves out who has been silent for 120 days', async () => {
    world.clock.now = afterDays(noon, 121);
    expect(await listed(officerOf('530324'))).toEqual([]);
  });
});

describe('what the papers hold somebody to be', () => {
  test('is set by an officer of the home with its source, and corrected by the person', async () => {
    const person = await aPerson(20, {});
    const { workerId } = person.session;
    const said = { workerId, category: 'lifted_out' as const, holds: true, source: '乡村振兴局名单' };
    await officerOf('530324').call('people.setCategory', said);
    expect(await person.call('workers.categories', {})).toEqual({
      items: [{ category: 'lifted_out', source: '乡村振兴局名单', on: '2026-02-07', by: 'officer' }],
    });
    expect((await person.call('workers.views', {})).items).toMatchObject([{ what: 'categories' }]);
    await person.call('workers.sayCategory', { category: 'lifted_out', holds: false });
    expect(await officerOf('530324').call('people.categories', { workerId, reason: 'policy' })).toEqual({ items: [] });
    expect((await person.call('workers.views', {})).items).toContainEqual(expect.objectContaining({ what: 'categories', purpose: '核对能享受的政策' }));
    expect(await codeOf(officerOf('530602').call('people.setCategory', said))).toBe('not_allowed');
    expect(await codeOf(officerOf('310113').call('people.categories', { workerId }))).toBe('not_allowed');
  });
});
