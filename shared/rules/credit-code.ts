const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18th character that GB 32100-2015 gives for the first 17, or '' when one of them is not allowed. */
export function creditCodeCheckDigit(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(first17[i] ?? '?');
    if (value < 0) return '';
    sum += value * (weights[i] ?? 0);
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** Is this a well-formed 统一社会信用代码: 18 characters whose last is the check digit? 〔GB 32100-2015〕 */
export function isCreditCode(code: string): boolean {
  return /^[0-9A-Y]{18}$/.test(code) && creditCodeCheckDigit(code.slice(0, 17)) === code[17];
}
