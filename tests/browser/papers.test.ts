import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pick, sees, seesNot, tap, tapExactly, type } from '../support/hands.ts';
import { type Day, startDay } from './day.ts';

let day: Day;
beforeAll(async () => {
  day = await startDay();
});
afterEach(() => expect(day.faults.splice(0)).toEqual([]));
afterAll(() => day.stop());

const pictureOf = (purpose: string): string => path.resolve(import.meta.dirname, `../../infra/local/demo/pictures/${purpose}.jpg`);
const photographs: [label: string, purpose: string][] = [
  ['营业执照', 'licence'],
  ['招聘简章', 'post'],
  ['委托书', 'authorisation'],
  ['经办人身份证（有照片的一面）', 'agent_id'],
];

test('an employer brings its papers as photographs, and its officer sees them beside what was typed', async () => {
  const owner = await day.sit('worker01', 'phone');
  await day.open(owner, '/areas/employers/form/index');
  await type(owner, '单位全名', '山塘纺织（上海）有限公司');
  await type(owner, '简称', '山塘纺织');
  await type(owner, '统一社会信用代码', '91350100M000100Y43');
  await type(owner, '做哪一行', '纺织');
  await pick(owner, '在哪个区县', '宝山区');
  await type(owner, '现在的地址', '月浦镇 8 号');
  await tapExactly(owner, '和上面一样');
  await tap(owner, '营业期限是长期');
  await type(owner, '名字', '钱芳');
  await type(owner, '手机', '12066600007');
  await type(owner, '委托书到哪天', '2099-12-31');
  for (const [label, purpose] of photographs) {
    const [chooser] = await Promise.all([owner.waitForEvent('filechooser'), tap(owner, `${label}，拍照或选照片`)]);
    await chooser.setFiles(pictureOf(purpose));
    await sees(owner, `4 张里传好 ${photographs.findIndex(([one]) => one === label) + 1} 张`);
  }
  await day.snap(owner, '20-papers-form');
  await tapExactly(owner, '送去核验');
  await sees(owner, '等核验', '齐了');

  const officer = await day.sit('officer01', 'desk');
  await day.open(officer, '/areas/employers/verify/index');
  await tap(officer, '山塘纺织');
  const widthOf = (): Promise<number> =>
    officer
      .locator('.papers img')
      .first()
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(widthOf, { timeout: 20_000 }).toBeGreaterThan(300);
  await day.snap(officer, '21-papers-officer');
  await tapExactly(officer, '经办人身份证');
  await sees(officer, '看了会留下记录，本人查得到');
  await tap(officer, '看身份证');
  await expect.poll(widthOf, { timeout: 20_000 }).toBeGreaterThan(300);

  await tap(officer, '停用这家');
  await tapExactly(officer, '有举报，在查');
  await tapExactly(officer, '停用');
  await sees(officer, '山塘纺织 停用了');
  await tap(officer, /^停用 1/);
  await sees(officer, '停用了：有举报，在查');
  await day.snap(officer, '22-suspended');
  await tap(officer, '查清了，恢复');
  await sees(officer, '山塘纺织 恢复了');
  await seesNot(officer, '停用了：有举报，在查');
});
