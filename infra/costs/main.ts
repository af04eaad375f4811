import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prices from './prices.json' with { type: 'json' };
import { type Measured, type Prices, sheetOf } from './sheet.ts';

/** `npm run costs`: reckons the sheet anew, prints it and puts it into docs/operations.md. */
const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'docs/operations.md');
const measured = JSON.parse(readFileSync(path.join(root, 'bench/results.json'), 'utf8')) as Measured;
const sheet = sheetOf(measured, prices as Prices);
const between = /(<!-- costs -->\n)[\s\S]*?(\n<!-- \/costs -->)/;
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(between, (_, start: string, end: string) => `${start}${sheet}${end}`),
);
console.log(sheet);
