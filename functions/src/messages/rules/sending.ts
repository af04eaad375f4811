import { atChinaTime, chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { afterDays, afterMinutes } from '@shanhai/shared/rules/instants.ts';

/** A number from 0 up to 1 that depends on the words only: spreads what would otherwise strike at one moment. */
export function spread(words: string): number {
  let hash = 2_166_136_261;
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash / 2 ** 32;
}

/** Nobody is rung up between 21:00 and 8:00 of China; what is held goes out over the ten minutes after eight. */
export function whenSendable(at: string, id: string): string {
  const day = chinaDay(at);
  const opensAt = (on: string): string => afterMinutes(atChinaTime(on, '08:00'), spread(id) * 10);
  if (at < atChinaTime(day, '08:00')) return opensAt(day);
  return at >= atChinaTime(day, '21:00') ? opensAt(dayAfter(day, 1)) : at;
}

export const isQuiet = (at: string): boolean => whenSendable(at, '') !== at;

/** News of the day before yesterday rings nobody up, however long it was laid aside. */
export const staleAt = (at: string): string => afterDays(at, 2);

/** How often a message is tried before it is laid aside. */
export const mostTries = 6;
/** Waits 2, 4, 8, 16, 32 minutes and up to as much again, so that many do not come back together. */
export function nextTryAt(at: string, tries: number, id: string): string {
  const least = 2 ** Math.min(tries, 5);
  return whenSendable(afterMinutes(at, least * (1 + spread(`${id}#${tries}`))), id);
}
/** WeChat counts by the day. */
export const tomorrow = (at: string, id: string): string => whenSendable(atChinaTime(dayAfter(chinaDay(at), 1), '00:00'), id);

/** How long a claimed message may be on its way. After that its sender is gone, and nobody knows whether it was sent. */
export const claimMinutes = 10;
export const claimEndsAt = (at: string): string => afterMinutes(at, claimMinutes);

/** What WeChat said, or did not say, to a message. */
export type SendOutcome =
  | { said: 'sent' | 'refused' | 'unsure' }
  /** Not sent; may be tried again. */
  | { said: 'busy'; reason: string }
  /** Not sent; the day's allowance is used up. */
  | { said: 'tomorrow' }
  /** Not sent and never will be: a mistake of ours. */
  | { said: 'fault'; reason: string };

/** What becomes of a message: it is done with in a state, waits again, or is laid aside for somebody to look at. */
export type Verdict = { state: 'sent' | 'refused' | 'unsure' } | { state: 'waiting'; dueAt: string } | { state: 'dead'; reason: string };

/**
 * A refusal (43101) is a person's right and final. Only what WeChat itself said it did not send is tried again: no answer
 * may mean that it was sent, and nothing is sent twice.
 */
export function verdictOn(outcome: SendOutcome, { tries, id }: { tries: number; id: string }, now: string): Verdict {
  if (outcome.said === 'fault') return { state: 'dead', reason: outcome.reason };
  if (outcome.said === 'tomorrow') return { state: 'waiting', dueAt: tomorrow(now, id) };
  if (outcome.said !== 'busy') return { state: outcome.said };
  return tries >= mostTries ? { state: 'dead', reason: outcome.reason } : { state: 'waiting', dueAt: nextTryAt(now, tries, id) };
}
