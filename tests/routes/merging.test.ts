import type { Item } from '@shanhai/functions/src/table/table.ts';
import type { NewPerson } from '@shanhai/functions/src/workers/profile.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf } from '../support/people.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let officer: Actor;
beforeAll(async () => {
  world = await startWorld();
  officer = actingAs(world, { workerId: 'officer00001' as WorkerId, role: 'officer', scope: '530324' });
});
afterAll(() => world.stop());

const onBehalf = { by: 'officer00001' as WorkerId, relation: 'officer' as const, consent: { how: 'spoken' as const, at: noon }, via: 'survey' as const };
let sequence = 0;
async function surveyed(person: Omit<NewPerson, 'name'> & { name?: string }): Promise<WorkerId> {
  const workerId = `merging${String(++sequence).padStart(5, '0')}` as WorkerId;
  await world.deps.workers.createFor(workerId, { name: '杨桂兰', home: { regionCode: '530324', town: '富乐镇' }, ...person }, onBehalf);
  return workerId;
}
const pairIdOf = (a: string, b: string): string => [a, b].sort().join('.');
const pairOf = (a: WorkerId, b: WorkerId) =>
  world.settled(
    () => world.deps.workers.pair(pairIdOf(a, b)),
    (pair) => pair !== undefined,
  );
/** Everything that lies under a person, but who looked at it. */
const allOf = async (workerId: WorkerId): Promise<Item[]> =>
  (await world.deps.table.queryAll({ pk: `W#${workerId}` })).filter((item) => !String(item.sk).startsWith('A#'));
const bare = (items: Item[]): Item[] => items.map(({ rev: _rev, ...item }) => item);

describe('records that may be one person', () => {
  test('of one resident id are offered, whatever their names', async () => {
    const a = await surveyed({ name: '罗一', residentId: aResidentId('1980-01-01', 1), home: { regionCode: '530324', town: '阿岗镇' } });
    const b = await surveyed({ name: '罗壹', residentId: aResidentId('1980-01-01', 1), home: { regionCode: '530324', town: '板桥镇' } });
    expect(await pairOf(a, b)).toMatchObject({ likeness: ['same_id'], regionCode: '530324', state: 'open' });
  });
  test('of alike names in one village are offered, masked, to officers of the region only', async () => {
    const home = { regionCode: '530324', town: '长底乡', village: '石盆村' };
    const [a, b] = [await surveyed({ name: '侬会萍', home }), await surveyed({ name: '侬惠萍', home })];
    await pairOf(a, b);
    const row = (await officer.call('people.pairs', {})).items.find((p) => p.pairId === pairIdOf(a, b));
    expect(row).toEqual({ pairId: pairIdOf(a, b), likeness: ['alike_name'], foundAt: noon, maskedNames: ['侬**', '侬**'], town: '长底乡' });
    const other = actingAs(world, { workerId: 'officer00002' as WorkerId, role: 'officer', scope: '530602' });
    expect(await other.call('people.pairs', {})).toEqual({ items: [] });
    expect(await codeOf(other.call('people.comparePair', { pairId: pairIdOf(a, b) }))).toBe('not_allowed');
    expect(await codeOf(other.call('people.merge', { pairId: pairIdOf(a, b), keep: a }))).toBe('not_allowed');
    expect(await codeOf(other.call('people.keepApart', { pairId: pairIdOf(a, b) }))).toBe('not_allowed');
  });
  test('found to be two are not offered again, also when a record changes', async () => {
    const [a, b] = [await surveyed({ phone: '12066600005' }), await surveyed({ phone: '12066600005' })];
    await pairOf(a, b);
    await officer.call('people.keepApart', { pairId: pairIdOf(a, b) });
    await world.deps.workers.change(a, { phone: '12066600006' });
    await world.deps.workers.change(a, { phone: '12066600005' });
    await world.settled(
      () => world.deps.workers.withPhone('12066600005'),
      (ids) => ids.includes(a),
    );
    expect((await officer.call('people.pairs', {})).items.map((p) => p.pairId)).not.toContain(pairIdOf(a, b));
  });
  test('are laid side by side by an officer, which the people can read', async () => {
    const a = await surveyed({ phone: '12066600007', residentId: aResidentId('1981-01-01', 2) });
    const b = await surveyed({ residentId: aResidentId('1981-01-01', 2) });
    await pairOf(a, b);
    const compared = await officer.call('people.comparePair', { pairId: pairIdOf(a, b) });
    expect(compared.sides).toMatchObject([
      { workerId: a, name: '杨桂兰', phoneEnds: '120****0007', via: 'survey', hasAccount: false, checkIns: 0, cards: 0 },
      { workerId: b },
    ]);
    expect(JSON.stringify(compared)).not.toContain(aResidentId('1981-01-01', 2));
    expect(await world.deps.workers.views(b)).toMatchObject([{ what: 'compared', byName: '罗平县人社局' }]);
  });
});

