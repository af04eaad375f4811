import type { Figures } from './figures.ts';

/** What docs/reliability.md is about; the rest of the figures is in bench/results.json only. */
const told = ['crowd.', 'board.lag', 'faults.', 'province.', 'restore.', 'fuzz.', 'logs.', 'matrix.'];

const shown = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

/** The figures of reliability as a Markdown table, in the order of their names. */
export function tableOf(figures: Figures): string {
  const rows = Object.entries(figures)
    .filter(([name]) => told.some((start) => name.startsWith(start)))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { value, unit }]) => `| \`${name}\` | ${shown(value)} | ${unit} |`);
  return ['| figure | value | unit |', '|---|--:|---|', ...rows].join('\n');
}
