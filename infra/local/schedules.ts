import { type LocalTarget, lambdaContext } from './gateway.ts';
import type { LocalSchedule } from './template.ts';

/** Calls each function by the clock as its rule in the template says, once at the start, never twice at a time. Answers how to end it. */
export function followSchedules(schedules: readonly LocalSchedule[], functions: Record<string, LocalTarget>): () => Promise<void> {
  const running = new Map<string, Promise<unknown>>();

  function strike({ target }: LocalSchedule): void {
    const found = functions[target];
    if (!found || running.has(target)) return;
    const done = found
      .handler({} as never, lambdaContext(target, found.timeoutMs))
      .catch((error: unknown) => console.error(`by the clock, ${target}:`, error instanceof Error ? error.message : error))
      .finally(() => running.delete(target));
    running.set(target, done);
  }

  const timers = schedules.map((schedule) => {
    strike(schedule);
    return setInterval(() => strike(schedule), schedule.everyMs);
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running.values());
  };
}
