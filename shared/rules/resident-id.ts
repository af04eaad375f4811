const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The last character of a 公民身份号码, from its first 17 digits. 〔GB 11643—1999 §4.2.4〕 */
export function residentIdCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}

/** As people type it: blanks and a small x are forgiven. */
export function tidyResidentId(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase();
}

/** Is this a well-formed 公民身份号码: 18 characters, a real birthday, the right check digit? 〔GB 11643—1999〕 */
export function isResidentId(id: string): boolean {
  return /^[1-9]\d{16}[\dX]$/.test(id) && isDay(bornOn(id)) && residentIdCheckDigit(id) === id.charAt(17);
}

/** The birthday inside a number: `53032419900307421X` → `1990-03-07`. */
export function bornOn(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** The China day on which somebody born on a day is so many years old; the 29th of February has its day on the 1st of March. */
export function turnsOn(born: string, years: number): string {
  const day = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`;
  return isDay(day) ? day : `${day.slice(0, 4)}-03-01`;
}

export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return turnsOn(born, years) <= day ? years : years - 1;
}

/** Nobody under 16 is registered for work or introduced to an employer. 〔劳动法 §15；禁止使用童工规定 §2、§4〕 */
export const leastAge = 16;
/** 16 and 17 are 未成年工: they may work, but not everywhere. 〔劳动法 §58、§64〕 */
export const grownAge = 18;

export type AgeBand = 'under_age' | 'young' | 'grown';

export function ageBandOn(born: string, day: string): AgeBand {
  const age = ageOn(born, day);
  if (age < leastAge) return 'under_age';
  return age < grownAge ? 'young' : 'grown';
}

/** `53032419900307421X` → `5303**********421X` */
export function maskedResidentId(id: string): string {
  return `${id.slice(0, 4)}**********${id.slice(-4)}`;
}
