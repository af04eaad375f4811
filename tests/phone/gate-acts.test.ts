import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { partsOf } from '@shanhai/shared/rules/relay.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { deviceOf, gateIn, keysOf, loseNetwork, scanAtGate } from '../support/gate-in-hand.ts';
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

const at = (minutes: number): string => afterMinutes(noon, minutes);
const { atGate, codeOf, checkInOf, present } = gateIn(() => world, phones);

describe('a device that is out of service', () => {
  const sentence = '这台设备停用了';

  async function revoked() {
    const open = await atGate({ countsExits: true, capacity: 3 });
    const { phone, fairId, organizer } = open;
    await scanAtGate(phone, await codeOf('worker01'));
    await world.settled(
      () => organizer.call('devices.list', { fairId }),
      (list) => list.items.some((one) => one.deviceId === deviceOf(phone)),
    );
    // a list that counts whom the gate has let in
    await present(fairId, 1);
    await loseNetwork(phone);
    await scanAtGate(phone, await codeOf('worker02'));
    await organizer.call('devices.revoke', { fairId, deviceId: deviceOf(phone), reason: '换人了' });
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
    const queue = keysOf(phone, 'outbox:');
    for (const isOffline of [false, true]) {
      if (isOffline) await loseNetwork(phone);
      await phone.page().tap('撤销');
      await phone.page().tap('扫进');
      expect(await scanAtGate(phone, await codeOf('worker03'))).toContain(sentence);
      await phone.page().tap('扫出');
      expect(await scanAtGate(phone, await codeOf('worker01'))).toContain(sentence);
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
    expect(keysOf(phone, 'outbox:')).toEqual(queue);
    expect(await present(fairId, 1)).toHaveLength(1);
    // a supervisor's word does not open it either
    const said = { fairId, deviceId: deviceOf(phone), gate: '东门', override: '家里人在里面' };
    const code = await codeOf('worker03');
    const ids = { fairId, deviceId: deviceOf(phone) };
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
    await scanAtGate(phone, await codeOf('worker04'));
    const deed = JSON.parse(phone.storage.get(keysOf(phone, 'outbox:')[0] ?? '') ?? '{}') as { nonce: string; happenedAt: string; payload: { act: object } };
    await phone.launch('areas/gate/hand-over/index', { fairId });
    expect(phone.page().text()).toContain('这台没传的 1 条');
    const parts = partsOf({ fairId, from: deviceOf(phone), actions: [{ ...deed.payload.act, nonce: deed.nonce, happenedAt: deed.happenedAt } as never] });
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
    expect(await checkInOf('worker02', fairId)).toMatchObject({ at: noon, deviceId: deviceOf(phone) });
  });
});

test('a device that moves to another gate keeps its queue and its counts, and each scan its own gate', async () => {
  const { phone, fairId, organizer } = await atGate();
  await loseNetwork(phone);
  for (const persona of ['worker01', 'worker02']) await scanAtGate(phone, await codeOf(persona));
  await phone.page().tap('西门');
  expect(phone.page().text()).toContain('西门签到');
  await phone.until('待传 2 条，最早 12:00');
  expect(await scanAtGate(phone, await codeOf('worker01'))).toContain('12:00 东门已经进过了');
  expect(await scanAtGate(phone, await codeOf('worker03'))).toContain('12:00 西门进场');
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
  expect(device).toMatchObject({ deviceId: deviceOf(phone), gate: '西门', queue: 0 });
});

describe('a list on a device', () => {
  test('goes two hours after the fair from an app that nobody closes, and is not kept anew; what waits stays', async () => {
    const { phone, fairId } = await atGate();
    await loseNetwork(phone);
    await scanAtGate(phone, await codeOf('worker01'));
    await phone.page().tap('撤销');
    await scanAtGate(phone, await codeOf('worker02'));
    const waiting = keysOf(phone, 'outbox:');
    // the fair closes at 15:00
    world.clock.now = at(5 * 60 - 1);
    await phone.launch(door, { fairId });
    expect(keysOf(phone, 'gate-snapshot:')).toHaveLength(1);
    world.clock.now = at(5 * 60 + 1);
    await phone.launch(door, { fairId });
    expect([...keysOf(phone, 'gate-snapshot:'), ...keysOf(phone, 'gate-entries:')]).toEqual([]);
    expect(keysOf(phone, 'outbox:')).toEqual(waiting);
    phone.setOffline(false);
    await phone.until('都传上去了', 15_000);
    await phone.settled();
    expect(keysOf(phone, 'gate-snapshot:')).toEqual([]);
    expect(await checkInOf('worker02', fairId)).toMatchObject({ at: noon });
  });

  test('takes with it what was sent while no gate was in front', async () => {
    const { phone, fairId } = await atGate();
    await loseNetwork(phone);
    await scanAtGate(phone, await codeOf('worker03'));
    await phone.launch('tabs/home/index');
    phone.setOffline(false);
    await world.settled(
      () => checkInOf('worker03', fairId),
      (checkIn) => checkIn !== undefined,
    );
    await phone.settled();
    expect(keysOf(phone, 'outbox:')).toHaveLength(1);
    world.clock.now = at(5 * 60 + 1);
    await phone.launch('tabs/home/index');
    expect([...keysOf(phone, 'gate-snapshot:'), ...keysOf(phone, 'outbox:')]).toEqual([]);
  });
});

test('a steward who was taken off the list keeps what the phone holds, and it goes up when they are back', async () => {
  const { fair, organizer } = await world.anOpenFair();
  const { fairId } = fair;
  const person = await world.signIn('worker05');
  const { workerId } = person.session;
  const add = () => organizer.call('stewards.add', { fairId, code: world.deps.codes.sign('P', workerId), name: '周敏', duty: 'steward' });
  await add();
  const phone = phones.of('worker05', { session: await person.call('identity.act', { role: 'steward', scope: fairId }) });
  await phone.launch(door, { fairId });
  await phone.until('名单 12:00 版');
  await loseNetwork(phone);
  await scanAtGate(phone, await codeOf('worker02'));
  await organizer.call('stewards.remove', { fairId, workerId });
  phone.setOffline(false);
  await world.settled(
    () => Promise.resolve(phone.requests.filter((sent) => sent.path.endsWith('/gate/uploads') && sent.status === 403).length),
    (refused) => refused > 0,
  );
  await phone.settled();
  const [kept] = keysOf(phone, 'outbox:').map((key) => JSON.parse(phone.storage.get(key) ?? '{}') as { state: string });
  expect(kept?.state).toBe('waiting');
  await add();
  await phone.launch(door, { fairId });
  await phone.until('都传上去了', 15_000);
  expect(await checkInOf('worker02', fairId)).toMatchObject({ at: noon });
});

test('who comes back in is not taken back by mistake: that is for the check-in only', async () => {
  const { phone, fairId } = await atGate({ countsExits: true });
  const code = await codeOf('worker05');
  expect(await scanAtGate(phone, code)).toContain('撤销');
  await phone.page().tap('扫出');
  world.clock.now = at(2);
  expect(await scanAtGate(phone, code)).toContain('出去了，号码留着，回来再扫');
  await phone.page().tap('扫进');
  world.clock.now = at(4);
  const back = await scanAtGate(phone, code);
  expect(back).toContain('回来了，再次进场');
  expect(back).not.toContain('撤销');
  expect(await checkInOf('worker05', fairId)).toMatchObject({ at: noon, isOut: false });
});
