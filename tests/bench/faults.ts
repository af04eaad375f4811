import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../support/builds.ts';
import type { Figures } from './figures.ts';

interface Told {
  kinds: number;
  endpoints: number;
  runs: number;
  lost: number;
  duplicated: number;
  count_difference: number;
}

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(outputFolder, 'faults.json');

/** The wide matrix as a run of its own: every act with every fault at each of its writes and reads, judged by the model checker. */
export async function measureFaults(): Promise<Figures> {
  rmSync(file, { force: true });
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', '--project', 'faults', 'tests/faults/matrix.test.ts', '--silent'], {
    cwd: root,
    env: { ...process.env, FAULTS: 'wide' },
    stdio: 'ignore',
  });
  await once(run, 'exit');
  const told = JSON.parse(readFileSync(file, 'utf8')) as Told;
  const note = `${told.endpoints} acts of people and devices, each fault at each write and read of each act`;
  return {
    'faults.kinds': { value: told.kinds, unit: 'kinds', note: 'between the functions and the table; stream and WeChat have tests of their own' },
    'faults.runs': { value: told.runs, unit: 'runs', note },
    'faults.lost': { value: told.lost, unit: 'rows', note: 'promised to somebody and not in the table after sending again' },
    'faults.duplicated': { value: told.duplicated, unit: 'rows', note: 'in the table and promised to nobody' },
    'faults.count_difference': { value: told.count_difference, unit: 'counts', note: 'live figures against the items, after the stream caught up' },
  };
}
