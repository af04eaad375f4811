import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { weappFolder } from '../support/builds.ts';
import { readAppJson, routesIn } from '../support/phone/page-stack.ts';
import { openPhone, type Phone } from '../support/phone/phone.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let known: Record<string, string>;
let phone: Phone;

beforeAll(async () => {
  world = await startWorld();
  const { fair, booth, employerId, jobId } = await world.anOpenFair();
  known = { fairId: fair.fairId, boothNo: String(booth.boothNo), employerId, jobId };
});
afterEach(() => phone.close());
afterAll(() => world.stop());

describe('every page of the compiled mini-program', () => {
  test.each(routesIn(readAppJson(weappFolder)))('%s opens and says something', async (route) => {
    phone = openPhone({ dist: weappFolder, api: world.api, sim: world.wechatOrigin, persona: 'worker01', now: () => world.clock.now });
    const page = await phone.launch(route, known);
    expect(phone.faults).toEqual([]);
    expect(page.text()).not.toBe('');
  });
});
