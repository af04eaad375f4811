import type { Output } from '@shanhai/shared/contract/contract.ts';

export type Pairing = Output<'pairings.list'>['items'][number];
export type PairedFair = Pairing['fairs'][number];

/** The sum of what is known; undefined when no fair says it. */
function knownSum(fairs: readonly PairedFair[], pick: (fair: PairedFair) => number | undefined): number | undefined {
  const known = fairs.map(pick).filter((n) => n !== undefined);
  return known.length ? known.reduce((a, b) => a + b, 0) : undefined;
}

/** A paper that names a past fair without its size leaves 0: no fair is held without posts. */
export const said = (n: number | undefined): number | undefined => n || undefined;

/** The papers' measures of a pairing in a year. */
export const figuresOf = ({ fairs }: Pairing) => ({
  posts: knownSum(fairs, (fair) => said(fair.posts)),
  attendance: knownSum(fairs, (fair) => fair.attendance),
  intents: knownSum(fairs, (fair) => fair.intents),
});

/** May somebody still come on top of its attendance? */
export const isShort = ({ fairs }: Pairing): boolean => fairs.some((fair) => fair.mayAdd !== undefined);

/** A figure, or 没写 where the paper gives none. */
export const orUnsaid = (n: number | undefined, unit = ''): string => (n === undefined ? '没写' : `${n} ${unit}`.trimEnd());
