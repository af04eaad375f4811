import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { partsOf } from '@shanhai/shared/rules/relay.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const door = 'areas/gate/door/index';
const handOver = 'areas/gate/hand-over/index';
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

type Open = Awaited<ReturnType<World['anOpenFair']>>;

async function atGate({ fair, organizer }: Open): Promise<Phone> {
  const phone = phones.of('organizer01', { session: organizer.session });
  await phone.launch(door, { fairId: fair.fairId });
  await phone.until('名单 12:00 版');
  return phone;
}
async function scan(phone: Phone, code: string): Promise<string> {
  phone.hold(code);
  await phone.page().tap('扫号码条或手机上的码');
  return phone.page().text();
}
const codeOf = async (persona: string): Promise<string> => world.deps.codes.sign('P', (await world.signIn(persona)).session.workerId);
const kept = (phone: Phone, start: string): string[] => [...phone.storage].filter(([key]) => key.startsWith(start)).map(([, text]) => text);

/** What the giver shows, as a camera reads it: the codes of its own queue. */
function shownBy(phone: Phone, fairId: string): string[] {
  const deeds = kept(phone, 'outbox:').map(
    (text) => JSON.parse(text) as { nonce: string; seq: number; happenedAt: string; payload: { act: { kind: string } } },
  );
  const actions = deeds.sort((a, b) => a.seq - b.seq).map(({ nonce, happenedAt, payload: { act } }) => ({ ...act, nonce, happenedAt }));
  return partsOf({ fairId, from: idOf(phone), actions });
}
async function read(phone: Phone, text: string): Promise<string> {
  phone.hold(text);
  await phone.page().tap(phone.page().text().includes('扫下一张') ? '扫下一张' : '扫他的码');
  await phone.settled();
  return phone.page().text();
}

const idOf = (phone: Phone): string => JSON.parse(phone.storage.get('device') ?? '""') as string;

/** What the server kept of an action of this phone's queue. */
async function firstDone(phone: Phone, fairId: FairId) {
  const { nonce } = JSON.parse(kept(phone, 'outbox:')[0] ?? '{}') as { nonce: string };
  return (await world.deps.attendance.doneActions(fairId, [nonce])).get(nonce);
}

/** The taker says its six digits, the giver types a wrong number first. */
async function receipt(giver: Phone, taker: Phone): Promise<void> {
  const digits = /收条，给他看\s*(\d{6})/.exec(taker.page().text())?.[1] ?? '';
  await giver.page().type('或输收条上的六个数', digits === '000000' ? '000001' : '000000');
  await giver.page().tap('他收到了');
  expect(giver.page().text()).toContain('不是这一份的收条');
  await giver.page().type('或输收条上的六个数', digits);
  await giver.page().tap('他收到了');
}

describe('a device without network', () => {
  test('hands its queue to another by codes in any order, and everybody is in once', async () => {
    const open = await world.anOpenFair();
    const { fairId } = open.fair;
    const { from } = await world.printedStrips(fairId, 5);
    const [giver, taker] = [await atGate(open), await atGate(open)];
    giver.setOffline(true);
    await giver.until('没网，照常用');
    for (const persona of ['worker01', 'worker02', 'worker03', 'worker04']) await scan(giver, await codeOf(persona));
    await scan(giver, world.deps.codes.signAt('N', fairId, from));
    await giver.page().type('姓名', '岩温香');
    await giver.page().tap('已当面说清，本人同意登记');
    await giver.page().tap('登记，发');
    await giver.settled();
    expect(kept(giver, 'outbox:')).toHaveLength(5);
    expect(kept(giver, 'outbox:').join()).not.toMatch(/岩温香|\\u5ca9/);

    await giver.launch(handOver, { fairId });
    expect(giver.page().text()).toContain('这台没传的 5 条');
    const parts = shownBy(giver, fairId);
    expect(giver.page().text()).toContain(`共 ${parts.length} 张`);
    await taker.launch(handOver, { fairId });
    await taker.page().tap('收同事的');
    expect(await read(taker, [...parts].reverse()[0] ?? '')).toContain(`还差 ${parts.length - 1} 张`);
    await read(taker, world.deps.codes.signAt('N', fairId, from));
    await read(taker, partsOf({ fairId, from: 'device-other', actions: [] })[0] ?? '');
    expect(taker.page().text()).toContain(`还差 ${parts.length - 1} 张`);
    for (const part of [...parts].reverse()) await read(taker, part);
    expect(taker.page().text()).toContain('收齐了，5 条');

    await receipt(giver, taker);
    expect(giver.page().text()).toContain('交出去 5 条');

    const rows = await world.settled(
      () => world.deps.attendance.roster(fairId),
      (all) => all.length === 5,
    );
    expect(rows.find((row) => row.number === from)?.name).toBe('岩温香');
    expect(await firstDone(giver, fairId)).toMatchObject({ deviceId: idOf(giver), broughtBy: idOf(taker) });

    // the giver finds a network after all: what it sends is answered, and adds nobody
    giver.setOffline(false);
    await giver.launch(door, { fairId });
    await giver.until('没网的手机，用码交过来', 15_000);
    expect(giver.requests.some((sent) => sent.path.endsWith('/gate/uploads') && sent.status === 200)).toBe(true);
    expect(await world.deps.attendance.roster(fairId)).toHaveLength(5);
  });
});

