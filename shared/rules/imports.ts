/** What a table can bring: the openings of an employer, the people of a county. */
export const importKinds = ['openings', 'people'] as const;
export type ImportKind = (typeof importKinds)[number];
export const importKindWords: Record<ImportKind, string> = { openings: '岗位供给清单', people: '劳动力摸排表' };

/** Checked and waiting for a yes; rows are being written; all rows are in. */
export const importStatuses = ['checked', 'running', 'done'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** The most rows that one file may hold, and the most bytes. */
export const mostImportRows = 10_000;
export const largestImport = 4 * 1024 * 1024;

/** What is wrong with a cell before anybody asks what it means. */
export type CellFlaw = 'rounded' | 'error_value' | 'formula_empty' | 'too_long';
export const flawWords: Record<CellFlaw, string> = {
  rounded: '号码太长，Excel 把后几位丢了。请把这一列设成“文本”，再重新填',
  error_value: '这一格是 Excel 的错误值，请改成实际内容',
  formula_empty: '这一格是公式，还没有算出结果，请直接填内容',
  too_long: '这一格太长了，最多 2000 字',
};

/** `0` → `A`, `27` → `AB`. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before >= 0 ? columnLetters(before) : '') + String.fromCharCode(65 + (column % 26));
}

/** What became of a row: a new thing, one that was there already, or one that is there with other words. */
export const rowOutcomes = ['added', 'standing', 'differs'] as const;

/** What two versions of one person may differ in. A resident id is no field: it says that they are one. */
export const personFields = ['name', 'phone', 'home', 'trades', 'placeRegion', 'needsDorm', 'leastTakeHomeFen', 'skills'] as const;
export type PersonField = (typeof personFields)[number];
export const personFieldWords: Record<PersonField, string> = {
  name: '姓名',
  phone: '手机',
  home: '家乡',
  trades: '想做的工',
  placeRegion: '想去哪里',
  needsDorm: '要包住',
  leastTakeHomeFen: '至少到手',
  skills: '会做什么',
};
