import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { PushSettings } from './sim.ts';

/** The cipher fills blocks of 32 bytes here. */
const block = 32;

function seal(text: string, key: string, appId: string): string {
  const aesKey = Buffer.from(`${key}=`, 'base64');
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const whole = Buffer.concat([randomBytes(16), length, body, Buffer.from(appId)]);
  const missing = block - (whole.length % block);
  const cipher = createCipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([whole, Buffer.alloc(missing, missing)])), cipher.final()]).toString('base64');
}

const signature = (parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

/** A message as WeChat sends it in 安全模式: the address with its signatures, and the sealed body. */
export function sealedPush({ address, token, key }: PushSettings, app: { appId: string; at: Date }, said: object): { url: string; body: string } {
  const [timestamp, nonce] = [String(Math.floor(app.at.getTime() / 1000)), String(randomBytes(4).readUInt32BE())];
  const Encrypt = seal(JSON.stringify(said), key, app.appId);
  const signed = { signature: signature([token, timestamp, nonce]), msg_signature: signature([token, timestamp, nonce, Encrypt]) };
  const query = new URLSearchParams({ timestamp, nonce, encrypt_type: 'aes', ...signed });
  return { url: `${address}?${query}`, body: JSON.stringify({ ToUserName: 'gh_0123456789ab', Encrypt }) };
}

/** The question the console asks before it takes an address. */
export function pushQuestion({ address, token }: PushSettings, at: Date, echostr: string): string {
  const [timestamp, nonce] = [String(Math.floor(at.getTime() / 1000)), String(randomBytes(4).readUInt32BE())];
  return `${address}?${new URLSearchParams({ signature: signature([token, timestamp, nonce]), timestamp, nonce, echostr })}`;
}