describe('a device that is revoked', () => {
  test('says so in plain words, keeps what it has, and sends it when it is given back', async () => {
    const open = await world.anOpenFair();
    const { fairId } = open.fair;
    const phone = await atGate(open);
    const deviceId = idOf(phone);
    await world.settled(
      () => open.organizer.call('devices.list', { fairId }),
      (list) => list.items.some((one) => one.appVersion !== ''),
    );
    phone.setOffline(true);
    await phone.until('没网，照常用');
    await scan(phone, await codeOf('worker01'));
    await open.organizer.call('devices.revoke', { fairId, deviceId, reason: '手机丢了' });
    world.clock.now = '2026-02-07T04:00:10.000Z';
    phone.setOffline(false);
    await phone.launch(door, { fairId });
    await phone.until('这台设备停用了', 10_000);
    expect(phone.page().text()).toContain('没传的 1 条还在这台上，没丢');
    expect(kept(phone, 'outbox:')).toHaveLength(1);
    expect(await world.deps.attendance.roster(fairId)).toEqual([]);
    await open.organizer.call('devices.restore', { fairId, deviceId });
    world.clock.now = '2026-02-07T04:00:20.000Z';
    await phone.launch(door, { fairId });
    await phone.until('都传上去了', 15_000);
    expect(
      await world.settled(
        () => world.deps.attendance.roster(fairId),
        (rows) => rows.length === 1,
      ),
    ).toHaveLength(1);
  });
});

describe('a screen with the changing code', () => {
  const screen = 'areas/gate/screen/index';
  test('goes on without network, its key closed, and goes dark when it hears that it is revoked', async () => {
    const { organizer, fair } = await world.anOpenFair();
    const { fairId } = fair;
    const { key } = await organizer.call('fairs.screenKey', { fairId });
    const phone = phones.of('organizer01', { session: organizer.session });
    await phone.launch(screen, { fairId });
    await phone.until('秒后换');
    await phone.settled();
    expect(kept(phone, 'gate-screen-key:')).toHaveLength(1);
    expect([...phone.storage.values()].join()).not.toContain(key);
    phone.setOffline(true);
    phone.kill();
    await phone.launch(screen, { fairId });
    await phone.until('没网也照常换', 10_000);
    await organizer.call('devices.revoke', { fairId, deviceId: idOf(phone), reason: '手机丢了' });
    world.clock.now = '2026-02-07T04:00:10.000Z';
    phone.setOffline(false);
    await phone.launch(screen, { fairId });
    await phone.until('这台设备停用了', 10_000);
    expect(phone.page().text()).not.toContain('秒后换');
    expect(kept(phone, 'gate-screen')).toEqual([]);
  });
});

test('before opening a device has one lamp; at the end of its work its list goes', async () => {
  const open = await world.anOpenFair();
  const { fairId } = open.fair;
  const phone = await atGate(open);
  await phone.launch('areas/gate/ready/index', { fairId });
  await phone.until('能用，看看黄的');
  expect(phone.page().text()).toContain('扫码没试过');
  phone.hold(world.deps.codes.signAt('N', fairId, 1));
  await phone.page().tap('试扫一下');
  await phone.until('可以开门');
  expect(phone.page().text()).toContain('电量 80%');
  const { items } = await world.settled(
    () => open.organizer.call('devices.list', { fairId }),
    (list) => list.items[0]?.lamp?.state === 'ok',
  );
  expect(items).toMatchObject([{ lamp: { state: 'ok', open: [] }, queue: 0, gate: '东门' }]);
  await phone.page().tap('这台收工，删掉名单');
  await phone.settled();
  expect(kept(phone, 'gate-snapshot:')).toEqual([]);
  expect((await open.organizer.call('devices.list', { fairId })).items[0]).toHaveProperty('doneAt');
});
