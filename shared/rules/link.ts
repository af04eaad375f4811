/** When a device at work goes on alone, when it is back, and when it stops sending one act again. */

/** How one call went. */
export interface HeardCall {
  isGood: boolean;
  ms: number;
}

/** So many of the last calls are looked at. */
export const remembered = 5;
const slowMs = 2000;
const failuresToLeave = 2;
const goodToReturn = 2;

/** Two failures among the last five or a mean above two seconds: down. Two good ones in a row: back. */
export function isDownAfter(wasDown: boolean, last: readonly HeardCall[]): boolean {
  const recent = last.slice(-remembered);
  if (wasDown) {
    const latest = recent.slice(-goodToReturn);
    return latest.length < goodToReturn || latest.some((one) => !one.isGood || one.ms > slowMs);
  }
  const failures = recent.filter((one) => !one.isGood).length;
  const mean = recent.reduce((sum, one) => sum + one.ms, 0) / Math.max(1, recent.length);
  return failures >= failuresToLeave || mean > slowMs;
}

/** An act that the other side breaks down over so often is given to a person. */
const mostFaults = 20;

/**
 * What one more vain sending counts. Without a network it counts nothing, however often; a breakdown of the other side does, and so does
 * an answer that hands back this very act (`isOwn`) to be sent again. A busy server answers nobody, and that is nobody's fault.
 */
export function afterVain(faults: number, { code, isOwn }: { code: string; isOwn: boolean }): { faults: number; isGivenUp: boolean } {
  const next = faults + Number(code === 'internal' || (isOwn && code === 'try_again'));
  return { faults: next, isGivenUp: next >= mostFaults };
}

const aboutSender = ['not_signed_in', 'login_code_used', 'device_revoked', 'no_longer_steward', 'no_longer_member', 'role_not_held'];
/**
 * Refused for who sends it and not for what was done: nothing is wrong with the act, so it stays until the person signs in, has the duty or the
 * device back, or hands it to a colleague.
 */
export const isAboutSender = (code: string): boolean => aboutSender.includes(code);

/** Given up although nothing is wrong with the act itself: a person may have it sent anew. */
export const isWorthSending = (code: string): boolean => code === 'internal' || code === 'try_again';
