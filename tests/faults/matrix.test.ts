import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputFolder } from '../support/builds.ts';
import { startWorld, type World } from '../support/world.ts';
import { type Fault, type Outcome, play, readFaults, sideBySide, type Verdict, verdictOf, faults as writeFaults } from './play.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { makeOriginal } from './stage.ts';

/** Everything: every fault of the table at every write, and at every read too. Otherwise what a change is most likely to break. */
const isWide = process.env['FAULTS'] === 'wide';
const faults = isWide ? [...writeFaults, ...readFaults] : writeFaults;

let world: World;
const verdicts = new Map<string, Verdict[]>();
const cell = (scenario: Scenario, fault: Fault): string => `${scenario.name} × ${fault.name}`;

beforeAll(async () => {
  world = await startWorld();
  const original = await makeOriginal(world);
  const references = await sideBySide(
    scenarios.map((scenario) => () => play(original, scenario)),
    4,
  );
  const runs = scenarios.flatMap((scenario, i) => {
    const wanted = references[i] as Outcome;
    return faults.flatMap((fault) => Array.from({ length: fault.atReads ? wanted.reads : wanted.writes }, (_, write) => ({ scenario, fault, write, wanted })));
  });
  const judge = async ({ scenario, fault, write, wanted }: (typeof runs)[number]): Promise<void> => {
    const verdict = verdictOf(await play(original, scenario, fault, write, wanted), wanted);
    const key = cell(scenario, fault);
    verdicts.set(key, [...(verdicts.get(key) ?? []), verdict]);
  };
  await sideBySide(
    runs.map((run) => () => judge(run)),
    12,
  );
});

/** One line for each act, one column for each fault: runs, lost, duplicated. */
function matrix(): string {
  const sum = (all: Verdict[], pick: (verdict: Verdict) => number): number => all.reduce((total, verdict) => total + pick(verdict), 0);
  const entry = (all: Verdict[]): string => `${all.length}/${sum(all, (v) => v.lost.length)}/${sum(all, (v) => v.duplicated.length)}`.padEnd(8);
  const lines = scenarios.map((scenario) => `${scenario.name.padEnd(18)}${faults.map((fault) => entry(verdicts.get(cell(scenario, fault)) ?? [])).join('')}`);
  const legend = faults.map((fault, i) => `  ${i + 1} ${fault.name}`);
  const head = `${'runs/lost/doubled'.padEnd(18)}${faults.map((_, i) => String(i + 1).padEnd(8)).join('')}`;
  return ['', head, ...lines, ...legend, ''].join('\n');
}

function keepFigures(): void {
  const all = [...verdicts.values()].flat();
  const total = (pick: (verdict: Verdict) => number): number => all.reduce((sum, verdict) => sum + pick(verdict), 0);
  const figures = {
    kinds: faults.length,
    endpoints: scenarios.length,
    runs: all.length,
    lost: total((v) => v.lost.length),
    duplicated: total((v) => v.duplicated.length),
    count_difference: total((v) => v.countDifference),
    unsure: [...new Set(all.flatMap((v) => v.unsure))].sort(),
    cells: Object.fromEntries(verdicts),
  };
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(path.join(outputFolder, 'faults.json'), `${JSON.stringify(figures, null, 2)}\n`);
}

afterAll(async () => {
  await world.stop();
  keepFigures();
  process.stdout.write(matrix());
});

describe.each(scenarios)('$name', (scenario) => {
  test.each(faults)('loses and doubles nothing: $name', (fault) => {
    const all = verdicts.get(cell(scenario, fault)) ?? [];
    expect(all.length).toBeGreaterThanOrEqual(fault.atReads ? 0 : 1);
    for (const { lost, duplicated, countDifference, trouble } of all) {
      expect({ lost, duplicated, countDifference, trouble }).toEqual({ lost: [], duplicated: [], countDifference: 0, trouble: [] });
    }
  });
});
