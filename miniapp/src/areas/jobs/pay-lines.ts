import { yuan } from '@shanhai/shared/rules/fen.ts';
import { type Pay, payParts } from '@shanhai/shared/rules/jobs.ts';

/** The lines under 到手算账, with their signs. */
export const payLines = (pay: Pay): (readonly [what: string, amount: string])[] =>
  payParts(pay).map(({ what, fen }, i) => [what, i === 0 ? yuan(fen) : `${fen < 0 ? '−' : '+'} ${yuan(Math.abs(fen))}`] as const);
