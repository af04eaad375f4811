import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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
  world.clock.now = afterDays(noon, 2);
  await phone.launch('areas/rights/erase/index');
  expect(phone.page().text()).toContain('还有 5 天注销');
  await phone.page().tap('我反悔了，不注销');
  expect(phone.page().text()).not.toContain('天注销');
  world.clock.now = noon;
});

describe('WeChat asks before the place is looked at', () => {
  let fairId: FairId;
  beforeAll(async () => {
    const { fair, organizer } = await world.anOpenFair();
    fairId = fair.fairId;
    await organizer.call('fairs.setPresence', { fairId, code: 'printed', confirmsAtGate: false, place: { east: 104.31, north: 24.88, radiusKm: 5 } });
  });

  async function atTheSheet(persona: string) {
    const phone = phones.of(persona);
    phone.neverAsked();
    phone.standAt(104.31, 24.88);
    await phone.scanPoster(world.deps.codes.signAt('S', fairId, 0));
    await phone.page().tap('确认签到');
    await phone.page().tap('同意，签到');
    expect(phone.page().text()).toContain('不同意，也能接着看岗位');
    return phone;
  }
  const placeOf = async (persona: string) => {
    const { workerId } = (await world.signIn(persona)).session;
    return (await world.deps.attendance.find(workerId, fairId))?.evidence?.place;
  };

  test('a yes by its button lets the phone look, and the yes to the place stands in the ledger', async () => {
    const phone = await atTheSheet('worker04');
    await phone.page().tap('同意');
    expect(phone.privacy).toBe('agreed');
    expect(
      await world.settled(
        () => placeOf('worker04'),
        (place) => place !== undefined,
      ),
    ).toBe('within');
    const { items } = await (await world.signIn('worker04')).call('consents.mine', {});
    expect(items).toMatchObject([{ purpose: 'location', version: '2026-11' }]);
  });

  test('a no checks in all the same, without a place', async () => {
    const phone = await atTheSheet('worker05');
    await phone.page().tap('不同意');
    expect(
      await world.settled(
        () => placeOf('worker05'),
        (place) => place !== undefined,
      ),
    ).toBe('unknown');
  });

  test('the guide opens from the question, and nothing was agreed to by it', async () => {
    const phone = await atTheSheet('worker06');
    await phone.page().tap('看隐私保护指引');
    expect(phone.privacy).toBe('asked');
    expect(phone.page().route).toContain('areas/rights/guide');
  });
});
