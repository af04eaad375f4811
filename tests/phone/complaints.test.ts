import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
const phones = phonesIn(() => world);
beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

test('an opening that asks for a deposit is reported, taken down by its officer, and the person reads what came of it', async () => {
  const { jobId, recruiter } = await world.anOpenJob('recruiter01', { title: '夜班电工' });
  const worker = await world.signIn('worker04');
  const phone = phones.of('worker04', { session: worker.session });
  await phone.launch('areas/complaints/make/index', { jobId });
  expect(phone.page().isOff('先选是什么事')).toBe(true);
  await phone.page().tap('收押金、收费');
  await phone.page().type('说清楚一点', '报到那天要交 300 元服装费');
  await phone.page().tap('交给人社局');
  expect(phone.page().text()).toContain('人社局收到了');

  const officer = await world.staff('officer01', 'officer', '310113');
  const desk = phones.of('officer01', { session: officer.session });
  await desk.launch('areas/complaints/decide/index', { jobId });
  expect(desk.page().text()).toContain('报到那天要交 300 元服装费');
  expect(desk.page().text()).not.toMatch(/陶|1206660/);
  await desk.page().tap('撤下');
  expect(desk.page().isOff('写明哪里不对')).toBe(true);
  await desk.page().type('哪里不对', '不能收服装费');
  await desk.page().tap('办结');

  expect((await recruiter.call('jobs.get', { jobId })).status).toBe('closed');
  await phone.launch('areas/complaints/mine/index');
  expect(phone.page().text()).toContain('撤下');
});
