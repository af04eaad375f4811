import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const home = 'tabs/home/index';
const door = 'areas/gate/door/index';
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
const idOf = async (persona: string) => (await world.signIn(persona)).session.workerId;
const checkInOf = async (persona: string, fairId: FairId) => world.deps.attendance.find(await idOf(persona), fairId);
const refusalsOf = (fairId: FairId) => world.deps.attendance.refusals(fairId);

describe('a worker’s phone whose clock is off', () => {
  async function scanned(persona: string, aheadMinutes: number, over: Parameters<World['anOpenFair']>[0] = {}) {
    const { fair } = await world.anOpenFair(over);
    const phone = phones.of(persona, {}, aheadMinutes);
    const page = await phone.scanPoster(world.deps.codes.signAt('S', fair.fairId, 0));
    return { fairId: fair.fairId, phone, page };
  }
  async function keptThenSent(persona: string, aheadMinutes: number) {
    const { fairId, phone, page } = await scanned(persona, aheadMinutes);
    phone.setOffline(true);
    await page.tap('确认签到');
    return { fairId, phone };
  }

  test.each([
    ['worker01', 10],
    ['worker02', -10],
    ['worker03', 11],
  ])('%s, %i minutes ahead: checks in with network at the server’s own time', async (persona, ahead) => {
    const { fairId, phone, page } = await scanned(persona, ahead);
    await page.tap('确认签到');
    expect(phone.page().text()).toContain('12:00 到场，东门');
    expect(await checkInOf(persona, fairId)).toMatchObject({ at: noon, arrivedAt: noon, evidence: { by: 'printed' } });
  });

  test.each([
    ['worker01', 10, '12:10'],
    ['worker02', -10, '11:50'],
  ])('%s, %i minutes ahead: a kept tap is taken with both times, and marked as kept', async (persona, ahead, shown) => {
    const { fairId, phone } = await keptThenSent(persona, ahead);
    expect(phone.page().text()).toContain(`${shown} 到场，1 条待传，不用再点`);
    phone.setOffline(false);
    const page = await phone.until('已上传');
    expect(page.text()).toContain(`${shown} 到场，东门`);
    expect(await checkInOf(persona, fairId)).toMatchObject({ at: at(ahead), arrivedAt: noon, evidence: { by: 'printed', isLate: true } });
    expect((await (await world.signIn(persona)).call('attendance.mine', {})).items.find((one) => one.fairId === fairId)).toMatchObject({ late: true });
  });

  test('eleven minutes ahead a kept tap is refused, counted once, and stays to be read with what to do', async () => {
    const { fairId, phone } = await keptThenSent('worker03', 11);
    phone.setOffline(false);
    await phone.launch(home);
    const page = await phone.until('手机时间不对，调准了再点');
    expect(page.text()).toContain('12:11');
    expect(page.text()).toContain('到手机设置里打开自动时间，再扫一次门口的码');
    phone.kill();
    await phone.launch(home);
    expect(phone.page().text()).toContain('手机时间不对');
    expect(await checkInOf('worker03', fairId)).toBeUndefined();
    expect(await refusalsOf(fairId)).toMatchObject([{ code: 'clock_off', gate: '东门' }]);
  });
});

describe('a gate’s device whose clock is off', () => {
  async function alone(aheadMinutes: number, over: Parameters<World['anOpenFair']>[0] = {}) {
    const { fair, organizer } = await world.anOpenFair(over);
    const phone = phones.of('organizer01', { session: organizer.session }, aheadMinutes);
    await phone.launch(door, { fairId: fair.fairId });
    await phone.until('名单 12:00 版');
    return { fair, organizer, phone, fairId: fair.fairId };
  }
  async function scan(phone: Phone, persona: string): Promise<string> {
    phone.hold(world.deps.codes.sign('P', await idOf(persona)));
    await phone.page().tap('扫号码条或手机上的码');
    return phone.page().text();
  }

  test('says by how much and what to do, and with network lets in at the server’s time', async () => {
    const { phone, fairId } = await alone(11);
    await phone.until('这台时间快了 11 分钟');
    expect(phone.page().text()).toContain('没网时扫的会传不上去。到设置里打开“自动设置时间”');
    expect(await scan(phone, 'worker01')).toContain('12:00 东门进场');
    expect(await checkInOf('worker01', fairId)).toMatchObject({ at: noon, arrivedAt: noon });
    // the right to take back is counted by this device's own clock
    expect(phone.page().text()).toContain('15 分内');
  });

  test.each([
    ['worker01', 10, '12:10', '快了 10 分钟', undefined],
    ['worker02', -10, '11:50', '慢了 10 分钟', ['outside_hours']],
  ])('%s, %i minutes ahead: what it saw alone is taken with both times', async (persona, ahead, shown, said, flags) => {
    // the fair opened five minutes ago: by a clock that is behind it was not open yet
    const { phone, fairId } = await alone(ahead, { opensAt: at(-5) });
    await phone.until(said);
    phone.setOffline(true);
    await phone.until('没网，照常用');
    expect(await scan(phone, persona)).toContain(`${shown} 东门进场`);
    phone.setOffline(false);
    await phone.until('都传上去了', 10_000);
    expect(await checkInOf(persona, fairId)).toMatchObject({ at: at(ahead), arrivedAt: noon, evidence: { by: 'gate_scan', isLate: true } });
    expect((await checkInOf(persona, fairId))?.flags).toEqual(flags);
    expect(await refusalsOf(fairId)).toEqual([]);
  });

  test('eleven minutes ahead what it saw alone is refused and kept for a human, with what to do', async () => {
    const { phone, fairId } = await alone(11);
    phone.setOffline(true);
    await phone.until('没网，照常用');
    expect(await scan(phone, 'worker03')).toContain('12:11 东门进场');
    phone.setOffline(false);
    await phone.until('本机有 1 条没传成', 10_000);
    expect(await checkInOf('worker03', fairId)).toBeUndefined();
    await phone.page().tap('本机有 1 条没传成');
    const page = await phone.until('这台的时间不对');
    expect(page.text()).toContain('12:11 扫码进场');
    expect(page.text()).toContain('到设置里打开“自动设置时间”，再扫他一次');
    phone.kill();
    await phone.launch('areas/gate/refusals/index', { fairId });
    await (await phone.until('本机没传成的')).tap('处理好了');
    expect(phone.page().text()).not.toContain('本机没传成的');
  });
});
