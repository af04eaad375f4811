import type { Output } from '@shanhai/shared/contract/contract.ts';

export type Whole = Output<'allocations.get'>;
export type Allocation = Whole['allocation'];
export type Opening = Whole['openings'][number];
export type PersonRow = Output<'allocations.rows'>['items'][number];

/** `12%` */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** How much better all together fare than if everybody had taken the best left in turn; undefined where it is nothing. */
export function betterBy({ totalFit, firstComeFit }: Allocation): string | undefined {
  if (firstComeFit === 0 || totalFit <= firstComeFit) return undefined;
  return `${((totalFit / firstComeFit - 1) * 100).toFixed(1)}%`;
}
