import { expect, test } from 'vitest';
import { fuzzEdge } from '../fuzz/edge.ts';

/** `npm run fuzz` does the same with a million. */
test('thirty thousand right inputs made wrong break no route, and none is taken that the published description does not allow', () => {
  const { inputs, broken, wrong, accepted } = fuzzEdge(30_000, 20_261);
  expect({ inputs, broken, wrong }).toEqual({ inputs: 30_000, broken: [], wrong: [] });
  // some of what is made wrong is still right: otherwise nothing past the first field would be tried
  expect(accepted).toBeGreaterThan(3_000);
});
