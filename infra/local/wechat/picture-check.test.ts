import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aStandIn, type TestedStandIn } from './a-stand-in.ts';
import { openidOf } from './personas.ts';

let wechat: TestedStandIn;
beforeEach(async () => {
  wechat = await aStandIn();
});
afterEach(() => wechat.stop());

const check = async (over: object = {}) => {
  const question = { media_url: 'http://127.0.0.1:9/a.jpg', media_type: 2, version: 2, scene: 1, openid: openidOf(wechat.app.appId, 'worker01'), ...over };
  return wechat.post('/wxa/media_check_async', question, { access_token: await wechat.token() });
};

test('a picture of somebody who was here gets a trace', async () => {
  await wechat.login('worker01');
  expect((await check()).reply).toMatchObject({ errcode: 0, trace_id: expect.stringMatching(/^[\w-]{24}$/) });
});

test.each([
  [{ media_url: 'no address' }, 47001],
  [{ version: 1 }, 47001],
  [{ scene: 9 }, 40129],
  [{ openid: 'short' }, 40003],
])('with %j it is refused', async (over, errcode) => {
  await wechat.login('worker01');
  expect((await check(over)).errcode).toBe(errcode);
});

test('it is refused where the person was not here for two hours', async () => {
  expect((await check()).errcode).toBe(61010);
  await wechat.login('worker01');
  await wechat.control('clock', { advanceS: 7201 });
  expect((await check()).errcode).toBe(61010);
});

test('what it thinks is said again until somebody answers success', async () => {
  const heard: string[] = [];
  const ours = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end(heard.length > 1 ? 'success' : 'not yet');
  });
  await new Promise<void>((resolve) => ours.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(ours.address() as AddressInfo).port}/push`;
  await wechat.stop();
  wechat = await aStandIn({ address, token: 'AAAAA', key: 'A'.repeat(43) });
  await wechat.login('worker01');
  await check();
  await expect.poll(() => heard.length, { timeout: 5000 }).toBe(2);
  expect(heard[1]).toBe(heard[0]);
  ours.close();
});
