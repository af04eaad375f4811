import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aStandIn, type TestedStandIn } from './a-stand-in.ts';
import { openidOf, personas } from './personas.ts';
import { startWechat } from './server.ts';

let wechat: TestedStandIn;
beforeEach(async () => {
  wechat = await aStandIn();
});
afterEach(() => wechat.stop());

const phonePath = '/wxa/business/getuserphonenumber';
const rid = /rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;
const exchange = (js_code: string) =>
  wechat.get('/sns/jscode2session', { appid: wechat.app.appId, secret: wechat.app.secret, js_code, grant_type: 'authorization_code' });

describe('the checks before an endpoint', () => {
  test('know an address that is none', async () => {
    expect((await wechat.get('/wxa/nothing')).errcode).toBe(40066);
  });

  test('want the right method', async () => {
    expect((await wechat.get(phonePath)).errcode).toBe(43002);
    expect((await wechat.post('/sns/jscode2session', {})).errcode).toBe(43001);
  });

  test.each([
    ['none', {}, 41001],
    ['malformed', { access_token: 'short' }, 40014],
    ['unknown', { access_token: `90_${'x'.repeat(130)}` }, 40001],
  ])('refuse a token that is %s', async (_name, query, errcode) => {
    expect((await wechat.post(phonePath, { code: 'x' }, query)).errcode).toBe(errcode);
  });

  test('refuse a token past its end', async () => {
    const access_token = await wechat.token();
    await wechat.control('clock', { advanceS: 7200 });
    expect((await wechat.post(phonePath, { code: 'x' }, { access_token })).errcode).toBe(42001);
  });

  test.each([
    ['empty', '', 44002],
    ['not JSON', '{', 47001],
    ['of wrong types', { code: 7 }, 47001],
  ])('refuse a body that is %s', async (_name, body, errcode) => {
    expect((await wechat.post(phonePath, body, { access_token: await wechat.token() })).errcode).toBe(errcode);
  });

  test('close a full minute and a full day', async () => {
    const query = { access_token: await wechat.token() };
    await wechat.control('limits', { path: phonePath, perMinute: 1, perDay: 2 });
    const codes = [];
    for (const advanceS of [0, 0, 60, 60]) {
      await wechat.control('clock', { advanceS });
      codes.push((await wechat.post(phonePath, { code: 'x' }, query)).errcode);
    }
    expect(codes).toEqual([40029, 45011, 45009, 45009]);
  });
});

describe('the stable token', () => {
  const credentials = () => ({ grant_type: 'client_credential', appid: wechat.app.appId, secret: wechat.app.secret });

  test('stays the same until five minutes before its end; then two live side by side', async () => {
    const first = await wechat.token();
    await wechat.control('clock', { advanceS: 6855 });
    expect((await wechat.post('/cgi-bin/stable_token', credentials())).reply).toEqual({ access_token: first, expires_in: 345 });
    await wechat.control('clock', { advanceS: 46 });
    const second = await wechat.token();
    expect(second).not.toBe(first);
    expect((await wechat.post(phonePath, { code: 'x' }, { access_token: first })).errcode).toBe(40029);
  });

  test('dies at once when it is forced, thirty seconds apart and twenty times a day', async () => {
    const first = await wechat.token();
    const force = async () => wechat.post('/cgi-bin/stable_token', { ...credentials(), force_refresh: true });
    const second = (await force()).reply.access_token;
    expect((await force()).reply.access_token).toBe(second);
    expect((await wechat.post(phonePath, { code: 'x' }, { access_token: first })).errcode).toBe(40001);
    for (let n = 2; n <= 20; n += 1) {
      await wechat.control('clock', { advanceS: 30 });
      expect((await force()).errcode).toBe(0);
    }
    await wechat.control('clock', { advanceS: 30 });
    expect((await force()).errcode).toBe(45009);
  });

  test('is a world apart from the older token', async () => {
    const query = { grant_type: 'client_credential', appid: wechat.app.appId, secret: wechat.app.secret };
    const first = (await wechat.get('/cgi-bin/token', query)).reply.access_token;
    const second = (await wechat.get('/cgi-bin/token', query)).reply.access_token;
    expect(new Set([await wechat.token(), first, second]).size).toBe(3);
  });

  test.each([
    [{ appid: '' }, 41002],
    [{ secret: '' }, 41004],
    [{ grant_type: 'password' }, 40002],
    [{ appid: 'wx1' }, 40013],
    [{ secret: 'wrong' }, 40125],
  ])('is refused with %j', async (wrong, errcode) => {
    expect((await wechat.post('/cgi-bin/stable_token', { ...credentials(), ...wrong })).errcode).toBe(errcode);
  });
});

describe('jscode2session', () => {
  test('answers in text/plain and without errcode', async () => {
    const { type, reply } = await exchange(await wechat.login('worker01'));
    expect(type).toBe('text/plain');
    expect(Object.keys(reply)).toEqual(['session_key', 'openid']);
  });

  test('tells a used code from an unknown one, each with its rid', async () => {
    const code = await wechat.login('worker01');
    await exchange(code);
    const { errcode, reply } = await exchange(code);
    expect([errcode, (await exchange('nothing')).errcode]).toEqual([40163, 40029]);
    expect(reply.errmsg).toMatch(/^code been used, /);
    expect(reply.errmsg).toMatch(rid);
    expect(Number.parseInt(String(reply.errmsg).split('rid: ')[1] ?? '', 16)).toBe(Date.parse('2026-02-07T01:00:00Z') / 1000);
  });

  test('takes the short form of a code once', async () => {
    expect((await exchange('sim:worker03:a')).reply.openid).toBe(openidOf(wechat.app.appId, 'worker03'));
    expect((await exchange('sim:worker03:a')).errcode).toBe(40163);
    expect((await exchange('sim:nobody:a')).errcode).toBe(40029);
  });

  test('slows one person down after a hundred times in a minute', async () => {
    for (let n = 0; n < 100; n += 1) await exchange(`sim:worker01:${n}`);
    expect((await exchange('sim:worker01:last')).errcode).toBe(45011);
    expect((await exchange('sim:worker02:first')).errcode).toBe(0);
  });
});

describe('the control plane', () => {
  test('lists everybody one can be, each with an openid of their own', async () => {
    const listed = JSON.parse((await wechat.get('/__sim/personas')).text) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(personas.map(({ id }) => id));
    const openids = personas.map(({ id }) => openidOf(wechat.app.appId, id));
    expect(new Set(openids).size).toBe(personas.length);
    for (const openid of openids) expect(openid).toMatch(/^o[\w-]{27}$/);
  });

  test('gives no phone code to those who refuse or have no phone', async () => {
    expect(await wechat.control('phone', { user: 'refuses01' })).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
    expect(await wechat.control('phone', { user: 'nophone01' })).not.toHaveProperty('code');
  });

  test('says what is wrong with a call', async () => {
    expect((await wechat.control('login', { user: 'nobody' })).error).toContain('nobody is called nobody');
    expect((await wechat.control('nothing', {})).error).toBe('no POST /__sim/nothing');
  });

  test('forgets everything on reset', async () => {
    const code = await wechat.login('worker01');
    await wechat.control('reset', {});
    expect((await exchange(code)).errcode).toBe(40029);
  });
});

test('the stand-in does not start in production', async () => {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await expect(startWechat(wechat.app)).rejects.toThrow('production');
  } finally {
    process.env.NODE_ENV = before;
  }
});
