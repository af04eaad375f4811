import { columnLetters } from '@shanhai/shared/rules/imports.ts';
import type { Cell, Row } from 'write-excel-file/node';
import type { KeptRow } from '../imports/rules/kept-row.ts';
import type { Column } from '../imports/rules/table.ts';
import { border, type FilledSheet, header, tableSheet, words, writeSheets } from './cells.ts';

const needed = '#B4462A';
const example = { textColor: '#8A989C', backgroundColor: '#F4F7F7' } as const;

/** Rows made ready as text, so that Excel neither rounds a long number nor turns a word into a day. */
const readyRows = 500;

function fillSheet(name: string, columns: readonly Column<string>[]): FilledSheet {
  const heads = columns.map((c) => header(c.isNeeded ? `${c.title}*` : c.title, c.isNeeded ? needed : undefined));
  const rows = [0, 1].map((i): Row => [words(`例${i + 1}`, example), ...columns.map((c) => words(c.examples[i], example))]);
  const ready = Array.from({ length: readyRows }, (): Row => [null, ...columns.map((): Cell => ({ value: '', type: String, format: '@' }))]);
  return {
    sheet: name,
    data: [[header('序号'), ...heads], ...rows, ...ready],
    columns: [{ width: 8 }, ...columns.map(({ width }) => ({ width }))],
    stickyRowsCount: 1,
  };
}

function explanationSheet(columns: readonly Column<string>[], remarks: readonly string[]): FilledSheet {
  const rows = columns.map(
    (c): Row => [words(c.title), words(c.isNeeded ? '要填' : '可不填'), words(c.hint), words(c.options?.join('、')), words(c.also.join('、'))],
  );
  const table = tableSheet({
    name: '填表说明',
    columns: [
      ['列', 16],
      ['', 10],
      ['怎么填', 48],
      ['可选', 48],
      ['也认这些列名', 40],
    ],
    rows,
  });
  return { ...table, data: [...table.data, ...remarks.map((remark): Row => [words('注'), words(''), words(remark), words(''), words('')])] };
}

/** A list to fill in: headings, two examples that are not read, drop-downs, and a sheet that explains every column. */
export function makeTemplate(name: string, columns: readonly Column<string>[], remarks: readonly string[]): Promise<Uint8Array> {
  const choices = columns.flatMap((c, i) => (c.options ? [{ column: i + 1, options: c.options }] : []));
  return writeSheets([fillSheet(name, columns), explanationSheet(columns, remarks)], choices);
}

const red = { textColor: '#B42318', backgroundColor: '#FDECEA' } as const;
const wordsOf = ({ where, what }: { where: string; what: string }): string => (where ? `${where}：${what}` : what);

/** The rows that stayed out as they came, the cells in question marked, with what is wrong in a column of its own. */
export function makeBadRows(headings: readonly string[], rows: readonly KeptRow[]): Promise<Uint8Array> {
  const kept = headings.map((title, at) => ({ title, at })).filter(({ title }) => title !== '问题');
  const line = ({ cells = [], problems }: KeptRow): Row => [
    ...kept.map(({ at }) => words(cells[at], problems.some(({ where }) => where.startsWith(`${columnLetters(at)}列`)) ? red : {})),
    words(problems.map(wordsOf).join('\n'), red),
  ];
  const sheet: FilledSheet = {
    sheet: '没导入的行',
    data: [[...kept.map(({ title }) => header(title)), { ...header('问题', '#B42318'), ...border }], ...rows.map(line)],
    columns: [...kept.map(() => ({ width: 16 })), { width: 60 }],
    stickyRowsCount: 1,
  };
  return writeSheets([sheet]);
}
