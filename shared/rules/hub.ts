import { hmacSha256 } from './sha256.ts';

/**
 * A laptop in the hall that gates reach by its address. `wx.request` may speak plain http to an address of the phone's own subnet
 * 〔微信 局域网通信〕, so nothing secret goes over it and both sides prove each other with the secret of a pairing code.
 */

/** No letters that are read wrongly off a screen; sixteen of them are eighty bits. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const secretLetters = 16;
const mark = 'SHHUB1';

export interface HubAddress {
  /** `192.168.1.20:8790` */
  address: string;
  secret: string;
}
export interface Pairing extends HubAddress {
  fairId: string;
}

/** A secret from so many bytes that nobody can guess. */
export const secretOf = (bytes: Iterable<number>): string =>
  [...bytes]
    .slice(0, secretLetters)
    .map((byte) => letters.charAt(byte % letters.length))
    .join('');

const isByte = (part: string): boolean => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
/** Networks of a house and this machine itself 〔RFC 1918, 3927〕: nothing of a hall goes in the clear to an address outside. */
const near = [/^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^169\.254\./, /^127\./];

/** `192.168.1.20:8790`, as it was typed; undefined when it is no address of a hall. */
export function hubAddress(typed: string): string | undefined {
  const [, ip = '', port = ''] = /^(\d+\.\d+\.\d+\.\d+)[:：](\d{2,5})$/.exec(typed.replace(/\s/g, '').replace(/。/g, '.')) ?? [];
  const isNear = ip.split('.').every(isByte) && near.some((network) => network.test(ip));
  return isNear && Number(port) <= 65_535 ? `${ip}:${port}` : undefined;
}

/** The secret as it was typed, in groups or small letters; undefined when letters are missing. */
export function hubSecret(typed: string): string | undefined {
  const secret = typed.replace(/[\s-]/g, '').toUpperCase();
  return secret.length === secretLetters && [...secret].every((letter) => letters.includes(letter)) ? secret : undefined;
}

/** In groups of four, to be read out. */
export const spokenSecret = (secret: string): string => (secret.match(/.{4}/g) ?? []).join(' ');

/** The code on the hub's own screen. */
export const pairingText = ({ address, secret, fairId }: Pairing): string => [mark, address, secret, fairId].join('.');

export function readPairing(text: string): Pairing | undefined {
  const [, at = '', said = '', fairId = ''] = /^SHHUB1\.([\d.]+:\d+)\.([A-Z2-9]+)\.([\w-]{9})$/.exec(text.trim()) ?? [];
  const [address, secret] = [hubAddress(at), hubSecret(said)];
  return address && secret ? { address, secret, fairId } : undefined;
}

/** How far a gate's clock and the hub's may be apart, as between a device and the server. */
export const apartMinutes = 10;
export const isTimely = (at: string, now: string): boolean => Math.abs(Date.parse(at) - Date.parse(now)) <= apartMinutes * 60_000;

export const hubHeaders = { at: 'x-hub-at', nonce: 'x-hub-nonce', sign: 'x-hub-sign' } as const;

const hex = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
const signed = (secret: string, ...parts: readonly string[]): string => hex(hmacSha256(secret, parts.join('\n')));

export interface HubRequest {
  method: string;
  /** With what is asked behind it. */
  path: string;
  at: string;
  /** Drawn for this one request. */
  nonce: string;
  /** SHA-256 of the body in hex, of nothing when there is none. */
  bodyHash: string;
}
export const signOfRequest = (secret: string, { method, path, at, nonce, bodyHash }: HubRequest): string =>
  signed(secret, 'ask', method, path, at, nonce, bodyHash);

/** What the hub answers is signed for the request it answers: nobody else's answer, and none of another moment, is taken for it. */
export const signOfAnswer = (secret: string, { nonce, status, bodyHash }: { nonce: string; status: number; bodyHash: string }): string =>
  signed(secret, 'say', nonce, String(status), bodyHash);

/** Compares without telling by its time how much was right. */
export function isSameSign(given: string, own: string): boolean {
  let differs = given.length ^ own.length;
  for (let i = 0; i < own.length; i += 1) differs |= (given.charCodeAt(i) || 0) ^ own.charCodeAt(i);
  return differs === 0;
}
