import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const home = 'tabs/home/index';
const later = '2026-02-07T04:40:00.000Z';
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

async function aFairWithGate(over: Parameters<World['anOpenFair']>[0] = {}) {
  const { fair, organizer } = await world.anOpenFair(over);
  return { fair, organizer, code: world.deps.codes.signAt('S', fair.fairId, 0) };
}

/** Check-ins that came through. */
const arrivedFrom = (phone: Phone) => phone.requests.filter((sent) => sent.path === '/check-ins' && sent.status !== undefined);
const presentAt = (fairId: string) => world.deps.attendance.roster(fairId as never);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Everybody on the fair's list, once the stream has brought them there. */
const listed = (fairId: string, count: number) =>
  world.settled(
    () => presentAt(fairId),
    (rows) => rows.length >= count,
  );

async function tappedOffline(persona: string, code: string): Promise<Phone> {
  const phone = phones.of(persona);
  const page = await phone.scanPoster(code);
  phone.setOffline(true);
  await page.tap('确认签到');
  return phone;
}

describe('a tap without network', () => {
  test('is kept, and the paper strip is offered in place of a number', async () => {
    const { code } = await aFairWithGate();
    const phone = await tappedOffline('worker01', code);
    expect(phone.page().route).toBe('areas/fairs/checked-in/index');
    expect(phone.page().text()).toContain('已记下，有网就上传');
    expect(phone.page().text()).toContain('12:00 到场，1 条待传，不用再点');
    expect(phone.page().text()).toContain('到门口领号码条，今天就用它');
    expect(arrivedFrom(phone)).toEqual([]);
  });

  test('goes up by itself when the network is back, once, with the time of the tap; the number appears', async () => {
    const { fair, code } = await aFairWithGate();
    const phone = await tappedOffline('worker02', code);
    world.clock.now = later;
    phone.setOffline(false);
    const page = await phone.until('已上传');
    expect(page.text()).toMatch(/^\d{4}$/m);
    expect(page.text()).toContain('12:00 到场，东门');
    expect(arrivedFrom(phone)).toHaveLength(1);
    const rows = await listed(fair.fairId, 1);
    expect(rows).toMatchObject([{ at: noon, gate: '东门' }]);
  });

  test('outlives the app being closed, and is sent at the next start', async () => {
    const { fair, code } = await aFairWithGate();
    const phone = await tappedOffline('worker03', code);
    phone.kill();
    await phone.launch(home);
    expect(phone.page().text()).toContain('已记下，有网就上传');
    expect(phone.page().text()).toContain('12:00 到场，不用再点');
    phone.kill();
    phone.setOffline(false);
    world.clock.now = later;
    await phone.launch(home);
    const page = await phone.until('签到已上传');
    const number = /您的号码 (\d{4})/.exec(page.text())?.[1] ?? '';
    await page.tap('看号码');
    expect(phone.page().text()).toContain('已上传');
    expect(phone.page().text()).toContain(number);
    expect(arrivedFrom(phone)).toHaveLength(1);
    expect(await listed(fair.fairId, 1)).toMatchObject([{ at: noon, number: Number(number) }]);
    await phone.launch(home);
    expect(phone.page().text()).not.toContain('签到已上传');
  });

  test('is not taken twice: a second scan shows that it waits', async () => {
    const { code } = await aFairWithGate();
    const phone = await tappedOffline('worker04', code);
    const page = await phone.scanPoster(code);
    expect(page.text()).toContain('已记下，有网就上传');
    expect(page.taps()).not.toContain('确认签到');
  });

  test('that the server took although its answer was lost is sent again and stays one check-in', async () => {
    const { fair, code } = await aFairWithGate();
    const phone = phones.of('worker05');
    const page = await phone.scanPoster(code);
    phone.loseReply('/check-ins');
    await page.tap('确认签到');
    expect(phone.page().text()).toContain('已记下，有网就上传');
    const after = await phone.until('已上传', 12_000);
    expect(after.text()).toContain('12:00 到场，东门');
    expect(arrivedFrom(phone)).toHaveLength(2);
    await wait(300);
    expect(await listed(fair.fairId, 1)).toHaveLength(1);
  });

  test('can be made from a code scanned inside the app, of a fair the phone has never loaded', async () => {
    const phone = phones.of('worker01');
    await phone.launch(home);
    const { fair, code } = await aFairWithGate({ title: '春风行动·会泽' });
    phone.setOffline(true);
    phone.hold(`https://q.example.cn/c/${code}`);
    await phone.page().tap('扫一扫');
    await phone.until('这是招聘会门口的码', 8000);
    await phone.page().tap('确认签到');
    expect(phone.page().text()).toContain('已记下，有网就上传');
    phone.setOffline(false);
    expect((await phone.until('已上传')).text()).toContain('12:00 到场，东门');
    expect(await listed(fair.fairId, 1)).toHaveLength(1);
  });

  test('shows the fair as the phone kept it, when it was in the list', async () => {
    const { code } = await aFairWithGate({ title: '春风行动·会泽' });
    const phone = phones.of('worker01');
    await phone.launch(home);
    phone.setOffline(true);
    phone.hold(code);
    await phone.page().tap('扫一扫');
    await phone.until('春风行动·会泽', 8000);
    await phone.page().tap('确认签到');
    expect(phone.page().text()).toContain('已记下，有网就上传');
  });

  test('that comes back refused is told on the first page, with the next step, until it has been read', async () => {
    const { fair, code, organizer } = await aFairWithGate();
    const phone = await tappedOffline('worker02', code);
    phone.kill();
    world.clock.now = '2026-02-18T04:00:00.000Z';
    phone.setOffline(false);
    await phone.launch(home);
    const page = await phone.until('手机时间不对');
    expect(page.text()).toContain('2月7日 12:00');
    expect(page.text()).toContain('自动时间');
    phone.kill();
    await phone.launch(home);
    expect(phone.page().text()).toContain('手机时间不对');
    await phone.page().tap('知道了');
    expect(phone.page().text()).not.toContain('手机时间不对');
    expect(arrivedFrom(phone)).toHaveLength(1);
    expect(organizer.session.acting.role).toBe('organizer');
    expect(await presentAt(fair.fairId)).toEqual([]);
  });
});

describe('a phone whose storage is full', () => {
  test('says that nothing was kept', async () => {
    const { code } = await aFairWithGate();
    const phone = phones.of('worker01');
    const page = await phone.scanPoster(code);
    phone.fillStorage(true);
    phone.setOffline(true);
    await page.tap('确认签到');
    expect(page.text()).toContain('手机存满了，没记下');
    expect(page.text()).toContain('到门口领一张号码条');
  });

  test('still checks in with network', async () => {
    const { code } = await aFairWithGate();
    const phone = phones.of('worker03');
    const page = await phone.scanPoster(code);
    phone.fillStorage(true);
    await page.tap('确认签到');
    expect(phone.page().text()).toContain('签到成功');
  });
});

test('what can no longer be read is told and not passed over', async () => {
  const phone = phones.of('worker04', { 'outbox:broken-0001': 'half a wri' });
  const page = await phone.launch(home);
  expect(page.text()).toContain('手机里有 1 条读不出来了');
  await page.tap('知道了');
  expect(page.text()).not.toContain('读不出来');
  expect(phone.storage.has('outbox:broken-0001')).toBe(false);
});
