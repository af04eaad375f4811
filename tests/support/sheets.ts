import { crc32, deflateRawSync } from 'node:zlib';

interface ZipPart {
  name: string;
  content: string | Buffer;
  /** The size it claims to have once unpacked; the true one when absent. */
  claims?: number;
}

/** A zip made by hand, so that it can be anything a hostile hand would make. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(raw), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claims ?? raw.length, 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    sizes.copy(local, 14);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    sizes.copy(central, 16);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(at, 42);
    files.push(local, title, packed);
    directory.push(central, title);
    at += 30 + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, listed, end]);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** `<c>` of an inline text. */
export const textCell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;

interface BookParts {
  /** Sheet by sheet: its name, its state and what stands between `<worksheet>` and its end. */
  sheets: { name: string; state?: string; body: string }[];
  shared?: readonly string[];
  styles?: string;
  types?: string;
  more?: ZipPart[];
}

/** A workbook made by hand. */
export function bookOf({ sheets, shared, styles, types = '', more = [] }: BookParts): Buffer {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const listed = sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`);
  const related = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`);
  return zipOf([
    { name: '[Content_Types].xml', content: `${head}<Types>${types}</Types>` },
    { name: 'xl/workbook.xml', content: `${head}<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${head}<Relationships>${related.join('')}</Relationships>` },
    ...sheets.map(({ body }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: `${head}<worksheet>${body}</worksheet>` })),
    ...(shared ? [{ name: 'xl/sharedStrings.xml', content: `${head}<sst>${shared.map((s) => `<si><t>${escaped(s)}</t></si>`).join('')}</sst>` }] : []),
    ...(styles ? [{ name: 'xl/styles.xml', content: `${head}${styles}` }] : []),
    ...more,
  ]);
}

const letters = (column: number): string => (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A plain workbook of rows of text, the first of them in row `from`. */
export function sheetOf(rows: readonly (readonly string[])[], from = 1, after = ''): Buffer {
  const lines = rows.map(
    (cells, i) => `<row r="${from + i}">${cells.map((text, c) => (text ? textCell(`${letters(c)}${from + i}`, text) : '')).join('')}</row>`,
  );
  return bookOf({ sheets: [{ name: '岗位', body: `<sheetData>${lines.join('')}</sheetData>${after}` }] });
}

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')).join('\r\n');

/** Excel in China saves .csv so; Node only reads it, so the letters that tests need are looked up. */
export function gb18030Of(text: string): Buffer {
  const reader = new TextDecoder('gb18030');
  const bytesOf = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) bytesOf.set(reader.decode(Uint8Array.of(a, b)), [a, b]);
  return Buffer.from([...text].flatMap((letter) => (letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : (bytesOf.get(letter) ?? [0x3f]))));
}
