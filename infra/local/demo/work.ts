import type { Trade } from '@shanhai/shared/rules/trades.ts';

/** A kind of work as posts describe it; the second wording is what another employer would write. */
export interface Work {
  trade: Trade;
  titles: readonly [string, string];
  requirements: readonly [string, string];
  duties: readonly [string, string];
  training: string;
  shift: string;
}
