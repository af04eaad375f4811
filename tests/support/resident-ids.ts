import { residentIdCheckDigit } from '@shanhai/shared/rules/resident-id.ts';

/** A well-formed resident id of 罗平 for somebody born on a day; n makes them differ. */
export function aResidentId(bornOn = '1990-03-07', n = 1): string {
  const first17 = `530324${bornOn.replaceAll('-', '')}${String(n).padStart(3, '0')}`;
  return first17 + residentIdCheckDigit(first17);
}
