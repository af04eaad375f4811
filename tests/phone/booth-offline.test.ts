import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { partsOf } from '@shanhai/shared/rules/relay.ts';
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
    await phone.launch(page, asked);
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

  test('closes what was written about a person before it is kept, and the person reads it in the end', async () => {
    const { phone, number, cardOf } = await boothWithoutNetwork();
    await type(phone, number);
    await phone.page().tap('写一句');
    await phone.page().type('写一句', '周一八点来厂里');
    await phone.page().tap('要你');
    expect(phone.page().text()).toContain(`${spokenNumber(number)} 要你，已记下`);
    const kept = [...phone.storage.values()].join();
    expect(kept).toContain('"sealed"');
    expect(kept).not.toMatch(/周一八点|\\u5468\\u4e00/);
    phone.setOffline(false);
    await phone.until('都传上去了', 20_000);
    expect(await cardOf(number)).toMatchObject({ answer: 'want', note: '周一八点来厂里' });
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

const idOf = (phone: Phone): string => JSON.parse(phone.storage.get('device') ?? '""') as string;
const keptOf = (phone: Phone, start: string): string[] => [...phone.storage].filter(([key]) => key.startsWith(start)).map(([, text]) => text);
async function listed({ organizer, fair: { fairId } }: Pick<Awaited<ReturnType<typeof boothWithoutNetwork>>, 'organizer' | 'fair'>, deviceId: string) {
  return (await organizer.call('devices.list', { fairId })).items.find((one) => one.deviceId === deviceId);
}

describe('a booth’s device among the others', () => {
  test('has one lamp before opening, is seen by the host, and at the end of its work its list goes', async () => {
    const booth = await boothWithoutNetwork();
    const { phone, asked, fair } = booth;
    phone.setOffline(false);
    await phone.launch('areas/cards/ready/index', asked);
    await phone.until('能用，看看黄的');
    phone.hold(world.deps.codes.signAt('N', fair.fairId, 1));
    await phone.page().tap('试扫一下');
    await phone.until('可以开场');
    const seen = await world.settled(
      () => listed(booth, idOf(phone)),
      (one) => one?.lamp?.state === 'ok',
    );
    expect(seen).toMatchObject({ kind: 'booth', gate: 'A03', queue: 0, lamp: { open: [] } });
    await phone.page().tap('这台收工，删掉名单');
    await phone.settled();
    expect(keptOf(phone, 'booth-snapshot:')).toEqual([]);
    expect(await listed(booth, idOf(phone))).toHaveProperty('doneAt');
  });

  test('that is revoked says so, shows nobody’s card, keeps what waits, and sends it when it is given back', async () => {
    const booth = await boothWithoutNetwork();
    const { phone, asked, place, number, organizer, cardOf } = booth;
    await type(phone, number);
    await phone.page().tap('要你');
    await organizer.call('devices.revoke', { fairId: place.fairId, deviceId: idOf(phone), reason: '手机丢了' });
    world.clock.now = '2026-02-07T04:00:10.000Z';
    phone.setOffline(false);
    await phone.launch(page, asked);
    await phone.until('这台设备停用了', 10_000);
    expect(phone.page().text()).toContain('没传的 1 条还在这台上，没丢');
    expect(keptOf(phone, 'booth-snapshot:')).toEqual([]);
    expect(await type(phone, number)).not.toContain('杨桂兰');
    expect(await cardOf(number)).not.toHaveProperty('answer');
    await organizer.call('devices.restore', { fairId: place.fairId, deviceId: idOf(phone) });
    world.clock.now = '2026-02-07T04:00:20.000Z';
    await phone.launch(page, asked);
    await phone.until('都传上去了', 20_000);
    expect(await cardOf(number)).toMatchObject({ answer: 'want', answeredAt: noon });
  });

  test('says when its employer was stopped, by whom, why and whom to ask, and goes on when that is lifted', async () => {
    const { phone, asked, number, employerId } = await boothWithoutNetwork();
    const officer = await world.staff('officer01', 'officer', '310113');
    await officer.call('employers.suspend', { employerId, reason: 'takes_money' });
    world.clock.now = '2026-02-07T04:00:20.000Z';
    phone.setOffline(false);
    await phone.until('单位被人社局停了', 20_000);
    await phone.until('宝山区人社局 2月7日停的：收费、收押金、扣证件。有话说，打电话给他们（12333）');
    const text = () => Promise.resolve(phone.page().text());
    expect(await world.settled(text, (shown) => !shown.includes('退一格'))).not.toContain('退一格');
    await officer.call('employers.lift', { employerId });
    world.clock.now = '2026-02-07T04:00:40.000Z';
    await phone.launch(page, asked);
    await phone.until('名片 12:00 版');
    expect(await type(phone, number)).toContain('杨桂兰');
    expect(phone.page().text()).not.toContain('被人社局停了');
  });

  test('hands what it could not send to a colleague’s at the same booth, once', async () => {
    const { phone: giver, asked, place, number, recruiter, cardOf, worker } = await boothWithoutNetwork();
    const told = async () => (await worker.call('messages.mine', {})).items.filter((m) => m.kind === 'card.answered').length;
    const before = await told();
    await type(giver, number);
    await giver.page().tap('再谈');
    await giver.launch('areas/cards/hand-over/index', asked);
    const deeds = keptOf(giver, 'outbox:').map(
      (text) => JSON.parse(text) as { nonce: string; seq: number; happenedAt: string; payload: { act: { kind: string } } },
    );
    const actions = deeds.sort((a, b) => a.seq - b.seq).map(({ nonce, happenedAt, payload: { act } }) => ({ ...act, nonce, happenedAt }));
    expect(giver.page().text()).toContain(`这台没传的 ${actions.length} 条`);
    const parts = partsOf({ fairId: `${place.fairId}#${place.boothNo}`, from: idOf(giver), actions });
    const taker = phones.of('recruiter01', { session: recruiter.session });
    await taker.launch('areas/cards/hand-over/index', asked);
    await taker.page().tap('收同事的');
    // what is of a gate is not taken at a booth
    const elsewhere = partsOf({ fairId: place.fairId, from: 'device-gate-01', actions: [] });
    for (const text of [...elsewhere, ...parts]) {
      taker.hold(text);
      await taker.page().tap(taker.page().text().includes('扫下一张') ? '扫下一张' : '扫他的码');
      await taker.settled();
    }
    expect(taker.page().text()).toContain(`收齐了，${actions.length} 条`);
    const answered = await world.settled(
      () => cardOf(number),
      (card) => card?.answer !== undefined,
    );
    expect(answered).toMatchObject({ answer: 'talk', answeredAt: noon });
    const done = await world.deps.cards.doneActions(
      place.fairId,
      place.boothNo,
      actions.map(({ nonce }) => nonce),
    );
    expect([...done.values()]).toMatchObject(actions.map(() => ({ deviceId: idOf(giver), broughtBy: idOf(taker) })));
    giver.setOffline(false);
    await giver.launch(page, asked);
    await giver.until('都传上去了', 20_000);
    expect(await told()).toBe(before + 1);
  });
});
