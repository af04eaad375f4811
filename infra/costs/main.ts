import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSettings, runCommand, unclear } from '../command-line.ts';
import prices from './prices.json' with { type: 'json' };
import { type Measured, type Prices, sheetOf } from './sheet.ts';

const usage = `npm run costs   reckons what the system costs from bench/results.json and infra/costs/prices.json, prints it and puts it into docs/operations.md
  it takes no settings: change the prices in infra/costs/prices.json`;
const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'docs/operations.md');
const between = /(<!-- costs -->\n)[\s\S]*?(\n<!-- \/costs -->)/;

await runCommand(usage, (args) => {
  const { positionals } = readSettings(args, {});
  if (positionals[0]) throw unclear(`${positionals[0]} is not understood here`);
  const measured = JSON.parse(readFileSync(path.join(root, 'bench/results.json'), 'utf8')) as Measured;
  const sheet = sheetOf(measured, prices as Prices);
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(between, (_, start: string, end: string) => `${start}${sheet}${end}`),
  );
  console.log(sheet);
});
