import { expect, test } from 'vitest';
import prices from './prices.json' with { type: 'json' };
import { type Prices, sheetOf, sizes } from './sheet.ts';

const measured = Object.fromEntries(
  ['checkin.write_units', 'card.write_units', 'card.read_units', 'board.read_units', 'booths.read_units', 'search.read_units'].map((name) => [
    name,
    { value: 1 },
  ]),
);
const yearsIn = (sheet: string): number[] =>
  sheet
    .split('\n')
    .filter((line) => sizes.some(({ name }) => line.startsWith(`| ${name} `)))
    .map((line) => Number(line.split('|')[8]?.replaceAll(',', '')));

test('the sheet has a row for every size of use, the larger the dearer', () => {
  const years = yearsIn(sheetOf(measured, prices as Prices));
  expect(years).toHaveLength(3);
  expect(years).toEqual([...years].sort((a, b) => a - b));
});

test('a dearer write makes a dearer year, and what has no price in China is reckoned from elsewhere', () => {
  const dear = { ...prices, china: { ...prices.china, millionWrites: 100 } } as Prices;
  expect(yearsIn(sheetOf(measured, dear))[2]).toBeGreaterThan(yearsIn(sheetOf(measured, prices as Prices))[2] ?? 0);
  expect(yearsIn(sheetOf(measured, prices as Prices)).every((year) => year > 0)).toBe(true);
});

test('a figure that was not measured is asked for, not guessed', () => expect(() => sheetOf({}, prices as Prices)).toThrow('npm run bench'));
