import { columnLetters, mostImportRows } from '@shanhai/shared/rules/imports.ts';
import { bookOf, csvOf, gb18030Of, sheetOf, textCell, zipOf } from '@shanhai/tests/support/sheets.ts';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSheet } from './read-sheet.ts';

const any = (): boolean => true;
const read = (bytes: Uint8Array) => readSheet(bytes, any).grid.rows;
const texts = (bytes: Uint8Array): string[][] => read(bytes).map((r) => [...r.cells.values()].map((c) => c.text));
const body = (rows: string, after = ''): Buffer => bookOf({ sheets: [{ name: '岗位', body: `<sheetData>${rows}</sheetData>${after}` }] });
const firstCell = (cell: string, book: Partial<Parameters<typeof bookOf>[0]> = {}) =>
  read(bookOf({ sheets: [{ name: '岗位', body: `<sheetData><row r="1">${cell}</row></sheetData>` }], ...book }))[0]?.cells.get(0);

describe('a table that comes in', () => {
  test('is read with its rows and columns as Excel counts them', async () => {
    const file = await writeExcelFile([[{ value: '岗位' }, { value: '人数' }], [], [{ value: '电工' }, { value: 12 }]]).toBuffer();
    const rows = read(file);
    expect(rows.map((r) => r.row)).toEqual([1, 3]);
    expect(rows[1]?.cells.get(1)).toEqual({ text: '12' });
  });
  test('has columns by their letters', () => expect([0, 25, 26, 99].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'CV']));

  test('shows days as days, whatever the format is called', async () => {
    const file = await writeExcelFile([[{ value: new Date('2026-03-31T00:00:00Z'), format: 'yyyy"年"m"月"d"日"' }]]).toBuffer();
    expect(texts(file)).toEqual([['2026-03-31']]);
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    expect(firstCell('<c r="A1" s="1"><v>46112</v></c>', { styles })).toEqual({ text: '2026-03-31' });
    expect(firstCell('<c r="A1"><v>46112</v></c>', { styles })).toEqual({ text: '46112' });
  });
  test('keeps a long number only when it was text', () => {
    expect(firstCell(textCell('A1', '530324199001011237'))).toEqual({ text: '530324199001011237' });
    expect(firstCell('<c r="A1"><v>5.30324199001011E+17</v></c>')).toMatchObject({ flaw: 'rounded' });
    expect(firstCell(textCell('A1', '5.30324E+17'))).toMatchObject({ flaw: 'rounded' });
    expect(firstCell('<c r="A1"><v>12066600001</v></c>')).toEqual({ text: '12066600001' });
    expect(firstCell('<c r="A1"><v>5199.9999999999991</v></c>')).toEqual({ text: '5200' });
  });
  test('gives the kept result of a formula and works nothing out', () => {
    expect(firstCell('<c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>电工</v></c>')).toEqual({ text: '电工' });
    expect(firstCell('<c r="A1"><f>A2*2</f></c>')).toEqual({ text: '', flaw: 'formula_empty' });
    expect(firstCell('<c r="A1" t="e"><f>A2/0</f><v>#DIV/0!</v></c>')).toEqual({ text: '#DIV/0!', flaw: 'error_value' });
  });
  test('says a merged cell in each of its rows', () => {
    const rows = `<row r="1">${textCell('A1', '月汀')}${textCell('B1', '电工')}</row><row r="2">${textCell('B2', '焊工')}</row><row r="3">${textCell('B3', '木工')}</row>`;
    expect(texts(body(rows, '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A1:XFD1048576"/></mergeCells>')).map((r) => r.toSorted())).toEqual([
      ['月汀', '电工'].toSorted(),
      ['月汀', '焊工'].toSorted(),
      ['月汀', '木工'].toSorted(),
    ]);
  });
  test('leaves hidden sheets and reads hidden rows with a note', () => {
    const file = bookOf({
      sheets: [
        { name: '藏着', state: 'hidden', body: `<sheetData><row r="1">${textCell('A1', '旧')}</row></sheetData>` },
        { name: '岗位', body: `<sheetData><row r="1">${textCell('A1', '新')}</row><row r="2" hidden="1">${textCell('A2', '电工')}</row></sheetData>` },
        { name: '别的', body: '<sheetData/>' },
      ],
    });
    const { grid, notes } = readSheet(file, any);
    expect(grid.name).toBe('岗位');
    expect(notes).toEqual(['有 1 行在表里是隐藏的，也一起读了', '只读了“岗位”这一张表，没有读：别的']);
  });
  test('holds shared words without their reading aids', () => {
    const shared = ['<si><r><t>电</t></r><r><t>工</t></r><rPh><t>dian</t></rPh></si>'];
    const file = bookOf({
      sheets: [{ name: '岗位', body: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>' }],
      more: [{ name: 'xl/sharedStrings.xml', content: `<sst>${shared.join('')}</sst>` }],
    });
    expect(texts(file)).toEqual([['电工']]);
  });
});

describe('a .csv', () => {
  const rows = [
    ['岗位', '要求'],
    ['电工', '会"电焊"，\n能爬高'],
    ['', '第二列'],
  ];
  test.each([
    ['UTF-8', Buffer.from(csvOf(rows))],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csvOf(rows)}`)],
    ['GB18030', gb18030Of(csvOf(rows))],
    ['UTF-16', Buffer.from(`\ufeff${csvOf(rows)}`, 'utf16le')],
  ])('in %s is read', (_, bytes) => expect(texts(bytes)).toEqual([['岗位', '要求'], ['电工', '会"电焊"，\n能爬高'], ['第二列']]));
  test('keeps a number that Excel was told to leave alone', () => expect(texts(Buffer.from('编号,名\n="0123",甲\n'))[1]).toEqual(['0123', '甲']));
  test('says which number came in rounded', () => expect(read(Buffer.from('号,名\n5.30324E+17,甲'))[1]?.cells.get(0)).toMatchObject({ flaw: 'rounded' }));
  test('may be written with tabs', () =>
    expect(texts(Buffer.from('岗位\t人数\n电工\t3'))).toEqual([
      ['岗位', '人数'],
      ['电工', '3'],
    ]));
});

describe('what is refused, in a word that says what to do:', () => {
  const many = (n: number): Buffer => sheetOf(Array.from({ length: n }, (_, i) => [`第${i}个`]));
  const bomb = '0'.repeat(50_000_000);
  test.each<[string, () => Uint8Array, string]>([
    ['a picture called .xlsx', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'sheet_not_a_table'],
    ['any zip', () => zipOf([{ name: 'a.txt', content: 'a' }]), 'sheet_not_a_table'],
    ['words without lines', () => Buffer.from('你好，这不是表'), 'sheet_not_a_table'],
    ['nothing', () => Buffer.alloc(0), 'sheet_empty'],
    ['an empty sheet', () => body(''), 'sheet_empty'],
    ['the old format', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), 'sheet_old_format'],
    ['a locked file', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), 'sheet_locked'],
    ['macros', () => bookOf({ sheets: [{ name: 'a', body: '' }], more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }), 'sheet_has_macros'],
    ['macros by their type', () => bookOf({ sheets: [{ name: 'a', body: '' }], types: '<Override ContentType="x.macroEnabled.main"/>' }), 'sheet_has_macros'],
    ['a zip cut off', () => many(10).subarray(0, -30), 'sheet_broken'],
    ['broken XML', () => body('<row r="1"><c r="A1"'), 'sheet_broken'],
    ['more rows than one file may hold', () => many(mostImportRows + 200), 'sheet_too_many_rows'],
    ['a file too large to be sent', () => Buffer.alloc(5 * 1024 * 1024, 0x50), 'sheet_too_large'],
    ['a bomb', () => bookOf({ sheets: [{ name: 'a', body: `<!--${bomb}-->` }] }), 'sheet_too_large'],
    [
      'a bomb that lies about its size',
      () => bookOf({ sheets: [{ name: 'a', body: '' }], more: [{ name: 'xl/styles.xml', content: bomb, claims: 10 }] }),
      'sheet_too_large',
    ],
    ['thousands of parts', () => zipOf(Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}`, content: '' }))), 'sheet_too_large'],
    ['a flood of letters', () => sheetOf(Array.from({ length: 7000 }, () => ['字'.repeat(1900)])), 'sheet_too_large'],
  ])('%s', (_, bytes, code) => expect(() => read(bytes())).toThrow(code));

  test('words of the file that would be fetched or repeated are neither', () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&b;&c;电</t></is></c></row></sheetData></worksheet>';
    const book = bookOf({ sheets: [{ name: 'a', body: '' }] });
    expect(book.length).toBeGreaterThan(0);
    const file = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>' },
      { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>' },
      { name: 'xl/worksheets/sheet1.xml', content: xml },
    ]);
    expect(JSON.stringify(texts(file))).not.toMatch(/root:|bbbb/);
  });
  test('a column far out and a row far down cost nothing', () => {
    expect(texts(body(`<row r="1048576">${textCell('XFD1048576', '远')}${textCell('A1048576', '近')}</row>`))).toEqual([['近']]);
  });
});
