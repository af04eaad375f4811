import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

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

type OpenFair = Awaited<ReturnType<World['anOpenFair']>>;

async function checkedIn(persona: string, { fair }: OpenFair): Promise<Phone> {
  const phone = phones.of(persona);
  await (await phone.scanPoster(world.deps.codes.signAt('S', fair.fairId, 0))).tap('确认签到');
  expect(phone.page().text()).toContain('签到成功');
  return phone;
}

const boothCode = ({ fair, booth }: OpenFair): string => `https://q.example.cn/c/${world.deps.codes.signAt('B', fair.fairId, booth.boothNo)}`;

/** From the number to the consent of the booth whose code is scanned. */
async function scanBooth(phone: Phone, open: OpenFair): Promise<void> {
  await phone.page().tap('看展位');
  phone.hold(boothCode(open));
  await phone.page().tap('扫展位上的码');
}

const numberOn = (phone: Phone): number => Number(/^\d{4}$/m.exec(phone.page().text())?.[0]);

describe('walking the booths', () => {
  test('shows who is here and what they seek, as a list and as a plan', async () => {
    const open = await world.anOpenFair();
    const phone = await checkedIn('worker01', open);
    await phone.page().tap('看展位');
    const page = phone.page();
    expect(page.text()).toContain('A03');
    expect(page.text()).toContain(open.booth.employerShortName);
    expect(page.text()).toContain('电工');
    await page.tap('平面图');
    expect(page.text()).toContain('A 排');
  });

  test('puts the openings that fit first and says why', async () => {
    const open = await world.anOpenFair();
    const second = await world.anOpenJob('recruiter02', { title: '焊工', trade: 'welder' });
    await open.organizer.call('fairs.invite', { fairId: open.fair.fairId, employerId: second.employerId, label: 'A01', jobIds: [second.jobId] });
    const worker = await world.signIn('worker02');
    await worker.call('workers.change', { wish: { trades: ['electrician'] } });
    const phone = await checkedIn('worker02', open);
    await phone.page().tap('看展位');
    await phone.page().tap('全部');
    const text = phone.page().text();
    expect(text.indexOf('电工')).toBeLessThan(text.indexOf('焊工'));
    expect(text).toContain('最对口的在前');
  });

  test('a booth code opens that booth with its openings', async () => {
    const open = await world.anOpenFair();
    const phone = await checkedIn('worker03', open);
    await scanBooth(phone, open);
    expect(phone.page().route).toBe('areas/fairs/booth/index');
    expect(phone.page().text()).toContain(open.booth.employerName);
    expect(phone.page().text()).toContain('电工');
  });

  test('somebody who has not checked in is sent to the entrance first', async () => {
    const open = await world.anOpenFair();
    const phone = phones.of('worker05');
    await phone.launch('areas/fairs/booth/index', { fairId: open.fair.fairId, boothNo: String(open.booth.boothNo) });
    expect(phone.page().text()).toContain('先扫门口的码签到');
    expect(phone.page().taps()).not.toContain('留名片');
  });
});

describe('leaving a card', () => {
  test('asks once for name and phone, and for a consent that names this employer', async () => {
    const open = await world.anOpenFair();
    const phone = await checkedIn('worker01', open);
    await scanBooth(phone, open);
    await phone.page().tap('留名片');
    const page = phone.page();
    expect(page.text()).toContain(`把名片交给\n${open.booth.employerShortName}`);
    expect(page.text()).toContain('这些不给');
    expect(page.isOff('还差姓名')).toBe(true);
    await page.type('姓名', '杨桂兰');
    await page.tap('用微信的手机号');
    await page.tap('电工');
    expect(phone.requests.filter((sent) => sent.method === 'POST' && sent.path.endsWith('/cards'))).toEqual([]);
    await page.tap('同意，交给这家');
    expect(phone.page().text()).toContain(`名片交给${open.booth.employerShortName}了`);
    const seen = await open.recruiter.call('cards.atBooth', { fairId: open.fair.fairId, boothNo: open.booth.boothNo });
    expect(seen.items).toMatchObject([{ name: '杨桂兰', phone: '12066600001', trades: ['electrician'] }]);
  });

  test('does not ask again at the next booth', async () => {
    const worker = await world.signIn('worker04');
    await worker.call('workers.change', { name: '陶文军', phone: '12066600004', wish: { trades: ['welder'] } });
    const open = await world.anOpenFair();
    const phone = await checkedIn('worker04', open);
    await scanBooth(phone, open);
    await phone.page().tap('留名片');
    expect(phone.page().text()).not.toContain('先说说您自己');
    expect(phone.page().text()).toContain('陶文军');
    await phone.page().tap('同意，交给这家');
    expect(phone.page().text()).toContain(`名片交给${open.booth.employerShortName}了`);
  });

  test('goes on by hand for somebody who refuses the phone button', async () => {
    const open = await world.anOpenFair();
    const phone = await checkedIn('refuses01', open);
    await scanBooth(phone, open);
    await phone.page().tap('留名片');
    const page = phone.page();
    await page.type('姓名', '何不愿');
    await page.tap('用微信的手机号');
    expect(page.text()).toContain('没拿到也没事，自己填就行');
    await page.type('电话', '12066600016');
    await page.tap('同意，交给这家');
    expect(phone.page().text()).toContain(`名片交给${open.booth.employerShortName}了`);
  });

  test('saying no gives nothing away', async () => {
    const open = await world.anOpenFair();
    const phone = await checkedIn('worker01', open);
    await scanBooth(phone, open);
    await phone.page().tap('留名片');
    await phone.page().tap('先不给');
    expect(phone.page().route).toBe('areas/fairs/booth/index');
    const seen = await open.recruiter.call('cards.atBooth', { fairId: open.fair.fairId, boothNo: open.booth.boothNo });
    expect(seen.items).toEqual([]);
  });
});

describe('a card that was left', () => {
  async function left(persona: string): Promise<{ open: OpenFair; phone: Phone; number: number }> {
    const open = await world.anOpenFair();
    const phone = await checkedIn(persona, open);
    const number = numberOn(phone);
    await scanBooth(phone, open);
    await phone.page().tap('留名片');
    if (phone.page().has('先说说您自己')) await phone.page().type('姓名', '岩罕');
    await phone.page().tap('同意，交给这家');
    return { open, phone, number };
  }

  test('brings the answer back in words', async () => {
    const { open, phone, number } = await left('worker02');
    await open.recruiter.call('cards.answer', {
      fairId: open.fair.fairId,
      boothNo: open.booth.boothNo,
      number,
      answer: 'want',
      note: '周一 8 点来厂里',
      nonce: 'nonce-0001',
    });
    const page = await phone.launch('tabs/messages/index');
    await phone.pullDown();
    expect(page.text()).toContain(open.booth.employerShortName);
    expect(page.text()).toContain('要您了');
    expect(page.text()).toContain('周一 8 点来厂里');
  });

  test('is taken back, and the employer sees it no more', async () => {
    const { open, phone } = await left('worker03');
    const page = await phone.launch('areas/cards/given/index');
    expect(page.text()).toContain('1 家有您的名片');
    await page.tap('收回');
    await page.tap('确定收回');
    await phone.settled();
    expect(page.text()).toContain('收回的');
    const seen = await open.recruiter.call('cards.atBooth', { fairId: open.fair.fairId, boothNo: open.booth.boothNo });
    expect(seen.items).toEqual([]);
  });
});
