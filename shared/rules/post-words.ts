import { bodyRules } from './post-body.ts';
import { moneyRules } from './post-money.ts';
import { peopleRules } from './post-people.ts';
import type { PostPay, WordField, WordKey, WordRule, WordsAround } from './post-rule.ts';
import { termRules } from './post-terms.ts';

const wordRules: readonly WordRule[] = [...peopleRules, ...bodyRules, ...moneyRules, ...termRules];

/** An honest employer says 不收押金: what is denied is no breach. */
const isDenied = (before: string): boolean => /(不|免|勿|无需|不用|不必|无须|绝不)(会|能|得|再|收取|收|扣|押|交|缴|查|做|要|问|看|任何)*\s*$/.test(before);

export interface WordHit {
  /** Which rule, by a name that stays. */
  key: WordKey;
  what: string;
  /** The words that break the rule. */
  words: string;
  /** The text as it could stand without them. */
  instead: string;
  article: string;
}

const clauseBreaks = '，,。；;（）()\n';
const pieceBreaks = `${clauseBreaks}、`;
/** A space parts two thoughts, but not a number from its unit or a Latin word from what follows. */
const isPartingSpace = (text: string, at: number): boolean =>
  text[at] === ' ' &&
  !/^\s*\d/.test(text.slice(at)) &&
  !/[A-Za-z]$/.test(text.slice(0, at)) &&
  !/^\s*(元|块|个|小时|天|岁|周岁|名|人|%|公斤|斤|米|月|年|点)/.test(text.slice(at));
const isBreak = (text: string, at: number, breaks: string): boolean => breaks.indexOf(text[at] ?? '，') >= 0 || isPartingSpace(text, at);

interface Span {
  from: number;
  to: number;
}

function widened(text: string, span: Span, breaks: string): Span {
  let { from, to } = span;
  while (from > 0 && !isBreak(text, from - 1, breaks)) from--;
  while (to < text.length && !isBreak(text, to, breaks)) to++;
  return { from, to };
}

/** With the piece after it, when that makes no sense alone: 押金 200 元，离职退. */
function withTail(text: string, span: Span, tail: RegExp | undefined): Span {
  const next = widened(text, { from: span.to + 1, to: span.to + 1 }, clauseBreaks);
  return tail && next.from < text.length && tail.test(text.slice(next.from, next.to).trim()) ? withTail(text, { from: span.from, to: next.to }, tail) : span;
}

/** Words that say nothing once the others are gone. */
const emptyWords =
  /招聘|诚聘|另外|并且|要求|优先|考虑|为主|只要|不要|不招|不收|入职|岗位|年龄|性别|以上|以下|左右|工资|[招聘另并且还要需须也先得请的者仅限此岗人:：\s]/g;
const saysNothing = (text: string): boolean => text.replace(emptyWords, '') === '';

function tidy(text: string): string {
  return text
    .replace(/[（(][，,、；;\s]*[）)]/g, '')
    .replace(/([（(])[，,、；;\s]+/g, '$1')
    .replace(/[，,、；;\s]+([）)])/g, '$1')
    .replace(/[，,、；;\s]*([，,。；;])[，,、；;\s]*/g, '$1')
    .replace(/^[，,、。；;\s]+|[，,、；;\s]+$/g, '');
}

interface Hit {
  exec: RegExpExecArray;
  span: Span;
}

function spanOf(exec: RegExpExecArray): Span {
  const words = exec[0].replace(/^[，,。；;、（()\s]+/, '');
  const from = exec.index + exec[0].length - words.length;
  return { from, to: from + words.length };
}

function firstHit(rule: WordRule, around: WordsAround): Hit | undefined {
  const { text } = around;
  const blotted = rule.innocent ? text.replace(rule.innocent, (words) => '〇'.repeat(words.length)) : text;
  const hits = [...blotted.matchAll(rule.pattern)].map((exec) => ({ exec, span: spanOf(exec) }));
  return hits.find(({ exec, span }) => !isDenied(blotted.slice(0, span.from)) && (rule.breaks?.(exec, around) ?? true));
}

/** What is wrong as a whole, for underlining. */
const told = ({ cut }: WordRule, { span }: Hit, text: string): Span =>
  cut === 'words' ? span : widened(text, span, cut === 'piece' ? pieceBreaks : clauseBreaks);

/** The text without the words, and without what the words leave dangling. */
function insteadOf(rule: WordRule, hit: Hit, around: WordsAround): string {
  const { text } = around;
  const span = told(rule, hit, text);
  const put = rule.mend?.(hit.exec, around) ?? '';
  const without = ({ from, to }: Span, filling: string): string => tidy(text.slice(0, from) + filling + text.slice(to));
  if (rule.cut !== 'words') return without(withTail(text, span, rule.tail), put || '，');
  if (put) return without(span, put);
  const piece = widened(text, span, pieceBreaks);
  const rest = text.slice(piece.from, span.from) + text.slice(span.to, piece.to);
  return saysNothing(rest) ? without(piece, '，') : without(span, '');
}

/**
 * The first words of each kind that discriminate, take money, keep papers, bait or undercut the law's terms.
 * 〔就业促进法 §26–31、§41；劳动合同法 §9、§10、§19、§20；妇女权益保障法 §43；劳动法 §36–41〕
 */
export function wordHits(text: string, field: WordField, pay: PostPay): WordHit[] {
  const around = { ...pay, text };
  const found: WordHit[] = [];
  for (const rule of wordRules) {
    if ((rule.fields && rule.fields.indexOf(field) < 0) || found.some((hit) => hit.key === rule.key)) continue;
    const hit = firstHit(rule, around);
    if (!hit) continue;
    const { from, to } = told(rule, hit, text);
    const words = text.slice(from, to).trim();
    found.push({ key: rule.key, what: rule.what, words, instead: insteadOf(rule, hit, around), article: rule.article });
  }
  return found;
}

/** A text that breaks several rules is mended rule by rule; there are no more kinds than this. */
const mostMends = 24;

/** The field with every offending word taken out, so that one tap puts all of it right; may come out empty. */
export function mendedWords(text: string, field: WordField, pay: PostPay): string {
  let mended = text;
  for (let turn = 0; turn < mostMends; turn++) {
    const [first] = wordHits(mended, field, pay);
    if (!first) return mended;
    mended = first.instead;
  }
  return '';
}
