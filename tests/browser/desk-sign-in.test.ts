import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputFolder, weappFolder } from '../support/builds.ts';
import { sees, tap } from '../support/hands.ts';
import { codeIn } from '../support/paper.ts';
import { openPhone } from '../support/phone/phone.ts';
import { type Day, startDay } from './day.ts';

let day: Day;
beforeAll(async () => {
  day = await startDay();
});
afterAll(() => day.stop());

test('staff sign in at a desktop by scanning its code with the mini-program and confirming there', async () => {
  const desk = await day.screen('desk');
  await day.open(desk, '/areas/desk/sign-in/index');
  await tap(desk, '扫码登录');
  const picture = path.join(outputFolder, 'screens', 'desk-code.png');
  const code = desk.locator('.qr:visible');
  await code.waitFor();
  await expect
    .poll(async () => {
      await code.screenshot({ path: picture });
      return codeIn(picture);
    })
    .toBeTruthy();

  const phone = openPhone({ dist: weappFolder, api: day.api, sim: day.wechatOrigin, persona: 'organizer01', now: () => day.clock.now });
  const home = await phone.launch('tabs/home/index');
  phone.hold(codeIn(picture) ?? '');
  await home.tap('扫一扫');
  expect(phone.page().route).toBe('areas/desk/confirm/index');
  await phone.page().tap('办招聘会');
  await phone.page().tap('确认，是我在登录');
  expect(phone.page().text()).toContain('电脑上登录好了');
  await sees(desk, '罗平县人社局', '新办一场');
  phone.close();
  expect([...phone.faults, ...day.faults]).toEqual([]);
});
