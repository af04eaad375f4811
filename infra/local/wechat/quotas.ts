import type { Sim } from './sim.ts';

const minute = 60_000;
const day = 86_400_000;
const chinaOffset = 28_800_000;

interface Limit {
  perMinute?: number | undefined;
  perDay?: number | undefined;
}

/** Counts one call; says which window is full, if one is. Days are China days. */
export function countCall(sim: Sim, key: string, limit: Limit): 'minute' | 'day' | undefined {
  const now = sim.nowMs();
  const inMinute = count(sim, `${key}|m${Math.floor(now / minute)}`);
  const inDay = count(sim, `${key}|d${Math.floor((now + chinaOffset) / day)}`);
  if (inDay > (limit.perDay ?? Number.POSITIVE_INFINITY)) return 'day';
  return inMinute > (limit.perMinute ?? Number.POSITIVE_INFINITY) ? 'minute' : undefined;
}

function count(sim: Sim, key: string): number {
  const calls = (sim.memory.callsInWindow.get(key) ?? 0) + 1;
  sim.memory.callsInWindow.set(key, calls);
  return calls;
}
