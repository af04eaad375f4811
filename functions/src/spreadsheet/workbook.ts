import { Problem } from '@shanhai/shared/problems.ts';
import { isDateFormat, type RawCell, shownIn, type ValueTables } from './cell-value.ts';
import { type Grid, type GridKeeper, gridKeeper } from './grid.ts';
import { openZip, type Zip } from './unzip.ts';
import { elementsOf, walkXml, type XmlReader } from './xml.ts';

/** One sheet of a workbook, read when it is asked for. */
export interface LazySheet {
  name: string;
  isHidden: boolean;
  read(): Grid;
}

function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let words = '';
  let isText = false;
  let isPhonetic = false;
  const open = (name: string): void => {
    if (name === 'si') words = '';
    if (name === 't') isText = !isPhonetic;
    if (name === 'rPh') isPhonetic = true;
  };
  const close = (name: string): void => {
    if (name === 'si') strings.push(words);
    if (name === 't') isText = false;
    if (name === 'rPh') isPhonetic = false;
  };
  const text = (part: string): void => {
    if (isText) words += part;
  };
  if (xml) walkXml(xml, () => ({ open, close, text }));
  return strings;
}

/** Which cell styles show a number as a day. */
function dateStyles(xml: string | undefined): (style: number) => boolean {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isCells = false;
  const open = (name: string, attributes: () => Record<string, string>): void => {
    if (name === 'cellXfs') isCells = true;
    if (name === 'numFmt') codes.set(Number(attributes().numFmtId), attributes().formatCode ?? '');
    if (name !== 'xf' || !isCells) return;
    const id = Number(attributes().numFmtId ?? 0);
    styles.push(isDateFormat(id, codes.get(id)));
  };
  const close = (name: string): void => {
    if (name === 'cellXfs') isCells = false;
  };
  if (xml) walkXml(xml, () => ({ open, close }));
  return (style) => styles[style] ?? false;
}

/** `AB12` → column 27. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : next;
}

/** `C5:C9` → what is said once for rows 5 to 9. Sideways merging is for headings and says nothing about a row. */
function fillDown(reference: string, keeper: GridKeeper): void {
  const [, letters, from, to] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(reference) ?? [];
  const column = columnOf(letters, 0);
  const first = keeper.rows.get(Number(from));
  const cell = first?.cells.get(column);
  if (!cell) return;
  for (const [row, line] of keeper.rows) {
    if (row > Number(from) && row <= Number(to) && !line.cells.has(column)) line.cells.set(column, cell);
  }
}

function sheetReader(keeper: GridKeeper, tables: ValueTables, merged: string[], stop: () => void): XmlReader {
  let at = { row: 0, column: -1, isHidden: false };
  let cell: RawCell = { kind: 'n', style: 0, value: '', hasFormula: false };
  let inside = '';
  const opened: Record<string, (attributes: () => Record<string, string>) => void> = {
    row: (attributes) => {
      const { r, hidden } = attributes();
      at = { row: r ? Number(r) : at.row + 1, column: -1, isHidden: hidden === '1' || hidden === 'true' };
      if (keeper.isFull()) stop();
    },
    c: (attributes) => {
      const { r, t, s } = attributes();
      at.column = columnOf(r, at.column + 1);
      cell = { kind: t ?? 'n', style: Number(s ?? 0), value: '', hasFormula: false };
    },
    f: () => {
      cell.hasFormula = true;
    },
    mergeCell: (attributes) => merged.push(attributes().ref ?? ''),
  };
  return {
    open(name, attributes) {
      opened[name]?.(attributes);
      inside = name;
    },
    text(words) {
      if (inside === 'v' || (inside === 't' && cell.kind === 'inlineStr')) cell.value += words;
    },
    close(name) {
      inside = '';
      if (name !== 'c') return;
      keeper.put(at.row, at.column, shownIn(cell, tables), at.isHidden);
    },
  };
}

function readGrid(name: string, xml: string | undefined, tables: ValueTables): Grid {
  const keeper = gridKeeper();
  const merged: string[] = [];
  if (xml) walkXml(xml, (stop) => sheetReader(keeper, tables, merged, stop));
  for (const reference of merged.slice(0, 2000)) fillDown(reference, keeper);
  return keeper.grid(name);
}

/** Macros do not come in, and neither does what Excel writes in its own binary form. */
function refuseOthers(zip: Zip): void {
  const types = zip.read('[Content_Types].xml') ?? '';
  if (zip.names.some((name) => /vbaProject|macrosheets\//i.test(name)) || /macroEnabled/i.test(types)) throw new Problem('sheet_has_macros');
  if (zip.names.some((name) => /^xl\/workbook\.bin$/.test(name))) throw new Problem('sheet_old_format');
  if (!zip.names.includes('xl/workbook.xml')) throw new Problem('sheet_not_a_table');
}

const partOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

export function openWorkbook(bytes: Uint8Array): LazySheet[] {
  const zip = openZip(bytes);
  refuseOthers(zip);
  const book = zip.read('xl/workbook.xml');
  const parts = new Map(elementsOf(zip.read('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ Id, Target }) => [Id, partOf(Target ?? '')]));
  const from1904 = ['1', 'true'].includes(elementsOf(book, 'workbookPr')[0]?.date1904 ?? '');
  let tables: ValueTables | undefined;
  const tablesOf = (): ValueTables => {
    tables ??= { shared: sharedStrings(zip.read('xl/sharedStrings.xml')), isDateStyle: dateStyles(zip.read('xl/styles.xml')), from1904 };
    return tables;
  };
  return elementsOf(book, 'sheet').map(({ name = '', state, ...rest }) => ({
    name,
    isHidden: state !== undefined && state !== 'visible',
    read: () => readGrid(name, zip.read(parts.get(rest['r:id'] ?? Object.entries(rest).find(([key]) => key.endsWith(':id'))?.[1]) ?? ''), tablesOf()),
  }));
}
