import { type CellFlaw, columnLetters, flawWords } from '@shanhai/shared/rules/imports.ts';

interface SheetCell {
  text: string;
  flaw?: CellFlaw;
}
interface SheetRow {
  row: number;
  cells: ReadonlyMap<number, SheetCell>;
}

/** A column of a list that is passed around: what we call it, and what others call it. */
export interface Column<F extends string> {
  field: F;
  title: string;
  also: readonly string[];
  isNeeded: boolean;
  width: number;
  /** How to fill it, for the explanation sheet. */
  hint: string;
  examples: readonly [string, string];
  /** What may be chosen, for the drop-down. */
  options?: readonly string[];
}

export const column = <F extends string>(
  field: F,
  title: string,
  also: readonly string[],
  isNeeded: boolean,
  width: number,
  hint: string,
  examples: readonly [string, string],
  options?: readonly string[],
): Column<F> => ({ field, title, also, isNeeded, width, hint, examples, ...(options ? { options } : {}) });

/** What keeps a row out, and in which cell. */
export interface RowProblem {
  /** `E列“基本工资”`; empty when it is the row as a whole. */
  where: string;
  what: string;
}

export interface FoundTable<F extends string> {
  headerRow: number;
  /** Which column of the sheet holds which field. */
  columnOf: ReadonlyMap<F, number>;
  /** Headings as they stand, by column. */
  headings: ReadonlyMap<number, string>;
  rows: SheetRow[];
}

/** Headings differ by blanks, stars and what stands in brackets. */
const bare = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\(.*?\)|【.*?】|\[.*?\]/g, '')
    .replace(/[\s*:：、/\\]/g, '');

function columnsIn<F extends string>(row: SheetRow, columns: readonly Column<F>[]): Map<F, number> {
  const found = new Map<F, number>();
  const headings = [...row.cells].map(([at, { text }]) => ({ at, words: bare(text) }));
  for (const { field, title, also } of columns) {
    const names = [title, ...also].map(bare);
    const named = names.map((name) => headings.find(({ words }) => words === name)).find((h) => h !== undefined);
    if (named) found.set(field, named.at);
  }
  return found;
}

const headerDepth = 20;
/** Remarks and sums that stand below a list. */
const isRemark = (text: string): boolean => /^(合计|总计|小计|备注|说明|注[:：]|填表|制表|审核|例\d*$|示例)/.test(text);

/** The row among the first twenty that names most of our columns; undefined when none names three. */
export function findTable<F extends string>(rows: readonly SheetRow[], columns: readonly Column<F>[]): FoundTable<F> | undefined {
  const tried = rows.slice(0, headerDepth).map((row) => ({ row, columnOf: columnsIn(row, columns) }));
  const best = tried.reduce<(typeof tried)[number] | undefined>((a, b) => (a && a.columnOf.size >= b.columnOf.size ? a : b), undefined);
  if (!best || best.columnOf.size < 3) return undefined;
  return {
    headerRow: best.row.row,
    columnOf: best.columnOf,
    headings: new Map([...best.row.cells].map(([at, { text }]) => [at, text])),
    rows: rows.filter((r) => r.row > best.row.row && !isRemark([...r.cells].sort(([a], [b]) => a - b)[0]?.[1].text ?? '')),
  };
}

export const missingColumns = <F extends string>({ columnOf }: FoundTable<F>, columns: readonly Column<F>[]): string[] =>
  columns.filter((c) => c.isNeeded && !columnOf.has(c.field)).map((c) => c.title);

/** A value that was understood, or what to do about one that was not. */
export type Understood<T> = { value: T } | { problem: string };

/** Reads the cells of one row and collects what is wrong with them. */
export function rowReader<F extends string>(table: FoundTable<F>, row: SheetRow) {
  const problems: RowProblem[] = [];
  const cellOf = (field: F): SheetCell => row.cells.get(table.columnOf.get(field) ?? -1) ?? { text: '' };
  const where = (field: F): string => {
    const at = table.columnOf.get(field);
    return at === undefined ? '' : `${columnLetters(at)}列“${table.headings.get(at) ?? ''}”`;
  };
  const complain = (field: F, what: string): void => {
    problems.push({ where: where(field), what });
  };
  return {
    problems,
    complain,
    textOf: (field: F): string => cellOf(field).text,
    /** The value of a cell; `otherwise` stands for it once it was complained about. */
    take<T>(field: F, understand: (text: string) => Understood<T>, otherwise: T): T {
      const { text, flaw } = cellOf(field);
      const read = flaw ? { problem: flawWords[flaw] } : understand(text);
      if ('value' in read) return read.value;
      complain(field, read.problem);
      return otherwise;
    },
  };
}
export type RowReader<F extends string> = ReturnType<typeof rowReader<F>>;
