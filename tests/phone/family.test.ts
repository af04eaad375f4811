import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { gateIn, keysOf, scanAtGate } from '../support/gate-in-hand.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const door = 'areas/gate/door/index';
let world: World;
const phones = phonesIn(() => world);

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

const at = (minutes: number): string => afterMinutes(noon, minutes);
const { atGate, codeOf, present } = gateIn(() => world, phones);

describe('a family at the gate', () => {
  const told = { relation: 'relative' as const, consent: 'spoken' as const, agreed: true as const, wish: { trades: [] } };
  let made = 0;
  async function familyOf(persona: string, ...names: string[]) {
    const parent = await world.signIn(persona);
    const ids = names.map((name) => parent.call('proxies.register', { ...told, name, nonce: `gate-family-${++made}-01` }));
    return { parent, ids: (await Promise.all(ids)).map((one) => one.workerId) };
  }

  test('comes in whole after one scan: each one seen and ticked, those not registered with a strip; one is taken back alone', async () => {
    const { phone, fairId, from } = await atGate();
    const { ids } = await familyOf('worker03', '岩温', '玉罕');
    await scanAtGate(phone, await codeOf('worker03'));
    await phone.page().tap('还有人一起来');
    const page = await phone.until('岩温');
    expect(page.text()).toContain('见到谁，点谁');
    await page.tap('岩温');
    await page.tap('发号码条，加一位');
    expect(page.text()).toContain('先扫号码条');
    await page.type('号码条', String(from));
    await page.type('姓名', '波岩');
    expect(page.text()).toContain('先问本人同意');
    await page.tap('已当面说清，本人同意登记');
    await page.tap('这 2 位进场');
    await phone.until('登记好了，把条给他');
    await phone.until('都好了，回门口');
    expect(await world.deps.attendance.find(ids[0] as never, fairId)).toMatchObject({ evidence: { by: 'gate_scan' }, gate: '东门' });
    expect(await world.deps.attendance.find(ids[1] as never, fairId)).toBeUndefined();
    const rows = await present(fairId, 3);
    expect(rows.find((row) => row.number === from)?.name).toBe('波岩');
    // the list is asked for the number that is taken back
    await phone.page().tap('撤销');
    await phone.until('这 1 位进场');
    expect(await present(fairId, 2)).toHaveLength(2);
    await phone.page().tap('这 1 位进场');
    await phone.until('都好了，回门口');
    expect(await present(fairId, 3)).toHaveLength(3);
  });

  test('above the capacity waits outside, until a supervisor lets it in and says why', async () => {
    const { phone, fairId } = await atGate({ capacity: 2 });
    const { ids } = await familyOf('worker04', '岩罕', '玉香');
    await scanAtGate(phone, await codeOf('worker04'));
    await phone.page().tap('还有人一起来');
    await phone.until('岩罕');
    await phone.page().tap('岩罕');
    await phone.page().tap('玉香');
    await phone.page().tap('这 2 位进场');
    const page = await phone.until('没进的先在门外等');
    expect(page.text()).toContain('这 1 位进场');
    await page.tap('放行');
    await page.tap('家里人在里面');
    await page.tap('放这一位进');
    await phone.until('都好了，回门口');
    expect(await world.deps.passages.aboveCapacity(fairId)).toMatchObject([{ reason: '家里人在里面' }]);
    const flags = await Promise.all(ids.map(async (id) => (await world.deps.attendance.find(id as never, fairId))?.flags));
    expect(flags.filter((one) => one?.includes('over_capacity'))).toHaveLength(1);
    expect(await world.deps.passages.inside(fairId)).toBe(3);
  });

  test('goes on when the network goes: who is on the screen is kept, who was never registered gets a strip', async () => {
    const { phone, fairId, from } = await atGate();
    const { ids } = await familyOf('worker05', '岩温', '玉罕');
    await scanAtGate(phone, await codeOf('worker05'));
    await phone.page().tap('还有人一起来');
    await (await phone.until('岩温')).tap('岩温');
    phone.setOffline(true);
    await phone.settled();
    const page = phone.page();
    await page.tap('发号码条，加一位');
    await page.type('号码条', String(from));
    await page.type('姓名', '波岩');
    await page.tap('已当面说清，本人同意登记');
    await page.tap('这 2 位进场');
    await phone.until('登记好了，记在本机，把条给他');
    expect(phone.page().text()).toContain('已记在本机');
    expect(keysOf(phone, 'outbox:')).toHaveLength(2);
    phone.setOffline(false);
    await phone.launch(door, { fairId });
    await phone.until('都传上去了', 15_000);
    expect(await present(fairId, 3)).toHaveLength(3);
    expect(await world.deps.attendance.find(ids[0] as never, fairId)).toMatchObject({ evidence: { by: 'gate_scan', isLate: true } });
  });

  test('that tapped by itself is confirmed by the gate one by one, and goes out and comes back together', async () => {
    const { phone, fairId, organizer } = await atGate({ countsExits: true });
    const { parent, ids } = await familyOf('worker01', '岩温', '玉罕');
    await organizer.call('fairs.setPresence', { fairId, code: 'printed', confirmsAtGate: true });
    world.clock.now = at(1);
    const own = phones.of('worker01');
    const landing = await own.scanPoster(world.deps.codes.signAt('S', fairId, 0));
    await landing.tap('和家里人一起来的');
    await own.until('岩温，人就在我旁边');
    await landing.tap('岩温，人就在我旁边');
    own.setOffline(true);
    await landing.tap('确认签到');
    expect(own.page().text()).toContain('不用再点，一起来的 1 位也记下了');
    world.clock.now = at(5);
    own.setOffline(false);
    await own.until('已上传');
    await own.until('岩温');
    const evidence = async () => (await world.deps.attendance.find(ids[0] as never, fairId))?.evidence;
    expect(await evidence()).toEqual({ by: 'printed', gate: 'waiting', isLate: true });
    expect(await world.deps.attendance.find(ids[0] as never, fairId)).toMatchObject({ broughtBy: parent.session.workerId });

    await phone.launch(door, { fairId });
    expect(await scanAtGate(phone, await codeOf('worker01'))).toContain('门口确认了');
    await phone.page().tap('还有人一起来');
    await (await phone.until('岩温，自己签过，等门口确认')).tap('岩温，自己签过，等门口确认');
    await phone.page().tap('这 1 位进场');
    await phone.until('门口确认了');
    expect(await evidence()).toEqual({ by: 'printed', gate: 'confirmed', isLate: true });
    expect((await parent.call('attendance.companions', { fairId })).items.filter((one) => one.number)).toHaveLength(1);

    await phone.launch(door, { fairId });
    await phone.page().tap('扫出');
    await scanAtGate(phone, await codeOf('worker01'));
    await phone.page().tap('还有人一起出去');
    await (await phone.until('岩温')).tap('岩温');
    await phone.page().tap('这 1 位出去');
    await phone.until('都好了，回门口');
    expect(await world.deps.attendance.find(ids[0] as never, fairId)).toMatchObject({ isOut: true });
  });
});
