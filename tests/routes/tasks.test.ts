import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import type { Task } from '@shanhai/shared/contract/tasks.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const aTask = (over: Partial<Task>): Task => ({
  taskId: 'task-1',
  kind: 'report',
  regionCode: '310113',
  subject: { employerId: 'employer0001' as EmployerId, jobId: 'job000000001' },
  words: '月汀：电工',
  openedAt: noon,
  dueAt: '2026-02-13T15:59:59.000Z',
  ...over,
});

test('an officer sees the tasks of the own region, soonest first', async () => {
  const { tasks } = world.deps;
  await tasks.open(aTask({ taskId: 'later', dueAt: '2026-02-20T15:59:59.000Z' }));
  await tasks.open(aTask({ taskId: 'sooner' }));
  await tasks.open(aTask({ taskId: 'elsewhere', regionCode: '310117' }));
  await tasks.open(aTask({ taskId: 'far', regionCode: '530324' }));
  const listed = async (persona: string, scope: string) =>
    (await (await world.staff(persona, 'officer', scope)).call('tasks.list', {})).items.map((t) => t.taskId);
  expect(await listed('officer01', '310113')).toEqual(['sooner', 'later']);
  expect((await listed('officer03', '310000')).sort()).toEqual(['elsewhere', 'later', 'sooner']);
  expect(await listed('officer04', '530324')).toEqual(['far']);
});

test('opened again it is there once; settled it is gone for good', async () => {
  const { tasks } = world.deps;
  const officer = await world.staff('officer02', 'officer', '310120');
  const listed = async () => (await officer.call('tasks.list', {})).items.length;
  const task = aTask({ taskId: 'once', regionCode: '310120' });
  await tasks.open(task);
  await tasks.open({ ...task, dueAt: '2026-03-01T00:00:00.000Z' });
  expect(await listed()).toBe(1);
  await tasks.settle('once', noon);
  await tasks.settle('once', noon);
  await tasks.open(task);
  expect(await listed()).toBe(0);
});
