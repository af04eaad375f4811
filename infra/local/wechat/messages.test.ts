import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aStandIn, type TestedStandIn } from './a-stand-in.ts';
import { fieldTrouble } from './message-fields.ts';
import { openidOf } from './personas.ts';

let wechat: TestedStandIn;
let query: { access_token: string };
beforeEach(async () => {
  wechat = await aStandIn();
  query = { access_token: await wechat.token() };
});
afterEach(() => wechat.stop());

const touser = () => openidOf(wechat.app.appId, 'worker01');
const message = (over: object = {}) => ({
  touser: touser(),
  template_id: 'reply-once',
  page: 'areas/fairs/landing/index?from=message',
  data: { thing1: { value: '月汀钢构要您' }, time2: { value: '2026年2月7日 10:30' } },
  miniprogram_state: 'formal',
  ...over,
});
const send = (body: object = message()) => wechat.post('/cgi-bin/message/subscribe/send', body, query);
const subscribe = (input: object = {}) => wechat.control('subscribe', { user: 'worker01', tmplId: 'reply-once', ...input });

describe('a message to a person', () => {
  test('goes out once for each tap that allowed it', async () => {
    expect((await send()).errcode).toBe(43101);
    await subscribe({ times: 2 });
    expect([(await send()).errcode, (await send()).errcode, (await send()).errcode]).toEqual([0, 0, 43101]);
    const outbox = JSON.parse((await wechat.get('/__sim/outbox', { user: 'worker01' })).text);
    expect(outbox).toHaveLength(2);
    expect(outbox[0]).toMatchObject({ user: 'worker01', templateId: 'reply-once', data: { thing1: '月汀钢构要您' } });
  });

  test('answers with a 19-digit number that JSON.parse would round', async () => {
    await subscribe();
    const raw = /"msgid":(\d{19})}/.exec((await send()).text)?.[1] ?? '';
    const outbox = JSON.parse((await wechat.get('/__sim/outbox')).text);
    expect(outbox[0].msgid).toBe(raw);
    expect(BigInt(raw)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  test('of a long-term template goes out again and again, until the person turns it off', async () => {
    const long = message({ template_id: 'fair-long', data: { thing1: { value: '明天有招聘会' } } });
    await subscribe({ tmplId: 'fair-long' });
    expect([(await send(long)).errcode, (await send(long)).errcode]).toEqual([0, 0]);
    await subscribe({ tmplId: 'fair-long', result: 'ban' });
    expect((await send(long)).errcode).toBe(43101);
  });

  test('never reaches one who refuses', async () => {
    expect(await subscribe({ user: 'refuses01' })).toMatchObject({ 'reply-once': 'reject' });
    expect((await send(message({ touser: openidOf(wechat.app.appId, 'refuses01') }))).errcode).toBe(43101);
  });
});

describe('a message that does not fit', () => {
  test('names the field', async () => {
    await subscribe();
    const empty = await send(message({ data: { time2: { value: '10:30' } } }));
    expect(empty.reply).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringMatching(/^argument invalid! data\.thing1\.value is empty rid: /),
    });
    const long = await send(message({ data: { thing1: { value: '字'.repeat(21) }, time2: { value: '10:30' } } }));
    expect(long.reply.errmsg).toContain('data.thing1.value invalid');
  });

  test.each([
    ['another app’s openid', { touser: openidOf('wx2', 'worker01') }, 40003],
    ['an unknown template', { template_id: 'nothing' }, 40037],
    ['an unknown page', { page: 'pages/none' }, 41030],
    ['a sensitive word', { data: { thing1: { value: '[sensitive]' }, time2: { value: '10:30' } } }, 45168],
  ])('is refused with %s', async (_name, over, errcode) => {
    await subscribe();
    expect((await send(message(over))).errcode).toBe(errcode);
  });
});

describe('the kinds of fields', () => {
  test.each([
    ['thing1', '富乐镇桃源集市'],
    ['number2', '12.5'],
    ['letter3', 'abc'],
    ['symbol4', '%￥'],
    ['character_string5', 'A03-0417'],
    ['time6', '15:01'],
    ['time6', '2026年2月7日 9:00~2026年2月7日 11:30'],
    ['date7', '2026-02-07'],
    ['amount8', '¥6500元'],
    ['phone_number9', '0874-8212345'],
    ['car_number10', '云D12345'],
    ['name11', '杨桂兰'],
    ['phrase12', '要您'],
  ])('%s takes %s', (key, value) => expect(fieldTrouble([key], { [key]: value })).toBeUndefined());

  test.each([
    ['thing1', '两\n行'],
    ['number2', '十二'],
    ['letter3', 'a1'],
    ['character_string5', '汉字'],
    ['time6', '九点'],
    ['date7', '15:01'],
    ['amount8', '很多'],
    ['name11', '杨'.repeat(11)],
    ['phrase12', '六个字的短语'],
  ])('%s does not take %s', (key, value) => expect(fieldTrouble([key], { [key]: value })).toContain('invalid'));
});

describe('the check of a text', () => {
  const check = (over: object = {}) => wechat.post('/wxa/msg_sec_check', { content: '招焊工', version: 2, scene: 2, openid: touser(), ...over }, query);

  test('gives its verdict in result, with errcode 0', async () => {
    await wechat.login('worker01');
    expect((await check()).reply).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
    expect((await check({ content: '[risky]' })).reply).toMatchObject({ errcode: 0, result: { suggest: 'risky', label: 20006 } });
    expect((await check({ content: '[review]' })).reply).toMatchObject({ errcode: 0, result: { suggest: 'review' } });
  });

  test('is only for people who were here within two hours', async () => {
    expect((await check()).errcode).toBe(61010);
    await wechat.control('visit', { user: 'worker01' });
    expect((await check()).errcode).toBe(0);
    await wechat.control('clock', { advanceS: 7201 });
    query = { access_token: await wechat.token() };
    expect((await check()).errcode).toBe(61010);
  });

  test.each([
    [{ content: '长'.repeat(2501) }, 47001],
    [{ scene: 9 }, 40129],
    [{ openid: 'someone' }, 40003],
    [{ openid: `o${'A'.repeat(27)}` }, 43104],
  ])('refuses what it cannot read', async (over, errcode) => {
    await wechat.login('worker01');
    expect((await check(over)).errcode).toBe(errcode);
  });
});
