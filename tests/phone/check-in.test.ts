import { rotatingCode } from '@shanhai/shared/rules/rotating-code.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const landing = 'areas/fairs/landing/index';
let world: World;
const phones = phonesIn(() => world);
const phoneOf = phones.of;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

async function aFairWithGate(over: Parameters<World['anOpenFair']>[0] = {}) {
  const { fair, booth, organizer } = await world.anOpenFair(over);
  return { fair, booth, organizer, code: world.deps.codes.signAt('S', fair.fairId, 0) };
}

const checkInsOf = (phone: Phone) => phone.requests.filter((sent) => sent.method === 'POST' && sent.path === '/check-ins');

describe('a family at the entrance', () => {
  test('checks in with one tap and one request, each one ticked by name, each with a number', async () => {
    const { fair, code } = await aFairWithGate();
    const mother = await world.signIn('worker03');
    const told = { relation: 'relative' as const, consent: 'spoken' as const, agreed: true as const, wish: { trades: [] } };
    for (const [i, name] of ['岩温', '玉罕'].entries()) await mother.call('proxies.register', { ...told, name, nonce: `along-${i}-000001` });
    const phone = phoneOf('worker03');
    const page = await phone.scanPoster(code);
    expect(phone.requests.some((sent) => sent.path.endsWith('/companions'))).toBe(false);
    await page.tap('和家里人一起来的');
    await phone.until('岩温，人就在我旁边');
    await page.tap('岩温，人就在我旁边');
    await page.tap('确认签到');
    expect(checkInsOf(phone)).toHaveLength(1);
    await phone.until('一起来的');
    await phone.until('岩温');
    const { items } = await mother.call('attendance.companions', { fairId: fair.fairId });
    expect(items.map((one) => [one.name, one.number !== undefined]).sort()).toEqual([
      ['岩温', true],
      ['玉罕', false],
    ]);
    expect(phone.page().text()).not.toContain('玉罕');
  });

  test('is told how many of them found no room, and where to go', async () => {
    const { code } = await aFairWithGate({ capacity: 2 });
    const father = await world.signIn('worker04');
    const told = { relation: 'relative' as const, consent: 'spoken' as const, agreed: true as const, wish: { trades: [] } };
    for (const [i, name] of ['岩罕', '玉香'].entries()) await father.call('proxies.register', { ...told, name, nonce: `along-room-${i}-001` });
    const phone = phoneOf('worker04');
    const page = await phone.scanPoster(code);
    await page.tap('和家里人一起来的');
    await phone.until('岩罕，人就在我旁边');
    await page.tap('岩罕，人就在我旁边');
    await page.tap('玉香，人就在我旁边');
    await page.tap('确认签到');
    await phone.until('一起来的还有 1 位没签上');
    expect(phone.page().text()).toContain('请到门口，让工作人员看看');
  });
});

describe('scanning the entrance code', () => {
  test('opens on that fair with one button and asks for nothing', async () => {
    const { code } = await aFairWithGate();
    const phone = phoneOf('worker01');
    const page = await phone.scanPoster(code);
    expect(page.text()).toContain('春风送岗');
    expect(page.text()).toContain('富乐镇桃源集市');
    expect(page.isOff('确认签到')).toBe(false);
    expect(page.has('手机号')).toBe(false);
    expect(phone.requests.filter((sent) => sent.method === 'POST').map((sent) => sent.path)).toEqual(['/sessions']);
  });

  test('checks in with one tap and one request, and shows the four digits', async () => {
    const { code } = await aFairWithGate();
    const phone = phoneOf('worker01');
    const page = await phone.scanPoster(code);
    const before = phone.requests.length;
    await page.tap('确认签到');
    expect(checkInsOf(phone)).toHaveLength(1);
    expect(phone.requests[before]?.path).toBe('/check-ins');
    expect(phone.page().route).toBe('areas/fairs/checked-in/index');
    expect(phone.page().text()).toMatch(/^\d{4}$/m);
    expect(phone.page().text()).toContain('12:00 到场，东门');
  });

  test('a second scan shows the time of the first and sends nothing', async () => {
    const { code } = await aFairWithGate();
    const phone = phoneOf('worker02');
    await (await phone.scanPoster(code)).tap('确认签到');
    const number = /^\d{4}$/m.exec(phone.page().text())?.[0];
    world.clock.now = '2026-02-07T04:12:00.000Z';
    const again = await phone.scanPoster(code);
    expect(again.text()).toContain('您 12:00 已经签过了');
    expect(again.text()).toContain(`还是 ${number} 号`);
    expect(checkInsOf(phone)).toHaveLength(1);
  });

  test('on another phone of the same person, a second check-in adds nothing and shows the first', async () => {
    const { code } = await aFairWithGate();
    const first = phoneOf('worker03');
    await (await first.scanPoster(code)).tap('确认签到');
    const number = /^\d{4}$/m.exec(first.page().text())?.[0];
    world.clock.now = '2026-02-07T04:12:00.000Z';
    const second = phoneOf('worker03');
    const page = await second.scanPoster(code);
    await page.tap('确认签到');
    expect(second.page().text()).toContain('您 12:00 已经签过了');
    expect(second.page().text()).toContain(`还是 ${number} 号`);
  });
});

