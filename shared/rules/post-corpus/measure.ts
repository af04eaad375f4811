import { type Post, postFindings } from '../post-findings.ts';
import type { WordField, WordKey } from '../post-rule.ts';

/** One line as it stands in a field of an opening, and the kinds of breach in it. */
export interface CorpusLine {
  field: WordField;
  text: string;
  keys: WordKey[];
}

/** A lawful opening in Shanghai; a line of the corpus takes the place of one of its fields. */
export const lawfulPost: Post = {
  title: '电工',
  headcount: 12,
  requirements: '有低压电工证，能爬 3 米高的梯子',
  duties: '厂房配电柜巡检、换线',
  workRegion: '310113',
  workAddress: '宝山区月浦镇',
  wagePeriod: 'month',
  baseWageFen: 520_000,
  benefits: '单位付体检费',
  shift: '白班 8 小时，每周休 1 天',
  training: '来了先教 7 天，照发工资',
  dorm: '4 人间，有空调、热水',
  expiresOn: '2026-03-31',
};
export const corpusDay = '2026-02-07';

/** The kinds of breach that the rules see in a line, in the order of their names. */
export const keysFound = ({ field, text }: CorpusLine): string[] =>
  postFindings({ ...lawfulPost, [field]: text }, corpusDay)
    .filter((finding) => finding.field === field)
    .map(({ key }) => key)
    .sort();

export interface Measured {
  lines: number;
  /** Of the breaches that the rules name, the share that is there. */
  precision: number;
  /** Of the breaches that are there, the share that the rules name. */
  recall: number;
}

/** How well the rules name the breaches of these lines, counted by line and kind. */
export function measure(lines: readonly CorpusLine[]): Measured {
  const named = lines.map((line) => ({ found: keysFound(line), expected: new Set<string>(line.keys) }));
  const right = named.reduce((sum, { found, expected }) => sum + found.filter((key) => expected.has(key)).length, 0);
  const allFound = named.reduce((sum, { found }) => sum + found.length, 0);
  const allThere = named.reduce((sum, { expected }) => sum + expected.size, 0);
  return { lines: lines.length, precision: right / allFound, recall: right / allThere };
}
