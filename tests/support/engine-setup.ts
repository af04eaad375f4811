import { startDynamo } from '@shanhai/infra/local/dynamodb.ts';
import { type LocalPlan, readPlan } from '@shanhai/infra/local/template.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's one DynamoDB Local listens. */
    endpoint: string;
    /** What the templates say, read once per run. */
    plan: LocalPlan;
  }
}

/** One engine in memory for a whole run; every test file makes a table of its own in it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  // the templates first: when they are broken, no engine is left running
  provide('plan', readPlan());
  const engine = await startDynamo({ isLongRun: true });
  provide('endpoint', engine.endpoint);
  return () => engine.stop();
}
