/** Going in and out at a fair that counts exits: the same on the server and on a device without network. */

export type Direction = 'in' | 'out';
export const directions = ['in', 'out'] as const;
export type PassageFlag = 'no_exit' | 'no_entry';

/** What is known of somebody before they pass: when they came or passed last, and whether they are out. */
export interface Standing {
  at: string;
  passedAt?: string | undefined;
  isOut?: boolean | undefined;
}

/** Scanned again within a minute is the same passage, seen twice. */
export const samePassageMs = 60_000;

export interface Passing {
  /** Nothing new: the same passage, seen twice. */
  isSame?: true;
  /** It happened before what is known already: a fact, but where the person is now stays as it is. */
  isLate?: true;
  /** Out before and in now, or the other way round. */
  changes: boolean;
  flag?: PassageFlag;
}

/**
 * Whoever went out comes in again; who was not seen going out is marked and let in all the same, and so is the reverse.
 * A passage that was heard of late never overrules a later one.
 */
export function passageOf(standing: Standing, direction: Direction, at: string): Passing {
  const last = standing.passedAt ?? standing.at;
  const isOut = standing.isOut === true;
  const goesOn = isOut === (direction === 'in');
  const apart = Date.parse(at) - Date.parse(last);
  if (!goesOn && Math.abs(apart) <= samePassageMs) return { isSame: true, changes: false };
  if (apart < 0) return { isLate: true, changes: false };
  if (goesOn) return { changes: true };
  return { changes: false, flag: direction === 'in' ? 'no_exit' : 'no_entry' };
}

/** Is there no room for one more? 0 and nothing said: nobody is stopped. 〔大型群众性活动安全管理条例 §11、§15：不得超过许可的规模〕 */
export const isFull = (capacity: number | undefined, inside: number): boolean => !!capacity && inside >= capacity;

interface Passed {
  at: string;
  direction: Direction;
}
/** Where somebody stands whose exits were heard of before the check-in itself: the latest moment counts. */
export function standingAfter(checkedInAt: string, passages: readonly Passed[]): { isOut?: boolean; passedAt?: string } {
  const last = passages.filter((p) => p.at > checkedInAt).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return last ? { isOut: last.direction === 'out', passedAt: last.at } : {};
}
