import type { Finding } from './post-findings.ts';
import { wordHits } from './post-words.ts';

/** What the work itself may ask for when it says why. 〔人社部、网信办2024年8月29日通知〕 */
export const essentialKeys = ['age', 'education'] as const;
export type EssentialKey = (typeof essentialKeys)[number];

export const essentialWords: Record<EssentialKey, string> = { age: '限年龄', education: '限学历' };

/** An essential requirement as the employer states it; an officer reads it. */
export interface Essential {
  key: EssentialKey;
  why: string;
}

const leastWhy = 6;

/** Whether a reason says something, and smuggles in no other breach. */
export const isStated = ({ key, why }: Essential): boolean =>
  why.trim().length >= leastWhy && wordHits(why, 'requirements', { monthFen: 0, floorFen: 0 }).every((hit) => hit.key === key);

export interface ByNeed {
  /** Still to be mended before the opening is published. */
  open: Finding[];
  /** May stand; an officer sees them with their reason. */
  kept: (Finding & { why: string })[];
}

/** Parts the findings of an opening into those that stay forbidden and those that the work needs. 〔人社部、网信办2024年8月29日通知〕 */
export function partByNeed(findings: readonly Finding[], essentials: readonly Essential[]): ByNeed {
  const parted: ByNeed = { open: [], kept: [] };
  for (const finding of findings) {
    const need = essentials.find((one) => one.key === finding.key && isStated(one));
    if (need) parted.kept.push({ ...finding, why: need.why.trim() });
    else parted.open.push(finding);
  }
  return parted;
}
