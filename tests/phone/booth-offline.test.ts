import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { aWorker } from '../support/people.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const page = 'areas/cards/booth/index';
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

/** A booth's device that has loaded its cards and then lost the network: one card of a phone, one strip that was not asked yet. */
async function boothWithoutNetwork() {
  const open = await world.anOpenFair();
  const place = { fairId: open.fair.fairId, boothNo: open.booth.boothNo };
  const { from: strip } = await world.printedStrips(place.fairId, 10);
  const gate = aGateDevice(world, open.organizer, place.fairId, 'device-gate-01');
  await gate.send(gate.walkIn(strip, noon, { name: '岩罕' }));
  const worker = aWorker(world, 700);
  const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', place.fairId, 0), deviceId: 'device-0001' });
  const consent = { employerId: open.employerId, version: '2026-11' };
  await worker.call('cards.leave', { ...place, name: '杨桂兰', phone: '12066600001', trades: [], consent });
  await world.settled(
    () => open.recruiter.call('cards.atBooth', place),
    ({ items }) => items.length === 1,
  );
  const phone = phones.of('recruiter01', { session: open.recruiter.session });
  const asked = { fairId: place.fairId, boothNo: String(place.boothNo) };
  await phone.launch(page, asked);
  await phone.until('名片 12:00 版');
  phone.setOffline(true);
  await phone.until('没网，照常用');
  const cardOf = async (which: number) => (await open.recruiter.call('cards.find', { ...place, number: which })).card;
  return { ...open, place, asked, phone, strip, number, worker, cardOf };
}

async function type(phone: Phone, number: number): Promise<string> {
  for (const digit of spokenNumber(number)) await phone.page().tap(digit);
  return phone.page().text();
}
const uploadsOf = (phone: Phone) => phone.requests.filter((sent) => sent.path.includes('/booths/') && sent.path.endsWith('/uploads') && sent.status === 200);

describe('a booth without network', () => {
  test('finds, asks aloud and answers as always, is closed and opened, and everything goes up once', async () => {
    const { phone, asked, number, strip, cardOf } = await boothWithoutNetwork();
    expect(await type(phone, number)).toContain('杨桂兰');
    await phone.page().tap('要你');
    expect(phone.page().text()).toContain(`${spokenNumber(number)} 要你，已记下`);
    expect(await type(phone, strip)).toContain('还没同意给您看名片');
    await phone.page().tap('当面问过，本人同意');
    await phone.page().tap('记下，看名片');
    expect(phone.page().text()).toContain('名字、电话不存在本机');
    await phone.page().tap('再谈');
    expect([...phone.storage.values()].filter((text) => text.includes('杨桂兰') || text.includes('12066600001'))).toEqual([]);
    phone.kill();
    await phone.launch(page, asked);
    await phone.until('待传 3 条，最早 12:00');
    expect(await type(phone, number)).toContain('名字、电话不存在本机');
    await phone
      .page()
      .tap('先见下一位')
      .catch(() => phone.launch(page, asked));
    world.clock.now = '2026-02-07T04:20:00.000Z';
    phone.setOffline(false);
    await phone.until('都传上去了', 20_000);
    expect(uploadsOf(phone)).toHaveLength(1);
    expect(await cardOf(number)).toMatchObject({ answer: 'want', answeredAt: noon });
    const spoken = await world.settled(
      () => cardOf(strip),
      (card) => card?.answer !== undefined,
    );
    expect(spoken).toMatchObject({ name: '岩罕', answer: 'talk', spokenConsent: true, leftAt: noon });
  });

  test('keeps an answer to a card taken back meanwhile until somebody has read why it was refused', async () => {
    const { phone, asked, place, number, worker, cardOf } = await boothWithoutNetwork();
    await type(phone, number);
    await phone.page().tap('要你');
    await worker.call('cards.withdraw', place);
    phone.setOffline(false);
    await phone.until('本机没传成的', 10_000);
    phone.kill();
    await phone.launch(page, asked);
    const text = (await phone.until('本机没传成的')).text();
    expect(text).toContain(`12:00 ${spokenNumber(number)} 要你`);
    expect(text).toContain('本人已经把名片收回');
    await phone.page().tap('处理好了');
    expect(phone.page().text()).not.toContain('本机没传成的');
    expect(await cardOf(number)).toBeUndefined();
  });

  test('refuses by the same rules, and with a full storage says that nothing was kept', async () => {
    const { phone, number } = await boothWithoutNetwork();
    phone.hold('https://q.example.cn/menu');
    await phone.page().tap('扫对方的码');
    expect(phone.page().text()).toContain('这张码不对');
    phone.fillStorage(true);
    await type(phone, number);
    expect(phone.page().text()).toContain('手机存满了，没记下');
    expect(phone.page().text()).not.toContain('已记下');
  });
});
