import { Problem } from '@shanhai/shared/problems.ts';
import { type Grid, gridKeeper } from './grid.ts';

/** Which letters these bytes are: by their mark, else UTF-8 if they are well-formed so, else GB18030 as Excel in China saves. */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const tries = a === 0xff && b === 0xfe ? ['utf-16le'] : a === 0xfe && b === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of tries) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      /* not in these letters: the next ones are tried */
    }
  }
  throw new Problem('sheet_not_a_table');
}

/** What stands between two cells: the mark that occurs most in the first line. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const marks = [',', '\t', ';', '，'];
  return marks.reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best), ',');
}

/** The end of a quoted cell that begins at `from`; a quote inside is written twice. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** The cell that begins at `at`, and where what stands after it is found; a quote that is never closed ends with the text. */
function cellAt(text: string, at: number, ends: RegExp): { words: string; end: number } {
  const isQuoted = text[at] === '"';
  const close = isQuoted ? endOfQuoted(text, at + 1) : at;
  ends.lastIndex = close;
  const end = ends.exec(text)?.index ?? text.length;
  return { words: isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, end), end };
}

function* cellsOf(text: string, separator: string): Generator<{ row: number; column: number; words: string }> {
  const ends = new RegExp(`[${separator}\\r\\n]`, 'g');
  let [at, row, column] = [0, 1, 0];
  while (at < text.length) {
    const { words, end } = cellAt(text, at, ends);
    yield { row, column, words };
    const isLine = text[end] !== separator;
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    [row, column] = isLine ? [row + 1, 0] : [row, column + 1];
  }
}

/** Excel writes `="0123"` to keep a number as text. */
const bare = (words: string): string => words.replace(/^="(.*)"$/s, '$1').replace(/\r\n?/g, '\n');

export function readCsv(bytes: Uint8Array): Grid {
  const text = decode(bytes);
  // a picture under a false name can be well-formed GB18030, but no table holds the letter of nothing
  if (text.includes('\u0000') || !/[\r\n]/.test(text)) throw new Problem('sheet_not_a_table');
  const keeper = gridKeeper();
  for (const { row, column, words } of cellsOf(text, separatorOf(text))) {
    keeper.put(row, column, { text: bare(words) });
    if (keeper.isFull()) break;
  }
  return keeper.grid('');
}
