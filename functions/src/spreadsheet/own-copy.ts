import type { Row } from 'write-excel-file/node';
import { count, tableSheet, words, writeSheets } from './cells.ts';

interface Section {
  title: string;
  rows: readonly Record<string, string>[];
}

const columnsOf = (rows: Section['rows']): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];
/** Excel holds 31 letters of a sheet's name. */
const sheetName = (title: string): string => title.replaceAll('、', ' ').slice(0, 20);

function sheetOf({ title, rows }: Section) {
  const columns = columnsOf(rows);
  return tableSheet({
    name: sheetName(title),
    columns: columns.map((column) => [column, 22] as const),
    rows: rows.map((row): Row => columns.map((column) => words(row[column]))),
  });
}

/** A sheet for each kind of thing that is held, after one that lists them. */
export function makeOwnCopy(on: string, sections: readonly Section[]): Promise<Uint8Array> {
  const cover = tableSheet({
    name: `截至 ${on}`,
    columns: [
      ['存了什么', 34],
      ['几条', 10],
    ],
    rows: sections.map(({ title, rows }): Row => [words(title), count(rows.length)]),
  });
  return writeSheets([cover, ...sections.filter(({ rows }) => rows.length > 0).map(sheetOf)]);
}
