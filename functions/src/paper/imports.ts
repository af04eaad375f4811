import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { type ImportKind, importKindWords, mostImportRows } from '@shanhai/shared/rules/imports.ts';
import type { PaperHandlers } from '../http/handler.ts';
import { requireImporter } from '../imports/rules/importer.ts';
import type { KeptRow } from '../imports/rules/kept-row.ts';
import { type OpeningField, openingColumns } from '../imports/rules/opening-columns.ts';
import { readOpenings } from '../imports/rules/openings.ts';
import { readPeople } from '../imports/rules/people.ts';
import { type PeopleField, peopleColumns } from '../imports/rules/people-columns.ts';
import { leftOf } from '../imports/rules/progress.ts';
import { type Column, type FoundTable, findTable, missingColumns } from '../imports/rules/table.ts';
import { makeBadRows, makeTemplate } from '../spreadsheet/import-sheets.ts';
import { readSheet } from '../spreadsheet/read-sheet.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const remarks = ['带 * 的列要填。列名可以改成自己的，顺序可以换，多出来的列不读。', '同一份表再传一次，不会变成两份。'];

interface Checked {
  headings: string[];
  rows: KeptRow[];
  repeated: number;
  notes: string[];
}

interface List {
  columns: readonly Column<string>[];
  /** Rows of a table with these columns. */
  read: (table: FoundTable<string>, scope: string, today: string) => { rows: KeptRow[]; repeated: number };
}

const lists: Record<ImportKind, List> = {
  openings: {
    columns: openingColumns,
    read: (table, _, today) => {
      const { rows, repeated } = readOpenings(table as FoundTable<OpeningField>, today);
      return { rows: rows.map(({ form, ...row }) => ({ ...row, ...(form ? { opening: form } : {}) })), repeated };
    },
  },
  people: {
    columns: peopleColumns,
    read: (table, scope, today) => {
      const { rows, repeated } = readPeople(table as FoundTable<PeopleField>, scope, today);
      return { rows: rows.map(({ form, ...row }) => ({ ...row, ...(form ? { person: form } : {}) })), repeated };
    },
  },
};

/** The table in a file, if it is the list that it should be. */
function openList(bytes: Uint8Array, columns: readonly Column<string>[]) {
  const { grid, notes } = readSheet(bytes, (g) => findTable(g.rows, columns) !== undefined);
  const table = findTable(grid.rows, columns);
  const missing = table ? missingColumns(table, columns) : columns.filter((c) => c.isNeeded).map((c) => c.title);
  if (!table || missing.length) throw new Problem('sheet_columns_missing', { columns: missing.join('、') });
  if (table.rows.length > mostImportRows) throw new Problem('sheet_too_many_rows', { most: mostImportRows });
  if (!table.rows.length) throw new Problem('sheet_empty');
  return { table, notes };
}

/** Reads a list into rows that wait; a bad row keeps its cells, to go back as it came. */
function checkList(kind: ImportKind, bytes: Uint8Array, scope: string, today: string): Checked {
  const { columns, read } = lists[kind];
  const { table, notes } = openList(bytes, columns);
  const { rows, repeated } = read(table, scope, today);
  const headings = Array.from({ length: Math.max(...table.headings.keys()) + 1 }, (_, at) => table.headings.get(at) ?? '');
  const cellsOf = new Map(table.rows.map((r) => [r.row, r.cells]));
  const kept = rows.map((row): KeptRow => {
    const { findings, problems } = row;
    const said = findings.map(({ what, article }) => ({ what, article }));
    return { ...row, findings: said, ...(problems.length ? { cells: headings.map((_, at) => cellsOf.get(row.row)?.get(at)?.text ?? '') } : {}) };
  });
  return { headings, rows: kept, repeated, notes };
}

type ImportHandlers = Pick<PaperHandlers, 'imports.template' | 'imports.read' | 'imports.badRows'>;

/** What of an import is a spreadsheet: the list to fill in, the list that comes in, the rows that go back. */
export const importPapers: ImportHandlers = {
  async 'imports.template'({ input, caller }) {
    requireImporter(input.kind, caller);
    const name = importKindWords[input.kind];
    return { fileName: `${name}-模板.xlsx`, xlsxBase64: base64(await makeTemplate(name, lists[input.kind].columns, remarks)) };
  },

  async 'imports.read'({ input, caller }, { imports, newId, now }) {
    requireImporter(input.kind, caller);
    const { rows, repeated, ...checked } = checkList(input.kind, Buffer.from(input.fileBase64, 'base64'), caller.scope ?? '', chinaDay(now()));
    const good = rows.filter((r) => !r.problems.length);
    const kept = await imports.keep(
      {
        ...checked,
        importId: `${Date.parse(now()).toString(36).padStart(8, '0')}${newId(4)}`,
        scope: caller.scope ?? '',
        by: caller.workerId,
        kind: input.kind,
        fileName: input.fileName,
        createdAt: now(),
        status: good.length ? 'checked' : 'done',
        rows: rows.length + repeated,
        good: good.length,
        bad: rows.length - good.length,
        warned: good.filter((r) => r.findings.length).length,
        repeated,
        added: 0,
        standing: 0,
        differs: 0,
      },
      rows,
    );
    return { ...kept, left: leftOf(kept) };
  },

  async 'imports.badRows'({ input, caller }, { imports }) {
    const kept = await imports.get(caller.scope ?? '', input.importId);
    requireImporter(kept.kind, caller);
    const parts = await Promise.all(Array.from({ length: kept.parts }, (_, part) => imports.rows(kept, part)));
    const bad = parts.flat().filter((r) => r.problems.length);
    if (!bad.length) throw new Problem('not_found');
    return { fileName: `${kept.fileName.replace(/\.(xlsx|csv)$/i, '')}-没导入的行.xlsx`, xlsxBase64: base64(await makeBadRows(kept.headings, bad)) };
  },
};
