/** The fields of an opening that are written in words. */
export const wordFields = ['title', 'requirements', 'duties', 'benefits', 'shift', 'training', 'dorm', 'promotion'] as const;
export type WordField = (typeof wordFields)[number];

/** Every kind of breach of words, by a name that stays when its sentence changes. */
export const wordKeys = [
  'sex',
  'age',
  'marriage',
  'ethnicity',
  'origin',
  'health',
  'looks',
  'education',
  'deposit',
  'id',
  'bait',
  'training',
  'probation',
  'waiver',
  'hours',
] as const;
export type WordKey = (typeof wordKeys)[number];

/** What a rule must know of the opening around the words. */
export interface PostPay {
  /** Base pay of a full month, integer 分; 0 when it is not written yet. */
  monthFen: number;
  /** Minimum wage of a full month at the work place; 0 where none is on file. */
  floorFen: number;
}

export interface WordsAround extends PostPay {
  text: string;
}

export interface WordRule {
  key: WordKey;
  /** Without this the rule holds in every field of words. */
  fields?: readonly WordField[];
  /** Global. Old phones know no look-behind, so a pattern may begin with the separator before its words. */
  pattern: RegExp;
  /** Global. Words that look like a breach and are none; they are blotted out before the pattern looks. */
  innocent?: RegExp;
  /** Of what the pattern hits, what truly breaks the rule. */
  breaks?: (hit: RegExpExecArray, around: WordsAround) => boolean;
  /** How much falls away: the words alone, the piece between two commas or enumeration commas, the piece between two commas. */
  cut: 'words' | 'piece' | 'clause';
  /** What stands in place of what fell away. */
  mend?: (hit: RegExpExecArray, around: WordsAround) => string;
  /** A following piece that makes no sense alone. */
  tail?: RegExp;
  what: string;
  article: string;
}

/** A pattern from pieces, global. */
export const anyOf = (...pieces: readonly string[]): RegExp => new RegExp(pieces.join('|'), 'g');

/** Where a piece begins and ends. */
export const begin = '(?:^|[，,。；;、（()\\s])';
export const end = '(?=[，,。；;、）)\\s]|$)';

const digits = '零一二三四五六七八九';
/** A number as posts write it: 12, 十二, 三十, 两, 半. */
export const numeral = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3}|半)';

/** The value of a `numeral`. */
export function numberFrom(words: string): number {
  const said = words.trim();
  if (/^\d/.test(said)) return Number(said);
  if (said === '半') return 0.5;
  const [tens, ones] = said.indexOf('十') < 0 ? ['零', said] : said.split('十');
  const of = (one: string | undefined, otherwise: number): number => (one ? digits.indexOf(one.replace('两', '二')) : otherwise);
  return of(tens, 1) * 10 + of(ones, 0);
}
