/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) for screens and phones that have none of their own. Text is ASCII, here and in our codes. */

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131];
const morePrimes = [137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277];
const lastPrimes = [281, 283, 293, 307, 311];
const first64 = [...primes, ...morePrimes, ...lastPrimes];
/** The first 32 bits behind the point of a root. */
const bitsBehindPoint = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const rounds = first64.map((prime) => bitsBehindPoint(Math.cbrt(prime)));
const start = first64.slice(0, 8).map((prime) => bitsBehindPoint(Math.sqrt(prime)));
const blockBytes = 64;

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message, a one, zeros, and its length in bits, in whole blocks. */
function padded(bytes: readonly number[]): number[] {
  const zeros = (blockBytes + 55 - (bytes.length % blockBytes)) % blockBytes;
  const bits = bytes.length * 8;
  return [...bytes, 128, ...new Array<number>(zeros + 4).fill(0), (bits >>> 24) & 255, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255];
}

function scheduleOf(block: readonly number[]): number[] {
  const words: number[] = [];
  for (let i = 0; i < 16; i += 1) words.push(block.slice(4 * i, 4 * i + 4).reduce((word, byte) => (word << 8) | byte, 0));
  for (let i = 16; i < 64; i += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = [words[i - 15], words[i - 2], words[i - 16], words[i - 7]];
    const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    words.push((c + low + d + high) | 0);
  }
  return words;
}

function mixed(state: readonly number[], block: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (const [i, word] of scheduleOf(block).entries()) {
    const chosen = (e & f) ^ (~e & g);
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (rounds[i] ?? 0) + word) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (state[i] ?? 0)) | 0);
}

export const bytesOf = (ascii: string): number[] => Array.from(ascii, (letter) => letter.charCodeAt(0));

export function sha256(bytes: readonly number[]): number[] {
  const whole = padded(bytes);
  let state = start;
  for (let from = 0; from < whole.length; from += blockBytes) state = mixed(state, whole.slice(from, from + blockBytes));
  return state.flatMap((word) => [(word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

export function hmacSha256(key: string, message: string): number[] {
  const bytes = bytesOf(key);
  const short = bytes.length > blockBytes ? sha256(bytes) : bytes;
  const block = [...short, ...new Array<number>(blockBytes - short.length).fill(0)];
  const masked = (mask: number): number[] => block.map((byte) => byte ^ mask);
  return sha256([...masked(0x5c), ...sha256([...masked(0x36), ...bytesOf(message)])]);
}
