import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCreditCode, noon } from '../support/builders.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { aPicture } from '../support/pictures.ts';
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

const form = 'areas/employers/form/index';
const photographs = ['营业执照', '招聘简章', '委托书', '经办人身份证（有照片的一面）'];

async function fillIn(phone: Phone, creditCode: string): Promise<void> {
  const words: [string, string][] = [
    ['单位全名', '山塘纺织（上海）有限公司'],
    ['简称', '山塘纺织'],
    ['统一社会信用代码', creditCode],
    ['做哪一行', '纺织'],
    ['现在的地址', '月浦镇 8 号'],
    ['执照上的住所', '月浦镇 8 号'],
    ['名字', '钱芳'],
    ['手机', '12066600007'],
  ];
  for (const [label, value] of words) await phone.page().type(label, value);
  await phone.page().pick('在哪个区县', Object.keys(regionNames).indexOf('310113'));
  await phone.page().tap('营业期限是长期');
  await phone.page().pick('委托书到哪天', '2026-12-31');
}

async function photograph(phone: Phone, label: string, bytes: Uint8Array = aPicture()): Promise<void> {
  phone.photograph(bytes);
  await phone.page().tap(`${label}，拍照或选照片`);
}

test('an employer is registered with its photographs, which outlive leaving the page', async () => {
  const phone = phones.of('recruiter03');
  await phone.launch(form);
  await fillIn(phone, aCreditCode(901));
  for (const label of photographs.slice(0, 2)) await photograph(phone, label);
  expect(phone.page().text()).toContain('4 张里传好 2 张');

  phone.kill();
  await phone.launch(form);
  expect(phone.page().text()).toContain('接着上次没写完的');
  expect(phone.page().text()).toContain('4 张里传好 2 张');
  for (const label of photographs.slice(2)) await photograph(phone, label);
  await phone.page().tap('送去核验');
  expect(phone.page().route).toBe('areas/employers/mine/index');
  expect(phone.page().text()).toContain('等核验');
  expect(phone.page().text()).toContain('齐了');

  const officer = await world.staff('officer01', 'officer', '310113');
  const [employer] = (await officer.call('employers.list', { status: 'waiting' })).items;
  expect(employer?.papers?.map((paper) => paper.purpose)).toEqual(['licence', 'post', 'authorisation', 'agent_id']);
  for (const { fileId } of employer?.papers ?? []) expect((await fetch((await officer.call('files.link', { fileId })).url)).status).toBe(200);
});

test('nothing is sent before all photographs are there, and each gap is named', async () => {
  const phone = phones.of('recruiter02');
  await phone.launch(form);
  await fillIn(phone, aCreditCode(902));
  await phone.page().tap('送去核验');
  expect(phone.page().text()).toContain('要拍营业执照');
  expect(phone.requests.some((one) => one.path === '/employers')).toBe(false);
});

test('a photograph that does not get through waits to be sent again', async () => {
  const phone = phones.of('recruiter01');
  await phone.launch(form);
  phone.setOffline(true);
  await photograph(phone, '营业执照');
  expect(phone.page().text()).toContain('没传上：网不通');
  phone.setOffline(false);
  await phone.page().tap('再传一次');
  expect(phone.page().text()).toContain('传好了');
});

test('what is no picture is said at once and never sent', async () => {
  const phone = phones.of('recruiter02');
  await phone.launch(form);
  await photograph(phone, '营业执照', Buffer.from('<!doctype html><script>alert(1)</script>'));
  expect(phone.page().text()).toContain('这张打不开，请换一张照片');
  expect(phone.requests.some((one) => one.path === '/files')).toBe(false);
  await phone.page().tap('营业执照，拍照或选照片');
  expect(phone.page().text()).not.toContain('这张打不开');
});
