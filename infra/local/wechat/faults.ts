import * as z from 'zod';
import type { Sim } from './sim.ts';

/** A trouble to be met on a path, the next `times` times. */
export const Fault = z.object({
  match: z.string().min(1),
  times: z.int().min(1).default(1),
  probability: z.number().min(0).max(1).default(1),
  errcode: z.int().optional(),
  delayMs: z.int().min(0).max(60_000).optional(),
  httpStatus: z.int().min(400).max(599).optional(),
  dropConnection: z.boolean().optional(),
  truncate: z.boolean().optional(),
});
export type Fault = z.infer<typeof Fault>;

/** The fault that meets this call, counted down; it is gone once it has struck often enough. */
export function takeFault(sim: Sim, path: string): Fault | undefined {
  const fault = sim.memory.faults.find((each) => path.includes(each.match));
  if (!fault || !strikes(sim, fault.probability)) return undefined;
  fault.times -= 1;
  if (fault.times === 0) sim.memory.faults = sim.memory.faults.filter((each) => each !== fault);
  return fault;
}

function strikes(sim: Sim, probability: number): boolean {
  return probability === 1 || Buffer.from(sim.draw(8), 'base64url').readUInt32BE() / 2 ** 32 < probability;
}
