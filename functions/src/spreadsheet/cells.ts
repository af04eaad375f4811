import writeExcelFile, { type Cell, type CellObject, type Row, type Sheet } from 'write-excel-file/node';

export type FilledSheet = Sheet<Buffer> & { data: Row[] };

export const ink = '#14262B';
export const border = { borderColor: '#D6E0E0', borderStyle: 'thin' } as const;
const font = { fontFamily: '微软雅黑', fontSize: 11 } as const;

export const header = (value: string, backgroundColor = '#0E5F8A'): CellObject => ({
  value,
  fontWeight: 'bold',
  textColor: '#FFFFFF',
  backgroundColor,
  align: 'center',
  alignVertical: 'center',
  height: 24,
  ...border,
});

/** A cell that a program would work out when the list is saved as .csv is opened by a quote mark; a plain number is left alone. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);

export const words = (value: string | undefined, more: Partial<CellObject> = {}): Cell =>
  value ? { value: harmless(value), format: '@', alignVertical: 'top', wrap: true, ...border, ...more } : { value: '', ...border, ...more };
export const count = (value: number): Cell => ({ value, format: '#,##0', alignVertical: 'top', ...border });

export interface TableOnPaper {
  name: string;
  columns: readonly (readonly [title: string, width: number])[];
  rows: Row[];
}

export function tableSheet({ name, columns, rows }: TableOnPaper): FilledSheet {
  return { sheet: name, data: [columns.map(([title]) => header(title)), ...rows], columns: columns.map(([, width]) => ({ width })), stickyRowsCount: 1 };
}

/** What one may choose in a column of the first sheet. */
export interface Choice {
  column: number;
  options: readonly string[];
}

const letters = (column: number): string => (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Drop-downs: Excel holds at most 255 letters of choices, which every list of ours fits into. */
function validations(choices: readonly Choice[], lastRow: number): string {
  const one = ({ column, options }: Choice): string =>
    `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters(column)}2:${letters(column)}${lastRow}"><formula1>"${escaped(options.join(','))}"</formula1></dataValidation>`;
  return `<dataValidations count="${choices.length}">${choices.map(one).join('')}</dataValidations>`;
}

/** In the order that Excel insists on, drop-downs stand after merged cells and before the margins of the page. */
function withChoices(xml: string, choices: readonly Choice[], lastRow: number): string {
  const after = xml.search(/<(hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing)\b|<\/worksheet>/);
  return xml.slice(0, after) + validations(choices, lastRow) + xml.slice(after);
}

export async function writeSheets(sheets: FilledSheet[], choices: readonly Choice[] = [], lastRow = 10_001): Promise<Uint8Array> {
  const transform = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }): string => (sheetIndex === 0 ? withChoices(xml, choices, lastRow) : xml);
  const features = choices.length ? [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } }] : [];
  return writeExcelFile(sheets, { ...font, features }).toBuffer();
}
