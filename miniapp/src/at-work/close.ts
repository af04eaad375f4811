import { asciiJson, fromBase64url, toBase64url } from '@shanhai/shared/rules/relay.ts';
import { ChaCha20Poly1305 } from '@stablelib/chacha20poly1305';
import { hash } from '@stablelib/sha256';
import { generateKeyPairFromSeed, sharedKey } from '@stablelib/x25519';
import Taro from '@tarojs/taro';

const keyBytes = 32;
const nonceBytes = 12;

const bytesOf = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes that nobody can guess, from the phone or the browser. */
function drawnBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV !== 'weapp') return Promise.resolve(crypto.getRandomValues(new Uint8Array(length)));
  return new Promise((resolve, reject) => {
    Taro.getUserCryptoManager().getRandomValues({ length, success: ({ randomValues }) => resolve(new Uint8Array(randomValues)), fail: reject });
  });
}

/** Closes what was said about a person with the fair's public key: from then on only the server can read it, and this phone no more. */
export async function closeFor(sealKey: string, said: unknown): Promise<string> {
  const [id, key = ''] = sealKey.split('.');
  const theirs = bytesOf(fromBase64url(key));
  const { publicKey, secretKey } = generateKeyPairFromSeed(await drawnBytes(keyBytes));
  const closing = hash(joined(sharedKey(secretKey, theirs, true), publicKey, theirs));
  // The key is drawn for this one text, so its nonce may be zero.
  const closed = new ChaCha20Poly1305(closing).seal(new Uint8Array(nonceBytes), bytesOf(asciiJson(said)));
  return `${id}.${toBase64url(lettersOf(joined(publicKey, closed)))}`;
}
