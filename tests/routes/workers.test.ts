import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('somebody who has told nothing yet has a code and an empty wish', async () => {
  const worker = aWorker(world, 1);
  const me = await worker.call('workers.me', {});
  expect(me).toEqual({ workerId: worker.session.workerId, wish: { trades: [] }, code: expect.stringMatching(/^P[\w-]{31}$/) as string });
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
