import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPairing, noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const door = 'areas/gate/door/index';
const strips = 20;
let world: World;
const phones = phonesIn(() => world);

beforeAll(async () => {
  world = await startWorld();
  await world.deps.pairings.putAll([aPairing]);
});
beforeEach(() => {
  world.clock.now = noon;
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

/** A gate's device that has loaded its list and then lost the network. */
async function gateWithoutNetwork() {
  const { fair, organizer } = await world.anOpenFair();
  const { from } = await world.printedStrips(fair.fairId, strips);
  const phone = phones.of('organizer01', { session: organizer.session });
  await phone.launch(door, { fairId: fair.fairId });
  await phone.until('名单 12:00 版');
  expect(phone.page().text()).toContain('有网');
  phone.setOffline(true);
  await phone.until('没网，照常用');
  return { fair, organizer, phone, from };
}

const codeOf = async (persona: string): Promise<string> => world.deps.codes.sign('P', (await world.signIn(persona)).session.workerId);

async function scan(phone: Phone, code: string): Promise<string> {
  phone.hold(code);
  await phone.page().tap('扫号码条或手机上的码');
  return phone.page().text();
}

async function registerStrip(phone: Phone, fairId: FairId, number: number, name: string): Promise<void> {
  await scan(phone, world.deps.codes.signAt('N', fairId, number));
  expect(phone.page().route).toBe('areas/gate/walk-in/index');
  await phone.page().type('姓名', name);
  await phone.page().tap('已当面说清，本人同意登记');
  await phone.page().tap('登记，发');
}

const uploadsOf = (phone: Phone) => phone.requests.filter((sent) => sent.path.endsWith('/gate/uploads') && sent.status === 200);
const nobodyMore = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));
/** Who is in by the server's list, once nothing moves any more. */
async function presentAt(fairId: FairId, count: number) {
  await world.settled(
    () => world.deps.attendance.roster(fairId),
    (rows) => rows.length === count,
  );
  await nobodyMore();
  return world.deps.attendance.roster(fairId);
}

