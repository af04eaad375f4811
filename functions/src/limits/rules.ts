/** Tokens that come back evenly; a full bucket lets so many through at once. */
export interface Bucket {
  left: number;
  at: number;
}

/** Takes a token: the bucket afterwards, and how many seconds to wait when there was none. */
export function takeToken(before: Bucket | undefined, { most, minutes }: { most: number; minutes: number }, nowMs: number): { bucket: Bucket; wait: number } {
  const perMs = most / (minutes * 60_000);
  // a clock that was set back gives nothing and takes nothing
  const passedMs = Math.max(0, nowMs - (before?.at ?? nowMs));
  const left = Math.min(most, (before?.left ?? most) + passedMs * perMs);
  if (left < 1) return { bucket: { left, at: nowMs }, wait: Math.max(1, Math.ceil((1 - left) / perMs / 1000)) };
  return { bucket: { left: left - 1, at: nowMs }, wait: 0 };
}

/** The stretch of time that a moment is counted in, and how long it still lasts. */
export function windowOf(nowMs: number, minutes: number): { window: number; wait: number; endsAtSeconds: number } {
  const span = minutes * 60_000;
  const window = Math.floor(nowMs / span);
  return { window, wait: Math.max(1, Math.ceil(((window + 1) * span - nowMs) / 1000)), endsAtSeconds: ((window + 1) * span) / 1000 };
}
