import type { Deps } from '@shanhai/functions/src/deps.ts';
import { figuresIn, recountOf } from '@shanhai/functions/src/reports/recount.ts';
import type { Figures } from '@shanhai/functions/src/table/live.ts';
import type { Item } from '@shanhai/functions/src/table/table.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';

/** All that the table holds about one fair and its people. */
export interface Holdings {
  items: Item[];
  figures: Figures;
}

/** Figures are compared by themselves; the heads of an opening are moved by every fair it stands at (tests/routes/places.test.ts). */
const notOfThisFair = /^(LIVE|H#)/;
const skOf = (item: Item): string => String(item['sk']);
const pkOf = (item: Item): string => String(item['pk']);

/** Reads a fair, its lists and everybody who is known or on the list; through stores that meet no faults. */
export async function holdingsOf({ table, reports }: Deps, fairId: FairId, known: readonly string[], boothCount = 2): Promise<Holdings> {
  const all = (pk: string): Promise<Item[]> => table.queryAll({ pk });
  const roster = await all(`R#${fairId}`);
  const listed = roster.flatMap((row) => (row['workerId'] ? [String(row['workerId'])] : []));
  const people = [...new Set([...known, ...listed])];
  const booths = Array.from({ length: boothCount }, (_, i) => `${fairId}#${String(i + 1).padStart(4, '0')}`);
  const boothKeys = booths.flatMap((booth) => [`V#${booth}`, `GB#${booth}`]);
  const others = await Promise.all([`F#${fairId}`, `G#${fairId}`, `T#${fairId}`, ...boothKeys, ...people.map((id) => `W#${id}`)].map(all));
  const figures = (await reports.figures(fairId)).figures;
  return { items: [...roster, ...others.flat()].filter((item) => !notOfThisFair.test(skOf(item))), figures };
}

/** How far the live figures are from the items, summed over all figures; counted as the nightly recount counts. */
export const countDifference = ({ items, figures }: Holdings): number => recountOf(figures, figuresIn(items), '').difference;

/** Numbers that two people carry, and list rows that do not agree with the check-in they stand for. */
export function numberTrouble(items: readonly Item[]): string[] {
  const checkIns = items.filter((item) => skOf(item).startsWith('C#'));
  const byNumber = Map.groupBy(checkIns, (item) => Number(item['number']));
  const shared = [...byNumber].filter(([, carriers]) => carriers.length > 1).map(([number]) => `number ${number} twice`);
  const rows = items.filter((item) => pkOf(item).startsWith('R#') && skOf(item).startsWith('N#'));
  const astray = rows.filter((row) => byNumber.get(Number(row['number']))?.[0]?.['workerId'] !== row['workerId']);
  const unlisted = checkIns.length - (rows.length - astray.length);
  return [...shared, ...astray.map((row) => `row ${row['number']} of nobody`), ...(unlisted ? [`${unlisted} not listed`] : [])];
}

const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&');

/** Items in words that are the same in every run: ids by their order, random ends and numbers left out. */
export function inWords({ items }: Holdings, fairId: FairId, known: readonly string[]): string[] {
  const walkIns = items.filter((i) => i['via'] === 'walk_in').map((i) => String(i['workerId']));
  const people = [...new Set([...known, ...walkIns])];
  const plain = (item: Item): string => {
    const { pk, sk, number: _, last: __, strips: ___, ...rest } = item;
    const key = `${pk} ${String(sk).replace(/^([AX]#[^#]+)#.*$/, '$1')}`.replace(/ ([NMTU]#.*?)#?\d{4}$/, ' $1');
    const words = `${key} ${JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))}`.replaceAll(fairId, 'FAIR').replace(/"number":\d+/g, '');
    return people.reduce((text, id, i) => text.replace(new RegExp(escaped(id), 'g'), `PERSON${i}`), words);
  };
  const all = items.map(plain).sort();
  // a look at somebody's data that is noted twice is no harm
  return all.filter((words, i) => !(/ A#/.test(words) && all[i - 1] === words));
}

/** What is in the first and not in the second, each as often as it is too often. */
export function missingFrom(first: readonly string[], second: readonly string[]): string[] {
  const left = [...second];
  return first.filter((words) => {
    const at = left.indexOf(words);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
