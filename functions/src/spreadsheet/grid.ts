import { Problem } from '@shanhai/shared/problems.ts';
import { type CellFlaw, mostImportRows } from '@shanhai/shared/rules/imports.ts';

export interface GridCell {
  text: string;
  flaw?: CellFlaw;
}

export interface GridRow {
  /** As Excel counts: the first is 1. */
  row: number;
  isHidden: boolean;
  /** By column: the first is 0. */
  cells: Map<number, GridCell>;
}

export interface Grid {
  name: string;
  rows: GridRow[];
}

/** Headings and notes stand around the rows. */
const mostGridRows = mostImportRows + 100;
const mostColumns = 100;
const mostLetters = 2000;
const mostTextOfFile = 12_000_000;

/** A number of sixteen digits and more has lost its end in Excel; so has one written with E. */
const isRounded = (text: string): boolean => /^-?\d(\.\d+)?E\+?\d{2,}$/i.test(text);

function flawIn(text: string): CellFlaw | undefined {
  if (text.length > mostLetters) return 'too_long';
  return isRounded(text) ? 'rounded' : undefined;
}

/** Collects the cells of a grid and refuses what no list of rows needs. */
export function gridKeeper() {
  const rows = new Map<number, GridRow>();
  let letters = 0;
  return {
    rows,
    isFull: (): boolean => rows.size > mostGridRows,
    put(row: number, column: number, { text, flaw }: { text: string; flaw?: CellFlaw }, isHidden = false): void {
      const trimmed = text.trim().replace(/^'(?=[=+\-@])/, '');
      if (column >= mostColumns || (!trimmed && !flaw)) return;
      letters += trimmed.length;
      if (letters > mostTextOfFile) throw new Problem('sheet_too_large');
      const found = flaw ?? flawIn(trimmed);
      const line = rows.get(row) ?? { row, isHidden, cells: new Map() };
      line.cells.set(column, { text: trimmed.slice(0, mostLetters), ...(found ? { flaw: found } : {}) });
      rows.set(row, line);
    },
    grid(name: string): Grid {
      if (rows.size > mostGridRows) throw new Problem('sheet_too_many_rows', { most: mostImportRows });
      return { name, rows: [...rows.values()].sort((a, b) => a.row - b.row) };
    },
  };
}
export type GridKeeper = ReturnType<typeof gridKeeper>;
