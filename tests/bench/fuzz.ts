import { fuzzEdge } from '../fuzz/edge.ts';
import { fuzzSystem } from '../fuzz/system.ts';
import type { Figures } from './figures.ts';

const seed = 20_261_121;

/** A million inputs at the contracts, some thousands of them through the whole system. */
export async function measureFuzz(): Promise<Figures> {
  const edge = fuzzEdge(1_000_000, seed);
  const whole = await fuzzSystem(20_000, seed);
  return {
    'fuzz.inputs': { value: edge.inputs, unit: 'inputs', note: `right inputs of every route made wrong, seed ${seed}; ${edge.accepted} were still right` },
    'fuzz.sent': { value: whole.sent, unit: 'requests', note: `through the whole system with its table; ${whole.done} were done` },
    'fuzz.server_errors': { value: edge.broken.length + whole.broken.length, unit: 'inputs', note: 'answered with a fault of ours' },
    'fuzz.accepted_wrong': { value: edge.wrong.length, unit: 'inputs', note: 'taken, though the published interface document does not allow them' },
    'fuzz.half_written': { value: whole.halfWritten.length, unit: 'requests', note: 'refused, and yet something was written' },
  };
}
