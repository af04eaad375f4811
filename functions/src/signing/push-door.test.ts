import { describe, expect, test } from 'vitest';
import { sealedPush } from '../../../infra/local/wechat/push.ts';
import { pushDoor } from './push-door.ts';

const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const appId = 'wxba5fad812f8e6fb9';
const door = pushDoor({ token: 'AAAAA', key, appId });
const at = new Date('2026-02-07T04:00:00Z');
const pushed = (said: object, app = appId) => {
  const { url, body } = sealedPush({ address: 'http://127.0.0.1/push', token: 'AAAAA', key }, { appId: app, at }, said);
  const { Encrypt } = JSON.parse(body) as { Encrypt: string };
  return { query: new URL(url).searchParams, Encrypt };
};

describe('a signature', () => {
  test.each([
    ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ])("of WeChat's own example at %s is genuine", (timestamp, nonce, signature) => {
    expect(door.isGenuine(signature, [timestamp, nonce])).toBe(true);
    expect(door.isGenuine(signature, [timestamp, `${nonce}1`])).toBe(false);
  });
  test.each(['', 'no hex at all', 'f464b24f'])('%j is none', (signature) => expect(door.isGenuine(signature, ['1714036504', '1514711492'])).toBe(false));
});

describe('what is sealed for us', () => {
  test.each([0, 1, 20, 31, 32, 33])('is read, with %i letters too', (length) => {
    const said = { Event: 'x'.repeat(length) };
    const { query, Encrypt } = pushed(said);
    expect(door.isGenuine(query.get('msg_signature') ?? '', [query.get('timestamp') ?? '', query.get('nonce') ?? '', Encrypt])).toBe(true);
    expect(door.open(Encrypt)).toEqual(said);
  });
  test('for another app is not read', () => expect(door.open(pushed({ a: 1 }, 'wx0000000000000001').Encrypt)).toBeUndefined());
  test.each(['', 'AAAA', '!', Buffer.alloc(64).toString('base64')])('%j opens to nothing', (sealed) => expect(door.open(sealed)).toBeUndefined());
});
