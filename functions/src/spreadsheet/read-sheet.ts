import { Problem } from '@shanhai/shared/problems.ts';
import { largestImport } from '@shanhai/shared/rules/imports.ts';
import { readCsv } from './csv.ts';
import type { Grid } from './grid.ts';
import { type LazySheet, openWorkbook } from './workbook.ts';

/** Sheets that are looked into for the wanted header. */
const mostSheets = 5;

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte);
/** Excel locks a workbook by putting it into a file of the old kind. */
const isLocked = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x25, 0x50, 0x44, 0x46],
];

export interface ReadSheet {
  grid: Grid;
  /** What was read otherwise than somebody might think, in words. */
  notes: string[];
}

function notesOf(grid: Grid, others: readonly string[]): string[] {
  const hidden = grid.rows.filter((r) => r.isHidden).length;
  return [
    ...(hidden ? [`有 ${hidden} 行在表里是隐藏的，也一起读了`] : []),
    ...(others.length ? [`只读了“${grid.name}”这一张表，没有读：${others.slice(0, 5).join('、')}`] : []),
  ];
}

/** The first visible sheet with the wanted header, else the first with anything in it. */
function pick(sheets: readonly LazySheet[], isWanted: (grid: Grid) => boolean): ReadSheet {
  const seen = sheets.filter((sheet) => !sheet.isHidden);
  let grid: Grid | undefined;
  for (const sheet of seen.slice(0, mostSheets)) {
    const next = sheet.read();
    if (next.rows.length && isWanted(next)) {
      grid = next;
      break;
    }
    grid ??= next.rows.length ? next : undefined;
  }
  if (!grid) throw new Problem('sheet_empty');
  const { name } = grid;
  return {
    grid,
    notes: notesOf(
      grid,
      seen.map((s) => s.name).filter((other) => other !== name && !/说明|示例|选项/.test(other)),
    ),
  };
}

/**
 * Reads a table that somebody sends, whatever it pretends to be: .xlsx or .csv, told by its content and never by its name.
 * Nothing in it is run or worked out. `isWanted` says whether a sheet is the one looked for; the first visible one is taken otherwise.
 */
export function readSheet(bytes: Uint8Array, isWanted: (grid: Grid) => boolean): ReadSheet {
  if (bytes.length > largestImport) throw new Problem('sheet_too_large');
  if (bytes.length < 4) throw new Problem('sheet_empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Problem(isLocked(bytes) ? 'sheet_locked' : 'sheet_old_format');
  if (pictures.some((first) => startsWith(bytes, ...first))) throw new Problem('sheet_not_a_table');
  if (!startsWith(bytes, 0x50, 0x4b)) return { grid: readCsv(bytes), notes: [] };
  return pick(openWorkbook(bytes), isWanted);
}
