/** How well each person fits each opening: row by row, 1 to 255; 0 where it does not fit at all. */
export interface FitTable {
  people: number;
  openings: number;
  fits: Uint8Array;
}

interface Groups {
  /** Group of each one, counted from 0. */
  groupOf: Int32Array;
  /** The first of each group stands for it. */
  firsts: number[];
}

function groupBy(count: number, wordOf: (index: number) => string): Groups {
  const known = new Map<string, number>();
  const groupOf = new Int32Array(count);
  const firsts: number[] = [];
  for (let index = 0; index < count; index++) {
    const word = wordOf(index);
    const group = known.get(word) ?? firsts.length;
    if (group === firsts.length) {
      known.set(word, group);
      firsts.push(index);
    }
    groupOf[index] = group;
  }
  return { groupOf, firsts };
}

const letters = new TextDecoder('latin1');
/** The bytes as one word, so that equal rows are found by a map. */
const wordOfBytes = (bytes: Uint8Array): string => letters.decode(bytes);

/** People whom every opening fits alike. */
export function peopleAlike({ people, openings, fits }: FitTable): Groups {
  return groupBy(people, (person) => wordOfBytes(fits.subarray(person * openings, (person + 1) * openings)));
}

/** Openings that fit everybody alike. */
export function openingsAlike({ people, openings, fits }: FitTable): Groups {
  const column = new Uint8Array(people);
  return groupBy(openings, (opening) => {
    for (let person = 0; person < people; person++) column[person] = fits[person * openings + opening] as number;
    return wordOfBytes(column);
  });
}

/** The part of a table that these rows and columns make. */
export function cut({ openings, fits }: FitTable, rows: readonly number[], columns: readonly number[]): FitTable {
  const part = new Uint8Array(rows.length * columns.length);
  let at = 0;
  for (const row of rows) {
    for (const column of columns) part[at++] = fits[row * openings + column] as number;
  }
  return { people: rows.length, openings: columns.length, fits: part };
}
