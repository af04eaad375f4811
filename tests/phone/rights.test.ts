import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
const phones = phonesIn(() => world);
beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

test('somebody agrees to the guide, takes back a yes, and reads what follows first', async () => {
  const phone = phones.of('worker01');
  const person = await world.signIn('worker01');
  await person.call('workers.change', { name: '杨桂兰', phone: '12066600001' });
  await phone.launch('areas/rights/guide/index');
  expect(phone.page().text()).toContain('看岗位、看招聘会，什么都不用给');
  await phone.page().tap('看过了，同意');
  expect(phone.page().text()).not.toContain('看过了，同意');
  await phone.launch('areas/rights/consents/index');
  expect(phone.page().text()).toContain('留电话');
  // the newest yes stands first: the guide's; it leads to erasure, so the next 收回 is the phone's
  expect(phone.page().text()).toContain('去注销');
  await phone.page().tap('收回');
  expect(phone.page().text()).toContain('名片里的电话马上删掉');
  await phone.page().tap('确定收回');
  expect(await person.call('workers.me', {})).not.toHaveProperty('phone');
});

test('somebody asks to be erased, counts the days, and thinks better of it', async () => {
  const phone = phones.of('worker02');
  await phone.launch('areas/rights/erase/index');
  expect(phone.page().text()).toContain('法律让留的');
  await phone.page().tap('我知道 7 天后都删掉，找不回来');
  await phone.page().tap('注销，删掉我的资料');
  expect(phone.page().text()).toContain('还有 7 天注销');
  world.clock.now = new Date(Date.parse(noon) + 2 * 86_400_000).toISOString();
  await phone.launch('areas/rights/erase/index');
  expect(phone.page().text()).toContain('还有 5 天注销');
  await phone.page().tap('我反悔了，不注销');
  expect(phone.page().text()).not.toContain('天注销');
  world.clock.now = noon;
});
