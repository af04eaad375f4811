import { creditCodeCheckDigit } from '@shanhai/shared/rules/credit-code.ts';
import { numberOf } from './keyed.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The 9th character of an organisation code. 〔GB 11714-1997〕 */
function organisationCheckDigit(body: string): string {
  const sum = bodyWeights.reduce((total, weight, i) => total + weight * '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(body[i] ?? '0'), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}

/**
 * A credit code of the right form for the nth demo employer. Its own check digit is right 〔GB 32100-2015〕; the
 * organisation code within has a wrong one, so that no real company can hold it.
 */
export function demoCreditCode(regionCode: string, n: number): string {
  const body = `MADEM${alphabet[Math.floor(n / 961) % 31]}${alphabet[Math.floor(n / 31) % 31]}${alphabet[n % 31]}`;
  const wrong = organisationCheckDigit(body) === '0' ? '1' : '0';
  const first17 = `91${regionCode}${body}${wrong}`;
  return `${first17}${creditCodeCheckDigit(first17)}`;
}

/** The same code with its last character wrong, as somebody may copy it. */
export function miscopied(code: string): string {
  const last = alphabet.indexOf(code.slice(-1));
  return `${code.slice(0, -1)}${alphabet[(last + 1 + numberOf(code, 29)) % 31]}`;
}
