import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aWorker, codeOf, refusalOf } from '../support/people.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('somebody who has told nothing yet has a code and an empty wish', async () => {
  const worker = aWorker(world, 1);
  const me = await worker.call('workers.me', {});
  expect(me).toEqual({
    workerId: worker.session.workerId,
    wish: { trades: [] },
    looking: { state: 'looking' },
    code: expect.stringMatching(/^P[\w-]{31}$/) as string,
  });
  expect(world.deps.codes.read(me.code)).toEqual({ kind: 'person', workerId: worker.session.workerId });
});

test('a change keeps what it does not name', async () => {
  const worker = aWorker(world, 2);
  await worker.call('workers.change', { name: '杨桂兰', home: { regionCode: '530324', town: '富乐镇' } });
  const wish = { trades: ['electrician' as const], needsDorm: true, leastTakeHomeFen: 500_000 };
  expect(await worker.call('workers.change', { wish })).toMatchObject({ name: '杨桂兰', home: { town: '富乐镇' }, wish });
  expect(await worker.call('workers.change', {})).toMatchObject({ name: '杨桂兰', wish });
  expect(await worker.call('workers.me', {})).toMatchObject({ name: '杨桂兰', wish });
});

test.each([{ name: '' }, { name: '杨'.repeat(31) }, { name: '杨\u0000' }, { phone: '1' }, { home: { regionCode: '53' } }, { wish: { trades: ['pilot'] } }])(
  '%j is refused at its field',
  async (over) => {
    expect(await codeOf(aWorker(world, 3).call('workers.change', over as never))).toBe('invalid_input');
  },
);

test('one person’s profile is not another’s', async () => {
  await aWorker(world, 4).call('workers.change', { name: '岩罕' });
  expect(await aWorker(world, 5).call('workers.me', {})).not.toHaveProperty('name');
});

test('nobody has looked at somebody new', async () => {
  expect(await aWorker(world, 6).call('workers.views', {})).toEqual({ items: [] });
});

describe('a resident id', () => {
  test('is kept sealed, shown by its ends, and never comes back whole', async () => {
    const worker = aWorker(world, 20);
    const residentId = aResidentId('1990-03-07', 20);
    expect(await worker.call('workers.tellResidentId', { residentId: ` ${residentId.toLowerCase()} ` })).toEqual({
      maskedId: `5303**********${residentId.slice(-4)}`,
    });
    const me = await worker.call('workers.me', {});
    expect(me).toMatchObject({ isIdKnown: true });
    expect(JSON.stringify(me)).not.toContain(residentId);
    expect(JSON.stringify(await world.deps.table.queryAll({ pk: `W#${worker.session.workerId}` }))).not.toContain(residentId);
    expect(await world.deps.workers.residentId(worker.session.workerId)).toBe(residentId);
  });
  test('of a child is refused, and nothing of it is kept', async () => {
    const worker = aWorker(world, 21);
    expect(await refusalOf(worker.call('workers.tellResidentId', { residentId: aResidentId('2010-02-08') }))).toMatchObject({
      code: 'worker_under_age',
      status: 422,
      detail: { from: '2026-02-08' },
    });
    expect(await world.deps.table.queryAll({ pk: `W#${worker.session.workerId}` })).toEqual([]);
  });
  test('of somebody of 17 marks them, and a corrected one unmarks', async () => {
    const worker = aWorker(world, 22);
    expect(await worker.call('workers.tellResidentId', { residentId: aResidentId('2008-06-01') })).toMatchObject({ youngUntilOn: '2026-06-01' });
    expect((await worker.call('workers.me', {})).youngUntilOn).toBe('2026-06-01');
    await worker.call('workers.tellResidentId', { residentId: aResidentId('2006-06-01') });
    expect(await worker.call('workers.me', {})).not.toHaveProperty('youngUntilOn');
  });
  test('that is not one is refused at its field', async () => {
    expect(await refusalOf(aWorker(world, 23).call('workers.tellResidentId', { residentId: '530324199003070012' }))).toMatchObject({
      code: 'invalid_input',
      detail: { field: 'residentId' },
    });
  });
});

describe('what the papers hold somebody to be', () => {
  test('is said and corrected by the person, with source and day, and lies sealed', async () => {
    const worker = aWorker(world, 30);
    await worker.call('workers.sayCategory', { category: 'rural', holds: true });
    const said = { source: '本人说的', on: '2026-02-07', by: 'self' };
    expect(await worker.call('workers.sayCategory', { category: 'veteran', holds: true })).toEqual({
      items: [
        { category: 'rural', ...said },
        { category: 'veteran', ...said },
      ],
    });
    await worker.call('workers.sayCategory', { category: 'rural', holds: false });
    expect((await worker.call('workers.categories', {})).items.map((i) => i.category)).toEqual(['veteran']);
    const stored = JSON.stringify(await world.deps.table.queryAll({ pk: `W#${worker.session.workerId}` }));
    expect(stored).not.toContain('veteran');
    expect(await worker.call('workers.me', {})).not.toHaveProperty('categories');
  });
  test('said twice at one moment is lost by neither', async () => {
    const worker = aWorker(world, 31);
    const outcomes = await Promise.allSettled(
      (['rural', 'veteran', 'disabled'] as const).map((category) => worker.call('workers.sayCategory', { category, holds: true })),
    );
    const done = outcomes.filter((o) => o.status === 'fulfilled').length;
    expect((await worker.call('workers.categories', {})).items).toHaveLength(done);
    expect(done).toBeGreaterThan(0);
  });
  test('stays when the resident id is told, and the other way round', async () => {
    const worker = aWorker(world, 32);
    await worker.call('workers.sayCategory', { category: 'rural', holds: true });
    await worker.call('workers.tellResidentId', { residentId: aResidentId('1990-03-07', 32) });
    await worker.call('workers.sayCategory', { category: 'graduate', holds: true });
    expect((await worker.call('workers.categories', {})).items).toHaveLength(2);
    expect(await world.deps.workers.residentId(worker.session.workerId)).toBe(aResidentId('1990-03-07', 32));
  });
});

test('skills, experience and the day to start are told a little at a time', async () => {
  const worker = aWorker(world, 40);
  const skills = [{ trade: 'electrician' as const, level: 'middle' as const, certificate: '低压电工证', years: 6 }];
  await worker.call('workers.change', { skills });
  await worker.call('workers.change', { experience: [{ what: '在昆明装配电柜', years: 3 }] });
  await worker.call('workers.change', { wish: { trades: ['electrician'], startOn: '2026-03-01' } });
  expect(await worker.call('workers.me', {})).toMatchObject({ skills, experience: [{ what: '在昆明装配电柜' }], wish: { startOn: '2026-03-01' } });
});
