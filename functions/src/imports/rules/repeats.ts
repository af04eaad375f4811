import type { RowProblem } from './table.ts';

/** A row of a list as it was checked: a good one with what it becomes, a bad one with why not in each of its cells. */
export interface CheckedRow<T> {
  row: number;
  /** What the row is about, in a few letters. */
  about: string;
  /** What makes it this thing and no other. */
  key: string;
  form?: T;
  /** What the law will ask before it is published. */
  findings: { what: string; article: string }[];
  problems: RowProblem[];
}

function sentBack<T>(row: CheckedRow<T>, before: CheckedRow<T>): CheckedRow<T> {
  const { form: _, ...rest } = row;
  return { ...rest, findings: [], problems: [{ where: '', what: `和第${before.row}行说的是同一个，内容却不一样，请只留一行` }] };
}

/** Two rows of one file that are the same thing: said once when they agree, the later sent back when they do not. */
export function settleRepeats<T>(rows: readonly CheckedRow<T>[]): { rows: CheckedRow<T>[]; repeated: number } {
  const first = new Map<string, CheckedRow<T>>();
  for (const row of rows) if (row.form && !first.has(row.key)) first.set(row.key, row);
  const kept = rows.flatMap((row) => {
    const before = row.form ? (first.get(row.key) ?? row) : row;
    if (before === row) return [row];
    return JSON.stringify(before.form) === JSON.stringify(row.form) ? [] : [sentBack(row, before)];
  });
  return { rows: kept, repeated: rows.length - kept.length };
}