describe('a code that lets nobody in has its own sentence', () => {
  test('forged', async () => {
    const { code } = await aFairWithGate();
    const page = await phoneOf('worker01').scanPoster(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
    expect(page.text()).toContain('这张码不对，请找工作人员');
    expect(page.taps()).not.toContain('确认签到');
  });

  test('foreign', async () => {
    const page = await phoneOf('worker01').launch(landing, { q: encodeURIComponent('https://example.com/menu') }, 1011);
    expect(page.text()).toContain('这张码不对，请找工作人员');
  });

  test('of another fair than the one looked at', async () => {
    const here = await aFairWithGate();
    const other = await aFairWithGate({ title: '春风行动·宣威' });
    const phone = phoneOf('worker01');
    const page = await phone.launch(landing, { fairId: here.fair.fairId });
    phone.hold(`https://q.example.cn/c/${other.code}`);
    await page.tap('扫门口的码签到');
    expect(phone.page().text()).toContain('这张码不是今天这场的');
    expect(checkInsOf(phone)).toEqual([]);
  });

  test('before the hours', async () => {
    const { code } = await aFairWithGate({ opensAt: '2026-02-07T06:00:00.000Z' });
    const phone = phoneOf('worker01');
    const page = await phone.scanPoster(code);
    expect(page.text()).toContain('还没开场');
    expect(page.text()).toContain('14:00 开始签到');
    await page.tap('确认签到');
    expect(page.text()).toContain('还没开场，14:00 开始签到');
  });

  test('after the hours', async () => {
    const { code } = await aFairWithGate();
    world.clock.now = '2026-02-07T07:30:00.000Z';
    const phone = phoneOf('worker01');
    const page = await phone.scanPoster(code);
    expect(page.text()).toContain('这场 15:00 已经散场');
    await page.tap('确认签到');
    expect(page.text()).toContain('这场 15:00 已经散场');
  });

  test('of a closed fair', async () => {
    const { code, fair, organizer } = await aFairWithGate();
    const phone = phoneOf('worker01');
    const page = await phone.scanPoster(code);
    await organizer.call('fairs.close', { fairId: fair.fairId });
    await page.tap('确认签到');
    expect(page.text()).toContain('这场已经散了');
    const afterwards = await phoneOf('worker02').scanPoster(code);
    expect(afterwards.text()).toContain('这场已经散了');
    expect(afterwards.taps()).not.toContain('确认签到');
  });

  test('of a booth: it opens the booth', async () => {
    const { fair, booth } = await aFairWithGate();
    const page = await phoneOf('worker01').scanPoster(world.deps.codes.signAt('B', fair.fairId, booth.boothNo));
    expect(page.route).toBe('areas/fairs/booth/index');
  });

  test('of a number strip', async () => {
    const { fair } = await aFairWithGate();
    const page = await phoneOf('worker01').scanPoster(world.deps.codes.signAt('N', fair.fairId, 7));
    expect(page.text()).toContain('这是号码条上的码');
  });
});

describe('somebody WeChat does not let in', () => {
  test('is told whom to ask', async () => {
    const { code } = await aFairWithGate();
    const page = await phoneOf('blocked01').scanPoster(code);
    await page.tap('确认签到');
    expect(page.text()).toContain('这个微信号暂时不能用，请找工作人员');
  });
});

describe('a fair that asks whether one is near', () => {
  const place = { east: 104.31, north: 24.88, radiusKm: 5 };
  async function aFairThatAsks() {
    const { fair, organizer, code } = await aFairWithGate();
    await organizer.call('fairs.setPresence', { fairId: fair.fairId, code: 'printed', confirmsAtGate: true, place });
    // the fair is remembered for five seconds
    world.clock.now = new Date(Date.parse(noon) + 10_000).toISOString();
    return { fairId: fair.fairId, code };
  }
  const evidenceOf = async (phone: Phone, fairId: string) => {
    const [sent] = checkInsOf(phone);
    const [kept] = (await world.deps.attendance.roster(fairId as never)).slice(-1);
    return { body: JSON.stringify(sent?.body), kept: kept?.evidence };
  };
  const settled = (phone: Phone, fairId: string) =>
    world.settled(
      () => evidenceOf(phone, fairId),
      ({ kept }) => kept !== undefined,
    );

  test('says why before it looks, tells only near or not, and sends no place', async () => {
    const { code, fairId } = await aFairThatAsks();
    const phone = phoneOf('worker01');
    phone.standAt(104.32, 24.89);
    const page = await phone.scanPoster(code);
    await page.tap('确认签到');
    expect(page.text()).toContain('您在会场附近吗？');
    expect(page.text()).toContain('位置不上传，不保存');
    expect(checkInsOf(phone)).toEqual([]);
    await page.tap('同意，签到');
    expect(phone.page().route).toBe('areas/fairs/checked-in/index');
    expect(phone.page().text()).toContain('到门口再确认一下');
    const { body, kept } = await settled(phone, fairId);
    expect(kept).toEqual({ by: 'printed', place: 'within', gate: 'waiting' });
    expect(body).not.toMatch(/104\.|24\.8/);
  });

  test('lets in who is elsewhere, and marks it', async () => {
    const { code, fairId } = await aFairThatAsks();
    const phone = phoneOf('worker02');
    phone.standAt(121.49, 31.4);
    const page = await phone.scanPoster(code);
    await page.tap('确认签到');
    await page.tap('同意，签到');
    expect((await settled(phone, fairId)).kept).toMatchObject({ place: 'outside' });
  });

  test('lets in who does not want to say it, and whose phone does not', async () => {
    const { code, fairId } = await aFairThatAsks();
    const phone = phoneOf('worker03');
    phone.standAt(104.32, 24.89);
    const page = await phone.scanPoster(code);
    await page.tap('确认签到');
    await page.tap('不说位置，直接签到');
    expect((await settled(phone, fairId)).kept).toMatchObject({ place: 'unknown' });
    const other = phoneOf('worker04');
    const here = await other.scanPoster(code);
    await here.tap('确认签到');
    await here.tap('同意，签到');
    expect(other.page().route).toBe('areas/fairs/checked-in/index');
  });
});

describe('the code on a screen at the gate', () => {
  test('checks in like the poster, and a photograph of it is told apart before the tap', async () => {
    const { fair, organizer } = await aFairWithGate();
    await organizer.call('fairs.setPresence', { fairId: fair.fairId, code: 'rotating', confirmsAtGate: false });
    world.clock.now = new Date(Date.parse(noon) + 10_000).toISOString();
    const key = await organizer.call('fairs.screenKey', { fairId: fair.fairId });
    const code = rotatingCode(key, fair.fairId, 1, Date.parse(world.clock.now));
    const phone = phoneOf('worker01');
    const page = await phone.scanPoster(code);
    await page.tap('确认签到');
    expect(phone.page().text()).toContain('12:00 到场，西门');
    world.clock.now = new Date(Date.parse(noon) + 1_200_000).toISOString();
    const late = await phoneOf('worker02').scanPoster(code);
    expect(late.text()).toContain('这张码换过了');
    expect(late.taps()).not.toContain('确认签到');
  });
});
