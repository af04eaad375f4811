import { inject } from 'vitest';

/** The engine of this worker: files that run beside each other do not wait for each other’s writes. */
export function ownEngine(): string {
  const endpoints = inject('endpoints');
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 1);
  return endpoints[(worker - 1) % endpoints.length] as string;
}
