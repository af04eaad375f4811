import type { WorkKind } from './work-kinds.ts';

/** An opening in short: what work, how many heads, basic wage in yuan; the rest follows from the employer unless said here. */
export type OpeningRow = readonly [
  work: WorkKind,
  headcount: number,
  baseYuan: number,
  more?: { title?: string; wording?: 0 | 1; overtimeYuan?: number; paidByHour?: true; duties?: string },
];

/** A generated employer in short. */
export interface EmployerRow {
  short: string;
  region: string;
  /** Township or street and number; no street name, so that it is nobody's real address. */
  at: string;
  industry: string;
  contact: string;
  /** Label of its booth where the look or the plan of the fair fixes one. */
  booth?: string;
  agency?: true;
  /** Days since the bureau verified it. */
  verifiedDaysAgo?: number;
  /** Allowance and deduction of a month in yuan. */
  pay?: readonly [allowance: number, deduction: number];
  canteen?: readonly [meals: 'none' | 'one' | 'two' | 'three' | 'allowance', taste: string];
  dorm?: string;
  benefits?: string;
  openings: readonly OpeningRow[];
}
