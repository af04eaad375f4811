import type { CellFlaw } from '@shanhai/shared/rules/imports.ts';

/** A cell as the file holds it. */
export interface RawCell {
  kind: string;
  style: number;
  value: string;
  hasFormula: boolean;
}

export interface ValueTables {
  shared: readonly string[];
  isDateStyle: (style: number) => boolean;
  from1904: boolean;
}

interface Value {
  text: string;
  flaw?: CellFlaw;
}

const dayMs = 86_400_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** A spreadsheet counts days from 1899-12-30, or from 1904-01-01 where the file says so. */
function dayOf(serial: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = new Date(start + Math.round(serial * dayMs));
  if (serial < 1) return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  return at.toISOString().slice(0, 10);
}

/** Excel keeps fifteen digits: a longer number came in rounded, and nobody can tell what it was. */
function numberOf(raw: string, isDate: boolean, from1904: boolean): Value {
  const n = Number(raw);
  if (!Number.isFinite(n)) return { text: raw };
  if (isDate && n >= 0 && n < 2_958_466) return { text: dayOf(n, from1904) };
  if (Math.abs(n) >= 1e15) return { text: raw, flaw: 'rounded' };
  const text = String(Number(n.toPrecision(15)));
  return { text: text.includes('e') ? n.toFixed(10).replace(/0+$/, '') : text };
}

/** `_x000D_` is how a file writes a character that XML has no place for. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n');

const byKind: Record<string, (cell: RawCell, tables: ValueTables) => Value> = {
  e: ({ value }) => ({ text: value, flaw: 'error_value' }),
  s: ({ value }, { shared }) => ({ text: unescaped(shared[Number(value)] ?? '') }),
  b: ({ value }) => ({ text: value === '1' ? '是' : '否' }),
  d: ({ value }) => ({ text: value.slice(0, 10) }),
  str: ({ value }) => ({ text: unescaped(value) }),
  inlineStr: ({ value }) => ({ text: unescaped(value) }),
};

/** What a cell shows. A formula is never worked out: what Excel last kept as its result is taken. */
export function shownIn(cell: RawCell, tables: ValueTables): Value {
  const { kind, style, value, hasFormula } = cell;
  if (!value && hasFormula) return { text: '', flaw: 'formula_empty' };
  const show = byKind[kind];
  if (show) return show(cell, tables);
  return value ? numberOf(value, tables.isDateStyle(style), tables.from1904) : { text: '' };
}

const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Does this number format show a day or a time? Words in quotes and colours in brackets do not count. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
  return /[ymdhs年月日]/i.test(bare) && !/general|[#0?]/i.test(bare);
}
