import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { importKindWords, mostImportRows } from '@shanhai/shared/rules/imports.ts';
import type { PaperHandlers } from '../http/handler.ts';
import { requireImporter } from '../imports/rules/importer.ts';
import type { KeptRow } from '../imports/rules/kept-row.ts';
import { openingColumns } from '../imports/rules/opening-columns.ts';
import { readOpenings } from '../imports/rules/openings.ts';
import { leftOf } from '../imports/rules/progress.ts';
import { findTable, missingColumns } from '../imports/rules/table.ts';
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

/** Reads a 岗位供给清单 into rows that wait. */
function checkOpenings(bytes: Uint8Array, today: string): Checked {
  const { grid, notes } = readSheet(bytes, (g) => findTable(g.rows, openingColumns) !== undefined);
  const table = findTable(grid.rows, openingColumns);
  const missing = table ? missingColumns(table, openingColumns) : openingColumns.filter((c) => c.isNeeded).map((c) => c.title);
  if (!table || missing.length) throw new Problem('sheet_columns_missing', { columns: missing.join('、') });
  if (table.rows.length > mostImportRows) throw new Problem('sheet_too_many_rows', { most: mostImportRows });
  if (!table.rows.length) throw new Problem('sheet_empty');
  const { rows, repeated } = readOpenings(table, today);
  const width = Math.max(...table.headings.keys()) + 1;
  const headings = Array.from({ length: width }, (_, at) => table.headings.get(at) ?? '');
  const cellsOf = new Map(table.rows.map((r) => [r.row, r.cells]));
  const kept = rows.map(({ form, findings, ...row }): KeptRow => {
    const cells = form ? {} : { cells: headings.map((_, at) => cellsOf.get(row.row)?.get(at)?.text ?? '') };
    return { ...row, ...cells, ...(form ? { opening: form } : {}), findings: findings.map(({ what, article }) => ({ what, article })) };
  });
  return { headings, rows: kept, repeated, notes };
}

type ImportHandlers = Pick<PaperHandlers, 'imports.template' | 'imports.read' | 'imports.badRows'>;

/** What of an import is a spreadsheet: the list to fill in, the list that comes in, the rows that go back. */
export const importPapers: ImportHandlers = {
  async 'imports.template'({ input, caller }) {
    requireImporter(input.kind, caller);
    const name = importKindWords[input.kind];
    return { fileName: `${name}-模板.xlsx`, xlsxBase64: base64(await makeTemplate(name, openingColumns, remarks)) };
  },

  async 'imports.read'({ input, caller }, { imports, newId, now }) {
    requireImporter(input.kind, caller);
    const { rows, repeated, ...checked } = checkOpenings(Buffer.from(input.fileBase64, 'base64'), chinaDay(now()));
    const good = rows.filter((r) => r.opening);
    const kept = await imports.keep(
      {
        ...checked,
        importId: `${Date.parse(now()).toString(36).padStart(8, '0')}${newId(4)}`,
        scope: caller.scope ?? '',
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
