import type { Deps, Duty } from './deps.ts';
import { keys } from './table/keys.ts';

/** The clock strikes a little early or late. */
const slackMs = 20_000;

/** Takes a duty's turn: one runner at a time, and not before its time has come round again. */
async function takeTurn({ name, everyMinutes }: Duty, { table, now, newId }: Deps): Promise<boolean> {
  const latest = new Date(Date.parse(now()) - everyMinutes * 60_000 + slackMs).toISOString();
  const outcome = await table.change(keys.duty(name), {
    // `by` tells two runners of the same moment apart
    set: { ranAt: now(), by: newId(8) },
    condition: 'attribute_not_exists(ranAt) OR ranAt <= :latest',
    values: { ':latest': latest },
  });
  return 'item' in outcome;
}

/** Nothing of what went wrong but its kind: a message may carry what belongs to a person. */
function complain(name: string, error: unknown): void {
  const words = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 160) : 'unknown';
  console.error(JSON.stringify({ duty: name, error: words }));
}

/** Runs what is due; one duty that fails keeps none of the others from running, and is run again with the next stroke. */
export function runDuties(deps: Deps, all: readonly Duty[]) {
  async function runOne(duty: Duty): Promise<boolean> {
    try {
      if (!(await takeTurn(duty, deps))) return true;
      const started = performance.now();
      await duty.run(deps);
      if (process.env.LOG !== 'off') console.log(JSON.stringify({ duty: duty.name, millis: Math.round(performance.now() - started) }));
      return true;
    } catch (error) {
      complain(duty.name, error);
      await deps.table.remove(keys.duty(duty.name)).catch(() => undefined);
      return false;
    }
  }

  return async (): Promise<void> => {
    const done = await Promise.all(all.map(runOne));
    const failed = all.filter((_, i) => !done[i]).map((duty) => duty.name);
    if (failed.length) throw new Error(`Left undone: ${failed.join(', ')}`);
  };
}