describe('a merge', () => {
  async function twoAlike() {
    const a = await surveyed({ phone: '12066600008', residentId: aResidentId('1982-01-01', 3 + sequence), skills: [{ trade: 'farm' }] });
    const b = await surveyed({
      name: '杨贵兰',
      residentId: aResidentId('1982-01-01', 2 + sequence),
      skills: [{ trade: 'sewing', level: 'middle' }],
      categories: [{ category: 'lifted_out', source: '村里摸排', on: '2026-02-01', by: 'survey' }],
    });
    await pairOf(a, b);
    return { a, b, pairId: pairIdOf(a, b) };
  }

  test('makes one of two, with what was chosen; undone, both are exactly as they were', async () => {
    const { a, b, pairId } = await twoAlike();
    const before = [await allOf(a), await allOf(b)];
    const merged = await officer.call('people.merge', { pairId, keep: a, fromOther: ['name'] });
    expect(await world.deps.workers.get(a)).toMatchObject({ name: '杨贵兰', phone: '12066600008', skills: [{ trade: 'farm' }, { trade: 'sewing' }] });
    expect((await world.deps.workers.openSealed(a)).categories).toMatchObject([{ category: 'lifted_out' }]);
    expect(await world.deps.workers.currentOf(b)).toBe(a);
    expect((await world.deps.workers.ofRegion('530324', undefined, 500)).items.map((p) => p.workerId)).not.toContain(b);

    await officer.call('people.undoMerge', { mergeId: merged.mergeId });
    expect(bare(await allOf(a))).toEqual(bare(before[0] as Item[]));
    expect(bare(await allOf(b))).toEqual(bare(before[1] as Item[]));
    expect((await world.deps.workers.openSealed(b)).categories).toMatchObject([{ category: 'lifted_out' }]);
    expect(await codeOf(officer.call('people.undoMerge', { mergeId: merged.mergeId }))).toBe('merge_undone');
    expect(await pairOf(a, b)).toMatchObject({ state: 'open' });
  });
  test('undone keeps what was changed since', async () => {
    const { a, b, pairId } = await twoAlike();
    const { mergeId } = await officer.call('people.merge', { pairId, keep: b });
    await world.deps.workers.change(b, { phone: '12066600009' });
    await officer.call('people.undoMerge', { mergeId });
    expect(await world.deps.workers.get(b)).toMatchObject({ name: '杨贵兰', phone: '12066600009', skills: [{ trade: 'sewing' }] });
    expect(await world.deps.workers.get(a)).toMatchObject({ phone: '12066600008' });
  });
  test('done by many at one moment is done once, and undone once', async () => {
    const { a, pairId } = await twoAlike();
    const merging = await Promise.allSettled([1, 2, 3, 4].map(() => officer.call('people.merge', { pairId, keep: a })));
    const done = merging.filter((m) => m.status === 'fulfilled');
    expect(done).toHaveLength(1);
    const { mergeId } = (done[0] as PromiseFulfilledResult<{ mergeId: string }>).value;
    const undoing = await Promise.allSettled([1, 2, 3].map(() => officer.call('people.undoMerge', { mergeId })));
    expect(undoing.filter((u) => u.status === 'fulfilled')).toHaveLength(1);
  });
  test('keeps the history of both readable, and is listed for officers of the region', async () => {
    const { fair } = await world.anOpenFair();
    const person = await world.signIn('worker01');
    const own = person.session.workerId;
    await person.call('workers.change', { name: '陶小燕', home: { regionCode: '530324', town: '老厂乡' } });
    const other = await surveyed({ name: '陶小燕', home: { regionCode: '530324', town: '老厂乡' } });
    await world.deps.attendance.checkIn({
      fairId: fair.fairId,
      workerId: other,
      number: 77,
      at: noon,
      arrivedAt: noon,
      gate: '东门',
      via: 'walk_in',
      deviceId: 'device-0001',
    });
    await pairOf(own, other);
    const merged = await officer.call('people.merge', { pairId: pairIdOf(own, other), keep: other });
    expect(merged).toMatchObject({ byName: '罗平县人社局', maskedName: '陶**', isClaim: false });
    expect(await world.deps.workers.currentOf(other)).toBe(own);
    expect((await person.call('attendance.mine', {})).items).toMatchObject([{ number: 77 }]);
    expect((await officer.call('people.merges', {})).items.map((m) => m.mergeId)).toContain(merged.mergeId);
    await officer.call('people.undoMerge', { mergeId: merged.mergeId });
    expect((await person.call('attendance.mine', {})).items).toEqual([]);
  });
  test('of two people with a WeChat account each is theirs to make', async () => {
    const [one, two] = [await world.signIn('worker02'), await world.signIn('worker04')];
    const name = { name: '窦加林', home: { regionCode: '530324', town: '钟山乡' } };
    await one.call('workers.change', name);
    await two.call('workers.change', name);
    await pairOf(one.session.workerId, two.session.workerId);
    const pairId = pairIdOf(one.session.workerId, two.session.workerId);
    expect(await codeOf(officer.call('people.merge', { pairId, keep: one.session.workerId }))).toBe('merge_two_accounts');
  });
  test('hands those who acted for the one over to the other, and undone gives them back', async () => {
    const proxy = aWorker(world, 900);
    await proxy.call('workers.change', { name: '尹丽仙' });
    const home = { regionCode: '530324', town: '马街镇' };
    const form = { name: '尹顺', home, wish: { trades: [] }, relation: 'relative' as const, consent: 'spoken' as const, agreed: true as const };
    const { workerId: proxied } = await proxy.call('proxies.register', { ...form, nonce: 'nonce-merging' });
    const other = await surveyed({ name: '尹顺', home });
    await pairOf(proxied, other);
    const { mergeId } = await officer.call('people.merge', { pairId: pairIdOf(proxied, other), keep: other });
    expect((await proxy.call('proxies.list', {})).items).toMatchObject([{ workerId: other }]);
    await officer.call('people.undoMerge', { mergeId });
    expect((await proxy.call('proxies.list', {})).items).toMatchObject([{ workerId: proxied }]);
  });
});
