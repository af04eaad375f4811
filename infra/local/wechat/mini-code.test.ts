import { createHmac } from 'node:crypto';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aStandIn, type TestedStandIn } from './a-stand-in.ts';
import { openidOf } from './personas.ts';

let wechat: TestedStandIn;
let query: { access_token: string };
beforeEach(async () => {
  wechat = await aStandIn();
  query = { access_token: await wechat.token() };
});
afterEach(() => wechat.stop());

const scene = 'S1Zk3_q0-7Lw9a22P836nzXF-pdykZ_e';
const page = 'areas/fairs/landing/index';
const draw = (over: object = {}) => wechat.post('/wxa/getwxacodeunlimit', { scene, page, ...over }, query);

describe('a mini-program code', () => {
  test('is an image that decodes to page and scene, and opens them when scanned', async () => {
    const { type, bytes } = await draw({ env_version: 'trial' });
    expect(type).toBe('image/png');
    const { data, width, height } = PNG.sync.read(bytes);
    const text = jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
    expect(text).toBe(`wxsim://${wechat.app.appId}/trial/${page}?scene=${scene}`);
    expect(await wechat.control('scan', { text })).toEqual({ path: page, query: { scene }, scene: 1047 });
  });

  test.each([
    ['no scene', { scene: undefined }, 47001],
    ['a long scene', { scene: `${scene}x` }, 40169],
    ['a scene in Chinese', { scene: '罗平' }, 40129],
    ['a page with a slash before it', { page: `/${page}` }, 41030],
    ['a page with a query', { page: `${page}?a=1` }, 41030],
    ['a page that is not released', { page: 'pages/none' }, 41030],
    ['the reserved word', { page: 'pages/scancode_time' }, 85096],
    ['an unknown version', { env_version: 'beta' }, 40097],
    ['a boolean as text', { check_path: 'false' }, 47001],
    ['a width too small', { width: 100 }, 40097],
  ])('is refused with %s, as JSON', async (_name, over, errcode) => {
    const refusal = await draw(over);
    expect(refusal.errcode).toBe(errcode);
    expect(refusal.type).toBe('application/json; encoding=utf-8');
  });

  test('may lead to an unreleased page when told not to check', async () => {
    expect((await draw({ page: 'pages/none', check_path: false })).type).toBe('image/png');
  });
});

test('a plain link opens the page of its rule, with the link and the second of the scan', async () => {
  const link = `https://q.example.cn/c/${scene}`;
  const scancode_time = String(Date.parse('2026-02-07T01:00:00Z') / 1000);
  expect(await wechat.control('scan', { text: link, page })).toEqual({
    path: page,
    query: { q: encodeURIComponent(link), scancode_time },
    scene: 1011,
  });
});

describe('the session key', () => {
  const signed = (path: string, key: string, over: object = {}) => {
    const signature = createHmac('sha256', key).update('').digest('hex');
    return wechat.get(path, { ...query, openid: openidOf(wechat.app.appId, 'worker01'), signature, sig_method: 'hmac_sha256', ...over });
  };
  const login = async (): Promise<string> => {
    const js_code = await wechat.login('worker01');
    const session = { appid: wechat.app.appId, secret: wechat.app.secret, js_code, grant_type: 'authorization_code' };
    return String((await wechat.get('/sns/jscode2session', session)).reply.session_key);
  };

  test('is good until the next login', async () => {
    expect((await signed('/wxa/checksession', 'none')).errcode).toBe(87007);
    const first = await login();
    expect((await signed('/wxa/checksession', first)).errcode).toBe(0);
    await login();
    expect((await signed('/wxa/checksession', first)).errcode).toBe(87009);
  });

  test('is replaced on request', async () => {
    const first = await login();
    const second = String((await signed('/wxa/resetusersessionkey', first)).reply.session_key);
    expect((await signed('/wxa/checksession', first)).errcode).toBe(87009);
    expect((await signed('/wxa/checksession', second)).errcode).toBe(0);
    expect((await signed('/wxa/checksession', second, { sig_method: 'md5' })).errcode).toBe(87008);
  });
});
