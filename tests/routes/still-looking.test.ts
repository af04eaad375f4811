import { askStillLooking } from '@shanhai/functions/src/workers/duties.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const dayOn = (days: number): void => {
  world.clock.now = afterDays(noon, days);
};
const strike = () => askStillLooking.run(world.deps);
const stateOf = async (actor: Actor) => (await actor.call('workers.me', {})).looking.state;
const asked = async (actor: Actor) => (await actor.call('messages.mine', {})).items.filter((m) => m.kind.endsWith('still_looking'));

async function someone(persona: string): Promise<Actor> {
  const person = lasting(world, await world.signIn(persona));
  await person.call('workers.change', { name: '杨桂兰', wish: { trades: ['electrician'] } });
  return person;
}

describe('somebody who said what they look for', () => {
  test('is asked after 90 days, once, and is grey after 120', async () => {
    const person = await someone('worker01');
    dayOn(89);
    await strike();
    expect([await asked(person), await stateOf(person)]).toEqual([[], 'looking']);
    dayOn(90);
    await strike();
    await strike();
    dayOn(91);
    await strike();
    expect(await asked(person)).toMatchObject([{ kind: 'worker.still_looking', page: '/areas/workers/looking/index' }]);
    expect(await stateOf(person)).toBe('asked');
    dayOn(120);
    expect(await stateOf(person)).toBe('grey');
  });
  test('is back with one tap, and asked again 90 days later', async () => {
    const person = await someone('worker02');
    dayOn(125);
    await strike();
    expect(await stateOf(person)).toBe('grey');
    expect((await person.call('workers.sayLooking', { is: true })).looking).toEqual({ state: 'looking', saidAt: world.clock.now });
    dayOn(125 + 89);
    await strike();
    expect(await asked(person)).toHaveLength(1);
    dayOn(125 + 90);
    await strike();
    expect(await asked(person)).toHaveLength(2);
  });
  test('who found work is not asked again', async () => {
    const person = await someone('worker04');
    await person.call('workers.sayLooking', { is: false });
    dayOn(100);
    await strike();
    expect([await asked(person), await stateOf(person)]).toEqual([[], 'stopped']);
  });
  test('who answers while being asked stays answered', async () => {
    const person = await someone('worker05');
    dayOn(90);
    await Promise.all([strike(), person.call('workers.sayLooking', { is: true })]);
    await strike();
    expect(await stateOf(person)).toBe('looking');
    dayOn(180);
    await strike();
    expect((await asked(person)).length).toBeGreaterThan(0);
  });
});

test('somebody without a phone is asked through who acts for them, by a masked name', async () => {
  const niece = lasting(world, await world.signIn('worker03'));
  await niece.call('workers.change', { name: '李春梅' });
  const { workerId } = await niece.call('proxies.register', {
    name: '李石保',
    wish: { trades: ['farm'] },
    relation: 'relative',
    consent: 'spoken',
    agreed: true,
    nonce: 'nonce-still-1',
  });
  dayOn(90);
  await strike();
  expect(await asked(niece)).toMatchObject([{ title: '您代办的李**还在找活吗？', params: { workerId } }]);
  dayOn(121);
  expect((await niece.call('proxies.list', {})).items).toMatchObject([{ looking: 'grey' }]);
  await niece.call('proxies.sayLooking', { workerId, is: true });
  expect((await niece.call('proxies.get', { workerId })).looking).toBe('looking');
});

test('more than one stroke’s people are all asked', async () => {
  const onBehalf = { by: 'officer00001' as WorkerId, relation: 'officer' as const, consent: { how: 'spoken' as const, at: noon }, via: 'survey' as const };
  for (let n = 0; n < 12; n++) await world.deps.workers.createFor(`looking${String(n).padStart(5, '0')}` as WorkerId, { name: `人${n}` }, onBehalf);
  dayOn(400);
  await strike();
  await strike();
  expect(await world.deps.workers.toBeAsked(100)).toEqual([]);
  expect(await aWorker(world, 1).call('messages.mine', {})).toMatchObject({ items: [] });
});
