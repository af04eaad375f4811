import * as z from 'zod';

export const systemContract = {
  'system.health': { by: 'anyone', input: z.object({}), output: z.object({ ok: z.literal(true), version: z.string() }) },
  /** The whole interface as OpenAPI 3.1, for the bureaus' own systems. */
  'system.openApi': { by: 'anyone', input: z.object({}), output: z.record(z.string(), z.unknown()) },
} as const;
