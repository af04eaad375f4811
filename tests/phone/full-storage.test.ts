import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { partsOf } from '@shanhai/shared/rules/relay.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const door = 'areas/gate/door/index';
const full = '手机存满了，没记下';
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

const idOf = async (persona: string) => (await world.signIn(persona)).session.workerId;
const checkInOf = async (persona: string, fairId: FairId) => world.deps.attendance.find(await idOf(persona), fairId);
const outbox = (phone: Phone): string[] => [...phone.storage.keys()].filter((key) => key.startsWith('outbox:'));

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
const codeOf = async (persona: string): Promise<string> => world.deps.codes.sign('P', await idOf(persona));
async function register(phone: Phone, fairId: FairId, number: number, name: string): Promise<string> {
  await scan(phone, world.deps.codes.signAt('N', fairId, number));
  await phone.page().type('姓名', name);
  await phone.page().tap('已当面说清，本人同意登记');
  await phone.page().tap('登记，发');
  return phone.page().text();
}
async function loseNetwork(phone: Phone): Promise<void> {
  phone.setOffline(true);
  await phone.until('没网，照常用');
}

describe('a worker’s phone that is full', () => {
  test('from the start signs in and checks in all the same', async () => {
    const { fair } = await world.anOpenFair();
    const phone = phones.of('worker01');
    phone.fillStorage(true);
    const page = await phone.scanPoster(world.deps.codes.signAt('S', fair.fairId, 0));
    await page.tap('确认签到');
    expect(phone.page().text()).toMatch(/^\d{4}$/m);
    expect(await checkInOf('worker01', fair.fairId)).toBeDefined();
  });

  test('when the answer to a kept tap comes is told its number, and sends it once', async () => {
    const { fair } = await world.anOpenFair();
    const phone = phones.of('worker02');
    const page = await phone.scanPoster(world.deps.codes.signAt('S', fair.fairId, 0));
    phone.setOffline(true);
    await page.tap('确认签到');
    phone.fillStorage(true);
    phone.setOffline(false);
    expect((await phone.until('已上传')).text()).toMatch(/^\d{4}$/m);
    expect(phone.requests.filter((sent) => sent.path === '/check-ins' && sent.status === 200)).toHaveLength(1);
  });
});

describe('a gate’s device that is full, with network', () => {
  test('shows the number of whom it scans, registers and takes back, for the server has it', async () => {
    const { phone, fairId, from } = await atGate();
    phone.fillStorage(true);
    expect(await scan(phone, await codeOf('worker01'))).toContain('12:00 东门进场');
    expect(await checkInOf('worker01', fairId)).toBeDefined();
    expect(await register(phone, fairId, from, '岩温')).toContain('岩温登记好了，把条给他');
    await phone.page().tap('撤销');
    await world.settled(
      () => world.deps.attendance.carrierOf(fairId, from),
      (row) => row === undefined,
    );
  });
});

describe('a gate’s device that is full, without network', () => {
  test('says of a scan, a registration and a taking back that nothing was kept, and nothing was', async () => {
    const { phone, fairId, from } = await atGate();
    await loseNetwork(phone);
    await scan(phone, await codeOf('worker01'));
    const before = outbox(phone);
    phone.fillStorage(true);
    await phone.page().tap('撤销');
    await phone.until(full);
    expect(phone.page().text()).not.toContain('撤了');
    expect(await scan(phone, await codeOf('worker02'))).toContain(full);
    expect(phone.page().text()).toContain('腾点地方再扫，或先记在纸上');
    expect(await register(phone, fairId, from, '玉香')).toContain(`${full}，先记在纸上`);
    expect(outbox(phone)).toEqual(before);
    phone.fillStorage(false);
    await phone.page().tap('登记，发');
    expect(phone.page().text()).toContain('玉香登记好了，记在本机');
  });

  test('still says why somebody is not let in', async () => {
    const { phone } = await atGate();
    await loseNetwork(phone);
    phone.fillStorage(true);
    expect(await scan(phone, '9998')).toContain('没有 9998 这个号');
  });

  test('says of somebody going out that nothing was kept', async () => {
    const { phone, fairId } = await atGate({ countsExits: true });
    await scan(phone, await codeOf('worker03'));
    await loseNetwork(phone);
    await phone.page().tap('扫出');
    phone.fillStorage(true);
    expect(await scan(phone, await codeOf('worker03'))).toContain(full);
    expect(outbox(phone)).toEqual([]);
    phone.fillStorage(false);
    expect(await scan(phone, await codeOf('worker03'))).toContain('出去了，已记在本机');
    expect((await checkInOf('worker03', fairId))?.isOut).toBeUndefined();
  });

  test('sends what waits when the network is back, although it cannot write down that it did', async () => {
    const { phone, fairId } = await atGate();
    await loseNetwork(phone);
    for (const persona of ['worker01', 'worker02', 'worker03']) await scan(phone, await codeOf(persona));
    phone.fillStorage(true);
    phone.setOffline(false);
    await phone.until('都传上去了', 10_000);
    expect(phone.requests.filter((sent) => sent.path.endsWith('/gate/uploads') && sent.status === 200)).toHaveLength(1);
    for (const persona of ['worker01', 'worker02', 'worker03']) expect(await checkInOf(persona, fairId)).toBeDefined();
  });

  test('takes over nothing of a colleague’s queue, says so, and takes it once there is room', async () => {
    const { phone, fairId } = await atGate();
    const happenedAt = noon;
    const actions = await Promise.all(
      ['worker04', 'worker05'].map(async (persona, i) => ({
        kind: 'scan' as const,
        nonce: `handed-${i}-00001`,
        gate: '西门',
        happenedAt,
        code: await codeOf(persona),
      })),
    );
    const parts = partsOf({ fairId, from: 'device-colleague', actions });
    await phone.launch('areas/gate/hand-over/index', { fairId });
    await phone.page().tap('收同事的');
    const readAll = async (): Promise<string> => {
      for (const part of parts) {
        phone.hold(part);
        await phone.page().tap(phone.page().text().includes('扫下一张') ? '扫下一张' : '扫他的码');
        await phone.settled();
      }
      return phone.page().text();
    };
    phone.fillStorage(true);
    const said = await readAll();
    expect(said).toContain(full);
    expect(said).not.toContain('收条');
    expect(outbox(phone)).toEqual([]);
    phone.fillStorage(false);
    expect(await readAll()).toContain('收齐了，2 条');
    await world.settled(
      () => checkInOf('worker05', fairId),
      (found) => found !== undefined,
    );
    expect(await checkInOf('worker04', fairId)).toMatchObject({ deviceId: 'device-colleague', gate: '西门' });
  });
});
