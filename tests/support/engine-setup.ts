import { startDynamo } from '@shanhai/infra/local/dynamodb.ts';
import { type LocalPlan, readPlan } from '@shanhai/infra/local/template.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's engines listen: one for each worker. */
    endpoints: readonly string[];
    /** What the templates say, read once per run. */
    plan: LocalPlan;
  }
}

/** An engine in memory for each worker, for a whole run; every test file makes a table of its own in it. */
export async function setup({ provide, config }: TestProject): Promise<() => Promise<void>> {
  // the templates first: when they are broken, no engine is left running
  provide('plan', readPlan());
  const engines = await Promise.all(Array.from({ length: Number(config.maxWorkers) }, () => startDynamo({ isLongRun: true })));
  provide(
    'endpoints',
    engines.map((engine) => engine.endpoint),
  );
  return async () => void (await Promise.all(engines.map((engine) => engine.stop())));
}
