import { Problem } from '@shanhai/shared/problems.ts';
import { ageBandOn, bornOn, grownAge, isResidentId, leastAge, turnsOn } from '@shanhai/shared/rules/resident-id.ts';

/**
 * What a resident id says of the age: nobody under 16 is registered; of the young the day they turn 18 is kept, so that
 * hazardous work is kept from them. 〔劳动法 §15、§58；禁止使用童工规定 §2、§4〕
 */
export function youngUntil(residentId: string, today: string): string | undefined {
  if (!isResidentId(residentId)) throw new Problem('invalid_input', { field: 'residentId' });
  const born = bornOn(residentId);
  const band = ageBandOn(born, today);
  if (born > today) throw new Problem('invalid_input', { field: 'residentId' });
  if (band === 'under_age') throw new Problem('worker_under_age', { least: leastAge, from: turnsOn(born, leastAge) });
  return band === 'young' ? turnsOn(born, grownAge) : undefined;
}
