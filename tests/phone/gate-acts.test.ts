import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { partsOf } from '@shanhai/shared/rules/relay.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const door = 'areas/gate/door/index';
const family = 'areas/gate/family/index';
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

const at = (minutes: number): string => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
const workerOf = async (persona: string) => (await world.signIn(persona)).session.workerId;
const codeOf = async (persona: string): Promise<string> => world.deps.codes.sign('P', await workerOf(persona));
const checkInOf = async (persona: string, fairId: FairId) => world.deps.attendance.find(await workerOf(persona), fairId);
const kept = (phone: Phone, start: string): string[] => [...phone.storage.keys()].filter((key) => key.startsWith(start));
const idOf = (phone: Phone): string => JSON.parse(phone.storage.get('device') ?? '""') as string;

async function atGate(over: Parameters<World['anOpenFair']>[0] = {}) {
  const { fair, organizer } = await world.anOpenFair(over);
  const { from } = await world.printedStrips(fair.fairId, 6);
  const phone = phones.of('organizer01', { session: organizer.session });
  await phone.launch(door, { fairId: fair.fairId });
  await phone.until('名单 12:00 版');
  return { phone, fairId: fair.fairId, organizer, from };
}
async function scan(phone: Phone, code: string): Promise<string> {
  phone.hold(code);
  await phone.page().tap('扫号码条或手机上的码');
  return phone.page().text();
}
async function loseNetwork(phone: Phone): Promise<void> {
  phone.setOffline(true);
  await phone.until('没网，照常用');
}
const present = (fairId: FairId, count: number) =>
  world.settled(
    () => world.deps.attendance.roster(fairId),
    (rows) => rows.length === count,
  );

describe('a device that is out of service', () => {
  const sentence = '这台设备停用了';

  async function revoked() {
    const open = await atGate({ countsExits: true, capacity: 3 });
    const { phone, fairId, organizer } = open;
    await scan(phone, await codeOf('worker01'));
    await world.settled(
      () => organizer.call('devices.list', { fairId }),
      (list) => list.items.some((one) => one.deviceId === idOf(phone)),
    );
    // a list that counts whom the gate has let in
    await present(fairId, 1);
    await loseNetwork(phone);
    await scan(phone, await codeOf('worker02'));
    await organizer.call('devices.revoke', { fairId, deviceId: idOf(phone), reason: '换人了' });
    world.clock.now = at(1);
    phone.setOffline(false);
    await phone.launch(door, { fairId });
    await phone.until('没传的 1 条还在这台上，没丢', 10_000);
    await phone.until('有网', 10_000);
    return open;
  }
  async function typeWalkIn(phone: Phone, fairId: FairId, number: number): Promise<string> {
    await phone.launch('areas/gate/walk-in/index', { fairId, number: String(number) });
    await phone.page().type('姓名', '岩温');
    await phone.page().tap('已当面说清，本人同意登记');
    await phone.page().tap('登记，发');
    return phone.page().text();
  }

  test('is refused in every act with the one sentence, with network and without; what waits stays', async () => {
    const { phone, fairId, from, organizer } = await revoked();
    const queue = kept(phone, 'outbox:');
    for (const isOffline of [false, true]) {
      if (isOffline) await loseNetwork(phone);
      await phone.page().tap('撤销');
      await phone.page().tap('扫进');
      expect(await scan(phone, await codeOf('worker03'))).toContain(sentence);
      await phone.page().tap('扫出');
      expect(await scan(phone, await codeOf('worker01'))).toContain(sentence);
      await phone.page().tap('扫进');
      expect(await typeWalkIn(phone, fairId, from)).toContain(sentence);
      await phone.launch(family, { fairId, code: await codeOf('worker01') });
      if (!isOffline) await phone.until(sentence);
      await phone.launch('areas/gate/hand-over/index', { fairId });
      await phone.page().tap('收同事的');
      expect(phone.page().text()).toContain(sentence);
      await phone.launch(door, { fairId });
      await phone.until(sentence);
    }
    expect(kept(phone, 'outbox:')).toEqual(queue);
    expect(await present(fairId, 1)).toHaveLength(1);
    // a supervisor's word does not open it either
    const said = { fairId, deviceId: idOf(phone), gate: '东门', override: '家里人在里面' };
    const code = await codeOf('worker03');
    const ids = { fairId, deviceId: idOf(phone) };
    const above = [
      organizer.call('attendance.scan', { ...said, nonce: 'above-0000001', code }),
      organizer.call('attendance.registerWalkIn', { ...said, nonce: 'above-0000002', number: from, name: '岩温', trades: [], agreed: true }),
      organizer.call('attendance.undo', { ...ids, number: 1, isOthers: true }),
      organizer.call('attendance.companionsOf', { ...ids, code }),
    ];
    expect(await Promise.all(above.map((one) => one.catch((error: { code: string }) => error.code)))).toEqual(above.map(() => 'device_revoked'));
  });

  test('hands what it holds to a colleague, who sends it once', async () => {
    const { phone, fairId, organizer } = await revoked();
    await loseNetwork(phone);
    await scan(phone, await codeOf('worker04'));
    const deed = JSON.parse(phone.storage.get(kept(phone, 'outbox:')[0] ?? '') ?? '{}') as { nonce: string; happenedAt: string; payload: { act: object } };
    await phone.launch('areas/gate/hand-over/index', { fairId });
    expect(phone.page().text()).toContain('这台没传的 1 条');
    const parts = partsOf({ fairId, from: idOf(phone), actions: [{ ...deed.payload.act, nonce: deed.nonce, happenedAt: deed.happenedAt } as never] });
    const colleague = phones.of('organizer01', { session: organizer.session });
    await colleague.launch('areas/gate/hand-over/index', { fairId });
    await colleague.page().tap('收同事的');
    for (const part of parts) {
      colleague.hold(part);
      await colleague.page().tap(colleague.page().text().includes('扫下一张') ? '扫下一张' : '扫他的码');
      await colleague.settled();
    }
    expect(colleague.page().text()).toContain('收齐了，1 条');
    expect(await present(fairId, 2)).toHaveLength(2);
    expect(await checkInOf('worker02', fairId)).toMatchObject({ at: noon, deviceId: idOf(phone) });
  });
});

