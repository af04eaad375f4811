import type { EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { aWorker } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

let people = 0;
const someone = () => {
  const actor = aWorker(world, 7000 + ++people);
  const { workerId } = actor.session;
  return {
    ...actor,
    workerId,
    mine: async () => (await actor.call('messages.mine', {})).items,
    unread: async () => (await actor.call('messages.unread', {})).count,
  };
};
const answered = (onceKey: string, over = {}) => ({
  kind: 'card.answered' as const,
  values: { employer: '月汀钢构', about: '电工', answer: '要您了' },
  onceKey: `card.answered#${onceKey}`,
  ...over,
});
const minute = (n: number): string => afterMinutes(noon, n);

describe('a message', () => {
  test('is there in words, unread, with the page it opens', async () => {
    const person = someone();
    await world.deps.messages.tell(person.workerId, answered('f1'));
    expect(await person.mine()).toEqual([
      {
        messageId: 'card.answered#f1',
        kind: 'card.answered',
        title: '月汀钢构给您回音了',
        words: '电工：要您了',
        page: '/tabs/messages/index',
        params: {},
        role: 'worker',
        at: noon,
        isRead: false,
      },
    ]);
    expect(await person.unread()).toBe(1);
  });
  test('told twice is there once, also when both are told at the same moment', async () => {
    const person = someone();
    await Promise.all([1, 2, 3].map(() => world.deps.messages.tell(person.workerId, answered('f1'))));
    world.clock.now = minute(5);
    await world.deps.messages.tell(person.workerId, answered('f1'));
    expect(await person.mine()).toMatchObject([{ at: noon }]);
  });
  test('is told together with what it tells, or not at all', async () => {
    const person = someone();
    const { messages, table } = world.deps;
    const impossible = table.write.remove({ pk: 'nobody', sk: 'nothing' }, 'attribute_exists(pk)');
    await table.transact([...(await messages.writes(person.workerId, answered('f1'))), impossible]);
    expect(await person.mine()).toEqual([]);
    await table.transact(await messages.writes(person.workerId, answered('f1')));
    expect(await person.mine()).toHaveLength(1);
  });
  test('of a kind that is no longer known is passed over', async () => {
    const person = someone();
    await world.deps.messages.tell(person.workerId, answered('f1', { kind: 'gone.kind' as never }));
    expect(await person.mine()).toEqual([]);
    expect(await person.unread()).toBe(0);
  });
});

describe('a person’s messages', () => {
  test('come newest first, thirty at a time', async () => {
    const person = someone();
    for (let n = 0; n < 35; n++) {
      world.clock.now = minute(n);
      await world.deps.messages.tell(person.workerId, answered(`f${n}`));
    }
    const first = await person.call('messages.mine', {});
    expect(first.items.map(({ at }) => at)).toEqual(Array.from({ length: 30 }, (_, i) => minute(34 - i)));
    const second = await person.call('messages.mine', { cursor: first.cursor });
    expect(second.items.map(({ at }) => at)).toEqual([4, 3, 2, 1, 0].map(minute));
    expect(second.cursor).toBeUndefined();
  });
  test('are nobody else’s', async () => {
    const person = someone();
    await world.deps.messages.tell(person.workerId, answered('f1'));
    expect(await someone().mine()).toEqual([]);
  });
  test('count as unread up to 99', async () => {
    const person = someone();
    await Promise.all(Array.from({ length: 105 }, (_, n) => world.deps.messages.tell(person.workerId, answered(`f${n}`))));
    expect(await person.unread()).toBe(99);
  });
});

describe('reading', () => {
  test('up to a moment leaves the later ones unread', async () => {
    const person = someone();
    await world.deps.messages.tell(person.workerId, answered('f1'));
    world.clock.now = minute(1);
    await world.deps.messages.tell(person.workerId, answered('f2'));
    expect(await person.call('messages.read', { upTo: noon })).toEqual({ count: 1 });
    expect((await person.mine()).map(({ isRead }) => isRead)).toEqual([false, true]);
  });
  test('is never undone by an older reading that comes late', async () => {
    const person = someone();
    world.clock.now = minute(1);
    await world.deps.messages.tell(person.workerId, answered('f1'));
    await person.call('messages.read', { upTo: minute(1) });
    await person.call('messages.read', { upTo: noon });
    expect(await person.unread()).toBe(0);
  });
  test('ahead of time does not swallow what is still to come', async () => {
    const person = someone();
    await person.call('messages.read', { upTo: minute(60) });
    world.clock.now = minute(1);
    await world.deps.messages.tell(person.workerId, answered('f1'));
    expect(await person.unread()).toBe(1);
  });
});

describe('an employer', () => {
  const employerId = 'employer7001' as EmployerId;
  test('is told by all who work for it, in its name', async () => {
    const recruiters = [someone(), someone()];
    await Promise.all(
      recruiters.map(({ workerId }) =>
        world.deps.table.put({ pk: `E#${employerId}`, sk: `P#${workerId}` }, { workerId: workerId as WorkerId, duty: 'recruiter', addedAt: noon }),
      ),
    );
    const told = { kind: 'employer.verified' as const, values: { employer: '月汀' }, onceKey: 'employer.verified#1' };
    await world.deps.messages.tellEmployer(employerId, told);
    await world.deps.messages.tellEmployer(employerId, told);
    for (const { mine } of recruiters) expect(await mine()).toMatchObject([{ title: '月汀核验通过了', role: 'recruiter', scope: employerId }]);
  });
});

test('an answer at a booth is told to the person once, however often it is sent', async () => {
  const { fair, booth, recruiter, employerId, jobId } = await world.anOpenFair();
  const person = someone();
  const { number } = await person.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fair.fairId, 0), deviceId: 'device-0001' });
  const { fairId } = fair;
  const { boothNo } = booth;
  await person.call('cards.leave', { fairId, boothNo, jobId, name: '杨桂兰', trades: [], consent: { employerId, version: '1' } });
  await world.settled(
    () => world.deps.attendance.carrierOf(fairId, number),
    (row) => row !== undefined,
  );
  const answer = { fairId, boothNo, number, answer: 'want' as const, nonce: 'nonce-000001' };
  await recruiter.call('cards.answer', answer);
  await recruiter.call('cards.answer', answer);
  expect(await person.mine()).toMatchObject([{ title: `${booth.employerShortName}给您回音了`, words: '电工：要您了' }]);
});
