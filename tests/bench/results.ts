import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from './figures.ts';
import { tableOf } from './table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'bench/results.json');
const page = path.join(root, 'docs/reliability.md');
const between = /(<!-- figures -->\n)[\s\S]*?(\n<!-- \/figures -->)/;

/** The figures as measured last. */
export const readResults = (): Figures => JSON.parse(readFileSync(file, 'utf8')) as Figures;

/** Keeps figures in bench/results.json and shows them in docs/reliability.md; what is not among `measured` stays unless all was measured. */
export function keepResults(measured: Figures, isAll = false): void {
  const figures = isAll ? measured : { ...readResults(), ...measured };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(between, (_, start: string, end: string) => `${start}${tableOf(figures)}${end}`),
  );
}