test('a device that moves to another gate keeps its queue and its counts, and each scan its own gate', async () => {
  const { phone, fairId, organizer } = await atGate();
  await loseNetwork(phone);
  for (const persona of ['worker01', 'worker02']) await scan(phone, await codeOf(persona));
  await phone.page().tap('西门');
  expect(phone.page().text()).toContain('西门签到');
  await phone.until('待传 2 条，最早 12:00');
  expect(await scan(phone, await codeOf('worker01'))).toContain('12:00 东门已经进过了');
  expect(await scan(phone, await codeOf('worker03'))).toContain('12:00 西门进场');
  phone.kill();
  await phone.launch(door, { fairId });
  await phone.until('西门签到');
  await phone.until('这台还有 3 条没传');
  phone.setOffline(false);
  await phone.until('都传上去了', 10_000);
  const rows = await present(fairId, 3);
  expect(rows.map((row) => row.gate).sort()).toEqual(['东门', '东门', '西门']);
  const board = await world.settled(
    () => organizer.call('reports.board', { fairId }),
    (said) => said.present === 3,
  );
  expect(board.byGate).toEqual(
    expect.arrayContaining([
      { gate: '东门', count: 2 },
      { gate: '西门', count: 1 },
    ]),
  );
  const [device] = (
    await world.settled(
      () => organizer.call('devices.list', { fairId }),
      (list) => list.items[0]?.gate === '西门' && list.items[0].queue === 0,
    )
  ).items;
  expect(device).toMatchObject({ deviceId: idOf(phone), gate: '西门', queue: 0 });
});

describe('a list on a device', () => {
  test('goes two hours after the fair from an app that nobody closes, and is not kept anew; what waits stays', async () => {
    const { phone, fairId } = await atGate();
    await loseNetwork(phone);
    await scan(phone, await codeOf('worker01'));
    await phone.page().tap('撤销');
    await scan(phone, await codeOf('worker02'));
    const waiting = kept(phone, 'outbox:');
    // the fair closes at 15:00
    world.clock.now = at(5 * 60 - 1);
    await phone.launch(door, { fairId });
    expect(kept(phone, 'gate-snapshot:')).toHaveLength(1);
    world.clock.now = at(5 * 60 + 1);
    await phone.launch(door, { fairId });
    expect([...kept(phone, 'gate-snapshot:'), ...kept(phone, 'gate-entries:')]).toEqual([]);
    expect(kept(phone, 'outbox:')).toEqual(waiting);
    phone.setOffline(false);
    await phone.until('都传上去了', 15_000);
    await phone.settled();
    expect(kept(phone, 'gate-snapshot:')).toEqual([]);
    expect(await checkInOf('worker02', fairId)).toMatchObject({ at: noon });
  });
});

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
    await scan(phone, await codeOf('worker03'));
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
    await scan(phone, await codeOf('worker04'));
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
    await scan(phone, await codeOf('worker05'));
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
    expect(kept(phone, 'outbox:')).toHaveLength(2);
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
    expect(own.page().text()).toContain('已记下，有网就上传');
    world.clock.now = at(5);
    own.setOffline(false);
    await own.until('已上传');
    await own.until('岩温');
    const evidence = async () => (await world.deps.attendance.find(ids[0] as never, fairId))?.evidence;
    expect(await evidence()).toEqual({ by: 'printed', gate: 'waiting', isLate: true });
    expect(await world.deps.attendance.find(ids[0] as never, fairId)).toMatchObject({ broughtBy: parent.session.workerId });

    await phone.launch(door, { fairId });
    expect(await scan(phone, await codeOf('worker01'))).toContain('门口确认了');
    await phone.page().tap('还有人一起来');
    await (await phone.until('岩温，自己签过，等门口确认')).tap('岩温，自己签过，等门口确认');
    await phone.page().tap('这 1 位进场');
    await phone.until('门口确认了');
    expect(await evidence()).toEqual({ by: 'printed', gate: 'confirmed', isLate: true });
    expect((await parent.call('attendance.companions', { fairId })).items.filter((one) => one.number)).toHaveLength(1);

    await phone.launch(door, { fairId });
    await phone.page().tap('扫出');
    await scan(phone, await codeOf('worker01'));
    await phone.page().tap('还有人一起出去');
    await (await phone.until('岩温')).tap('岩温');
    await phone.page().tap('这 1 位出去');
    await phone.until('都好了，回门口');
    expect(await world.deps.attendance.find(ids[0] as never, fairId)).toMatchObject({ isOut: true });
  });
});
