import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../support/builds.ts';
import type { Figures } from './figures.ts';

interface Told {
  cells: number;
  wrong: number;
  routes: number;
}

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(outputFolder, 'matrix.json');

/** Every role at every route, about the own and another's thing: the test writes down what it counted. */
export async function measureMatrix(): Promise<Figures> {
  rmSync(file, { force: true });
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', '--project', 'routes', 'tests/contract/matrix.test.ts', '--silent'], { cwd: root, stdio: 'ignore' });
  await once(run, 'exit');
  const { cells, wrong, routes } = JSON.parse(readFileSync(file, 'utf8')) as Told;
  return {
    'matrix.cells': { value: cells, unit: 'cells', note: `role × route × scope × ownership at ${routes} routes, each called and its answer asserted` },
    'matrix.wrong': { value: wrong, unit: 'cells', note: 'answered otherwise than the declared roles and reaches say' },
  };
}
