/**
 * A device without network hands what it did to a colleague's device as codes on its screen. The text is cut into parts; each says which
 * hand-over and which part it is and carries its own checksum, so that they may be read in any order and any number of times. The actions
 * keep their nonces: whatever way one of them reaches the server, and how often, it is answered once.
 */

/** An action as a device keeps it. */
export interface Carried {
  kind: string;
  nonce: string;
  happenedAt: string;
  [field: string]: unknown;
}
export interface HandOver {
  fairId: string;
  /** The device that did it. */
  from: string;
  actions: readonly Carried[];
}

/** Letters of one part; with its head a code of 77 squares a side, which a phone reads off another phone's screen. */
const lettersOfPart = 320;
/** So many at once; more are handed over in turns. */
export const mostHandedOver = 60;
const mark = 'SHQ1';
const ackMark = 'SHA1';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});
function crc32(ascii: string): number {
  let crc = -1;
  for (let i = 0; i < ascii.length; i += 1) crc = (crcTable[(crc ^ ascii.charCodeAt(i)) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
const checksum = (ascii: string): string => crc32(ascii).toString(36);

/** JSON in which every letter is ASCII: phones have no common way to make bytes of text. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Base64url of letters that stand for bytes; WeChat has no btoa. */
export function toBase64url(ascii: string): string {
  let out = '';
  for (let i = 0; i < ascii.length; i += 3) {
    const [a, b, c] = [ascii.charCodeAt(i), ascii.charCodeAt(i + 1) || 0, ascii.charCodeAt(i + 2) || 0];
    const letters = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map((n) => base64url.charAt(n)).join('');
    out += letters.slice(0, Math.min(4, ascii.length - i + 1));
  }
  return out;
}

export function fromBase64url(text: string): string {
  let [bits, held, out] = [0, 0, ''];
  for (const letter of text) {
    held = (held << 6) | base64url.indexOf(letter);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return out;
}

/** The codes of a hand-over, in order. */
export function partsOf(handOver: HandOver): string[] {
  const whole = toBase64url(asciiJson(handOver));
  const id = checksum(whole);
  const total = Math.ceil(whole.length / lettersOfPart);
  return Array.from({ length: total }, (_, i) => {
    const said = `${id}.${i + 1}.${total}.${whole.slice(i * lettersOfPart, (i + 1) * lettersOfPart)}`;
    return `${mark}.${checksum(said)}.${said}`;
  });
}

/** What was read so far of one hand-over. */
export interface Received {
  id: string;
  total: number;
  parts: Readonly<Record<number, string>>;
}
export type ReadPart = 'taken' | 'again' | 'not_a_part' | 'broken' | 'another';
/** Reads one code. A part of another hand-over, a broken one and anything else leave what was read as it is. */
export function readPart(received: Received | undefined, text: string): { received: Received | undefined; said: ReadPart } {
  const found = /^SHQ1\.(\w+)\.((\w+)\.(\d{1,3})\.(\d{1,3})\.([\w-]+))$/.exec(text.trim());
  if (!found) return { received, said: 'not_a_part' };
  const [, sum, said = '', id = '', no, of, body = ''] = found;
  const [index, total] = [Number(no), Number(of)];
  if (checksum(said) !== sum || index < 1 || index > total) return { received, said: 'broken' };
  if (received && (received.id !== id || received.total !== total)) return { received, said: 'another' };
  if (received?.parts[index]) return { received, said: 'again' };
  return { received: { id, total, parts: { ...received?.parts, [index]: body } }, said: 'taken' };
}

/** Which parts are still to be read. */
export const missingOf = ({ total, parts }: Received): number[] => Array.from({ length: total }, (_, i) => i + 1).filter((no) => !parts[no]);

const isCarried = (one: unknown): one is Carried =>
  typeof one === 'object' && one !== null && ['kind', 'nonce', 'happenedAt'].every((field) => typeof (one as Carried)[field] === 'string');

const wholeOf = ({ total, parts }: Received): string => Array.from({ length: total }, (_, i) => parts[i + 1] ?? '').join('');

/** The whole of it, when every part is there and they make what was cut; else undefined. */
export function handOverOf(received: Received): HandOver | undefined {
  const whole = wholeOf(received);
  if (missingOf(received).length > 0 || checksum(whole) !== received.id) return undefined;
  try {
    const { fairId, from, actions } = JSON.parse(fromBase64url(whole)) as HandOver;
    const isWhole = typeof fairId === 'string' && typeof from === 'string' && Array.isArray(actions) && actions.every(isCarried);
    return isWhole ? { fairId, from, actions } : undefined;
  } catch {
    return undefined;
  }
}

/** Six digits that only who has read all of it can say. */
const digitsOf = (whole: string): string => String(crc32(`${ackMark}${whole}`) % 1_000_000).padStart(6, '0');
/** What the receiver shows when all is there: a number to say, and the same as a code. */
export function receiptOf(received: Received): { digits: string; code: string } {
  const digits = digitsOf(wholeOf(received));
  return { digits, code: `${ackMark}.${received.id}.${digits}` };
}
/** Is this, scanned or typed, the receipt for this hand-over? */
export function isReceiptFor(handOver: HandOver, said: string): boolean {
  const whole = toBase64url(asciiJson(handOver));
  const digits = digitsOf(whole);
  return [digits, `${ackMark}.${checksum(whole)}.${digits}`].includes(said.replace(/\s/g, ''));
}