describe('a gate without network', () => {
  test('scans, registers and takes back as always, is closed and opened, and everything goes up once', async () => {
    const { fair, phone, from } = await gateWithoutNetwork();
    for (const persona of ['worker01', 'worker02', 'worker03', 'worker04', 'worker05'])
      expect(await scan(phone, await codeOf(persona))).toContain('已记在本机');
    await phone.page().tap('撤销');
    expect(phone.page().text()).toContain('撤了，这次不算进场');
    expect(await scan(phone, await codeOf('worker01'))).toContain('12:00 东门已经进过了');
    await registerStrip(phone, fair.fairId, from, '岩温');
    expect(phone.page().text()).toContain('岩温登记好了，记在本机，把条给他');
    phone.kill();
    await phone.launch(door, { fairId: fair.fairId });
    await phone.until('待传 7 条，最早 12:00');
    expect(phone.page().text()).toContain('这台还有 7 条没传');
    expect(uploadsOf(phone)).toEqual([]);
    world.clock.now = '2026-02-07T04:45:00.000Z';
    phone.setOffline(false);
    await phone.until('都传上去了', 10_000);
    expect(uploadsOf(phone)).toHaveLength(1);
    const rows = await presentAt(fair.fairId, 5);
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => row.at === noon && row.gate === '东门')).toBe(true);
    expect(rows.find((row) => row.number === from)?.name).toBe('岩温');
    await phone.until('有网', 10_000);
    // staff sessions last half an hour: this one ended during the outage, and the work goes on in the same role
    expect(JSON.parse(phone.storage.get('session') ?? '').acting).toMatchObject({ role: 'organizer', scope: '530324' });
  });

  test('whose upload was taken although the answer was lost sends it again, and nobody is counted twice', async () => {
    const { fair, phone, from } = await gateWithoutNetwork();
    await scan(phone, await codeOf('worker01'));
    await registerStrip(phone, fair.fairId, from, '玉香');
    phone.loseReply(`/fairs/${fair.fairId}/gate/uploads`);
    phone.setOffline(false);
    await phone.launch(door, { fairId: fair.fairId });
    await phone.until('都传上去了', 15_000);
    expect(uploadsOf(phone)).toHaveLength(2);
    expect(await presentAt(fair.fairId, 2)).toHaveLength(2);
  });

  test('refuses what is not of this fair by the same rules, and the server counts it later', async () => {
    const { fair, phone, organizer } = await gateWithoutNetwork();
    const other = await world.anOpenFair();
    expect(await scan(phone, world.deps.codes.signAt('N', other.fair.fairId, 1))).toContain('不是今天这场的');
    expect(await scan(phone, '9998')).toContain('没有 9998 这个号');
    phone.setOffline(false);
    await phone.until('都传上去了', 10_000);
    const { byReason } = await world.settled(
      () => organizer.call('attendance.refusals', { fairId: fair.fairId }),
      (said) => said.byReason.length === 2,
    );
    expect(byReason.map((one) => one.code).sort()).toEqual(['number_unknown', 'wrong_fair']);
  });

  test('keeps what the server did not take, with its reason, until somebody has seen to it', async () => {
    const { fair, phone } = await gateWithoutNetwork();
    const genuine = await codeOf('worker02');
    await scan(phone, `${genuine.slice(0, -1)}${genuine.endsWith('A') ? 'B' : 'A'}`);
    phone.setOffline(false);
    await phone.until('本机有 1 条没传成', 10_000);
    phone.kill();
    await phone.launch('areas/gate/refusals/index', { fairId: fair.fairId });
    const page = await phone.until('本机没传成的');
    expect(page.text()).toContain('12:00 扫码进场');
    expect(page.text()).toContain('这张码不对');
    await page.tap('处理好了');
    expect(phone.page().text()).not.toContain('本机没传成的');
  });

  test('asks who has no phone whether the paired bureaus may help, and writes down the yes that was said', async () => {
    const { fair, phone, from } = await gateWithoutNetwork();
    await scan(phone, world.deps.codes.signAt('N', fair.fairId, from));
    await phone.page().type('姓名', '岩温');
    expect(phone.page().text()).not.toContain('亲口说好');
    await phone.page().tap('板桥镇');
    expect(phone.page().text()).toContain('念给他听');
    await phone.page().tap('让宝山区人社局、上海市人社局也帮着找，他亲口说好');
    await phone.page().tap('已当面说清，本人同意登记');
    await phone.page().tap('登记，发');
    phone.setOffline(false);
    const [row] = await presentAt(fair.fairId, 1);
    expect(row?.workerId && (await world.deps.workers.get(row.workerId)).sharedWith).toEqual(['310113', '310000']);
  });

  test('finds somebody by number, for no names are on the device', async () => {
    const { fair, phone, from } = await gateWithoutNetwork();
    await registerStrip(phone, fair.fairId, from, '岩温');
    expect([...phone.storage].filter(([key]) => key.startsWith('gate-snapshot:')).map(([, text]) => text.includes('岩温'))).toEqual([false]);
    await phone.launch('areas/gate/people/index', { fairId: fair.fairId });
    await phone.page().type('号码', String(from));
    await phone.page().tap('查');
    expect(phone.page().text()).toContain('只能按号码查');
    expect(phone.page().text()).toContain('12:00 东门进场');
  });

  test('with a full storage says that nothing was kept', async () => {
    const { phone } = await gateWithoutNetwork();
    phone.fillStorage(true);
    expect(await scan(phone, await codeOf('worker03'))).toContain('手机存满了，没记下');
  });
});

test('the operator can work alone by choice; with another role the list is gone from the phone', async () => {
  const { fair, organizer } = await world.anOpenFair();
  const phone = phones.of('organizer01', { session: organizer.session });
  await phone.launch(door, { fairId: fair.fairId });
  await phone.until('名单 12:00 版');
  await phone.page().tap('没网模式');
  expect(phone.page().text()).toContain('没网，照常用');
  const before = phone.requests.length;
  await scan(phone, await codeOf('worker04'));
  // there is a network all the same: what was kept goes up at once, and its number stands where it was waited for
  await phone.until('东门进场');
  expect(phone.page().text()).toContain('0001');
  expect(phone.requests.slice(before).some((sent) => sent.path.endsWith('/gate/scan'))).toBe(false);
  expect(await presentAt(fair.fairId, 1)).toHaveLength(1);
  await phone.page().tap('没网模式');
  await phone.until('有网');
  const lists = () => [...phone.storage.keys()].filter((key) => key.startsWith('gate-snapshot:'));
  expect(lists()).toHaveLength(1);
  await phone.launch('tabs/me/index');
  await phone.page().tap('找工作');
  await phone.settled();
  expect(lists()).toEqual([]);
});
