import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aStandIn, type TestedStandIn } from '../../../infra/local/wechat/a-stand-in.ts';
import { openidOf } from '../../../infra/local/wechat/personas.ts';
import { type WechatClient, wechatClient } from './wechat.ts';

let wechat: TestedStandIn;
let client: WechatClient;
let now: Date;

beforeEach(async () => {
  wechat = await aStandIn();
  now = new Date('2026-02-07T01:00:00Z');
  client = wechatClient({ ...wechat.app, base: wechat.origin, now: () => now, timeoutMs: 400 });
});
afterEach(() => wechat.stop());

const openid = (user: string): string => openidOf(wechat.app.appId, user);
const phoneCode = async (user: string): Promise<string> => String((await wechat.control('phone', { user })).code);
const tokensIssued = async (): Promise<unknown> => (await wechat.get('/__sim/state')).reply.tokens;

describe('a login code', () => {
  test('gives the openid of the person', async () => {
    expect(await client.exchangeLogin(await wechat.login('worker01'))).toEqual({ openid: openid('worker01') });
  });

  test('gives the unionid too when WeChat knows one', async () => {
    expect((await client.exchangeLogin(await wechat.login('worker02'))).unionid).toMatch(/^u/);
  });

  test('works once', async () => {
    const code = await wechat.login('worker01');
    await client.exchangeLogin(code);
    await expect(client.exchangeLogin(code)).rejects.toMatchObject({ code: 'login_code_used' });
  });

  test('works for five minutes', async () => {
    const code = await wechat.login('worker01');
    await wechat.control('clock', { advanceS: 301 });
    await expect(client.exchangeLogin(code)).rejects.toMatchObject({ code: 'login_code_used' });
  });

  test('of a blocked account is refused', async () => {
    await expect(client.exchangeLogin(await wechat.login('blocked01'))).rejects.toMatchObject({ code: 'account_blocked' });
  });

  test('is an inner fault with a wrong secret, and the secret stays unsaid', async () => {
    const wrong = wechatClient({ ...wechat.app, base: wechat.origin, secret: 'another-secret', now: () => now });
    const refusal = await wrong.exchangeLogin(await wechat.login('worker01')).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'internal', cause: { message: expect.stringContaining('40125') } });
    expect(JSON.stringify(refusal)).not.toContain('another-secret');
  });
});

describe('a phone code', () => {
  test('gives the number', async () => {
    expect(await client.phoneNumber(await phoneCode('worker01'), openid('worker01'))).toBe('12066600001');
  });

  test('works once', async () => {
    const code = await phoneCode('worker01');
    await client.phoneNumber(code, openid('worker01'));
    await expect(client.phoneNumber(code, openid('worker01'))).rejects.toMatchObject({ code: 'phone_refused' });
  });

  test('of somebody else is refused', async () => {
    await expect(client.phoneNumber(await phoneCode('worker01'), openid('worker02'))).rejects.toMatchObject({ code: 'phone_refused' });
  });

  test('is not a login code', async () => {
    await expect(client.phoneNumber(await wechat.login('worker01'), openid('worker01'))).rejects.toMatchObject({ code: 'phone_refused' });
  });
});

describe('the access token', () => {
  const ask = async (): Promise<string> => client.phoneNumber(await phoneCode('worker01'), openid('worker01'));

  test('is fetched once for calls that come together and after each other', async () => {
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect((await wechat.get('/__sim/state')).reply.calls).toMatchObject({ '/cgi-bin/stable_token': 1 });
  });

  test('is fetched again five minutes before it ends', async () => {
    await ask();
    now = new Date(now.getTime() + 6_900_000);
    await wechat.control('clock', { advanceS: 6900 });
    await ask();
    expect(await tokensIssued()).toBe(2);
  });

  test('that WeChat calls expired is replaced on the way', async () => {
    await ask();
    await wechat.control('clock', { advanceS: 7200 });
    expect(await ask()).toBe('12066600001');
    expect(await tokensIssued()).toBe(2);
  });

  test('that somebody else renewed by force is replaced on the way', async () => {
    await ask();
    const credentials = { grant_type: 'client_credential', appid: wechat.app.appId, secret: wechat.app.secret, force_refresh: true };
    await wechat.post('/cgi-bin/stable_token', credentials);
    expect(await ask()).toBe('12066600001');
  });

  test.each([40001, 40014, 42001])('is tried once more after %i, not twice', async (errcode) => {
    await wechat.control('faults', { match: 'getuserphonenumber', errcode });
    expect(await ask()).toBe('12066600001');
    await wechat.control('faults', { match: 'getuserphonenumber', errcode, times: 2 });
    await expect(ask()).rejects.toMatchObject({ code: 'internal' });
  });

  test('that could not be fetched is fetched by the next call', async () => {
    await wechat.control('faults', { match: 'stable_token', httpStatus: 502 });
    await expect(ask()).rejects.toMatchObject({ code: 'wechat_busy' });
    expect(await ask()).toBe('12066600001');
  });
});

describe('trouble at WeChat', () => {
  test('that passes after two tries is not noticed', async () => {
    await wechat.control('faults', { match: 'jscode2session', errcode: -1, times: 2 });
    expect(await client.exchangeLogin(await wechat.login('worker01'))).toEqual({ openid: openid('worker01') });
  });

  test.each([
    ['three times busy', { errcode: -1, times: 3 }],
    ['too many calls', { errcode: 45011 }],
    ['a bad gateway', { httpStatus: 502 }],
    ['a cut-off reply', { truncate: true }],
    ['a dropped connection', { dropConnection: true }],
    ['no answer in time', { delayMs: 600 }],
  ])('%s means WeChat is busy', async (_name, fault) => {
    await wechat.control('faults', { match: 'jscode2session', ...fault });
    const refusal = await client.exchangeLogin(await wechat.login('worker01')).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'wechat_busy' });
    expect(String((refusal as Error).cause)).not.toContain(wechat.app.secret);
  });
});
