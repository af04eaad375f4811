import { isHeardAs, soundsLike } from '@shanhai/shared/rules/alike-sounds.ts';
import { tradeNames, tradesCalled } from '@shanhai/shared/rules/trade-names.ts';
import { type Trade, trades } from '@shanhai/shared/rules/trades.ts';
import { eachGram, gram, plain } from './grams.ts';
import { docsAt, docsWithAll, lowest, type Postings, placeOf } from './postings.ts';
import type { Segment } from './segment.ts';

/** One word of a query and everything that counts as it. */
export interface Meant {
  readonly texts: readonly string[];
  readonly trades: readonly Trade[];
  /** The word as typed is nowhere: these are what was perhaps meant. */
  readonly isSlip: boolean;
}

const mostWords = 6;
const longestWord = 20;
const mostSlips = 4;

/** The neighbours inside a word, without its ends; of a single character, nothing. */
export function innerGrams(word: string): number[] {
  const grams: number[] = [];
  eachGram(word, (one) => void ((one & 0xffff) !== 0 && grams.push(one)));
  return grams;
}

/** The places of the keys that begin with a character. */
function placesFrom({ keys }: Postings, character: string): [from: number, to: number] {
  const first = character.charCodeAt(0);
  return [lowest(keys, gram(first, 0)), lowest(keys, gram(first, 0xffff) + 1)];
}

/** Marks the documents in which a word stands: all its neighbouring pairs, or its one character. */
export function markWith(postings: Postings, word: string, marks: Uint8Array, mark: number): void {
  const [from, to] = word.length > 1 ? [0, 1] : placesFrom(postings, word);
  for (let place = from; place < to; place++) {
    const docs = word.length > 1 ? docsWithAll(postings, innerGrams(word)) : docsAt(postings, place);
    for (let i = 0; i < docs.length; i++) marks[docs[i] as number] = mark;
  }
}

/** Does a word stand anywhere here? */
function standsIn(postings: Postings, word: string): boolean {
  if (word.length > 1) return docsWithAll(postings, innerGrams(word)).length > 0;
  const [from, to] = placesFrom(postings, word);
  return from < to;
}

/** What the titles of an index know: which character follows which, and how often a word stands in one. */
function titleKnowledge(segments: readonly Segment[]) {
  const indexes = segments.map((segment) => segment.inTitle);
  const has = (a: string, b: string): boolean => indexes.some((one) => placeOf(one, gram(a.charCodeAt(0), b.charCodeAt(0))) >= 0);
  return {
    has,
    after(character: string): Set<string> {
      const found = new Set<string>();
      const first = character.charCodeAt(0);
      for (const { keys } of indexes)
        for (let i = lowest(keys, gram(first, 1)); i < keys.length && (keys[i] as number) >>> 16 === first; i++)
          found.add(String.fromCharCode((keys[i] as number) & 0xffff));
      return found;
    },
    before(character: string): Set<string> {
      const found = new Set<string>();
      const second = character.charCodeAt(0);
      for (const { keys } of indexes) for (const key of keys) if ((key & 0xffff) === second) found.add(String.fromCharCode(key >>> 16));
      return found;
    },
    count: (word: string): number => indexes.reduce((sum, one) => sum + docsWithAll(one, innerGrams(word)).length, 0),
  };
}
type Titles = ReturnType<typeof titleKnowledge>;

const swapAt = (word: string, i: number): string => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);

/** What may stand at a place between two neighbours, either of which may be the edge of the word. */
function between(titles: Titles, left: string, right: string): string[] {
  if (!left) return right ? [...titles.before(right)] : [];
  const after = [...titles.after(left)];
  return right ? after.filter((one) => titles.has(one, right)) : after;
}

/** The word with what stands from `from` to `to` written otherwise. */
const rewritten = (word: string, from: number, to: number, by: string): string => word.slice(0, from) + by + word.slice(to);

/** A character that sounds alike, or two that changed places. */
function likelyAt(word: string, i: number): string[] {
  const heard = [...soundsLike(word.charAt(i))].map((one) => rewritten(word, i, i + 1, one));
  return i + 1 < word.length ? [...heard, swapAt(word, i)] : heard;
}

/** A character that is one too many, wrong, or missing before this place. */
function otherAt(titles: Titles, word: string, i: number): string[] {
  const [left, right] = [word.charAt(i - 1), word.charAt(i + 1)];
  const wrong = between(titles, left, right).map((one) => rewritten(word, i, i + 1, one));
  const missing = left ? between(titles, left, word.charAt(i)).map((one) => rewritten(word, i, i, one)) : [];
  return [rewritten(word, i, i + 1, ''), ...wrong, ...missing];
}

/** Words one slip away, the likely ones first. Two characters leave room for anything, so only the likely are tried. */
function oneSlipAway(titles: Titles, word: string): string[] {
  const places = [...word].map((_, i) => i);
  const likely = places.flatMap((i) => likelyAt(word, i));
  const others = word.length < 3 ? [] : places.flatMap((i) => otherAt(titles, word, i));
  return [...new Set([...likely, ...others])].filter((one) => one !== word);
}

function slipsOf(titles: Titles, word: string): Meant | undefined {
  if (word.length < 2) return undefined;
  const near = oneSlipAway(titles, word);
  const called = near.filter((one) => tradesCalled(one).length).concat(tradeNames.filter((name) => isHeardAs(word, name)));
  const standing = near.map((text) => ({ text, count: titles.count(text) })).filter(({ count }) => count > 0);
  // what sounds alike comes first, then what is written most
  const isNear = (text: string): number => (isHeardAs(word, text) ? 1 : 0);
  standing.sort((a, b) => isNear(b.text) - isNear(a.text) || b.count - a.count);
  const texts = standing.slice(0, mostSlips).map(({ text }) => text);
  const meant = trades.filter((trade) => called.some((name) => tradesCalled(name).includes(trade)));
  return texts.length || meant.length ? { texts, trades: meant, isSlip: true } : undefined;
}

/** What somebody means who types these words; several words must all be met. */
export function readWords(words: string, segments: readonly Segment[]): Meant[] {
  const titles = titleKnowledge(segments);
  const stands = (word: string): boolean =>
    tradesCalled(word).length > 0 || segments.some(({ inTitle, inRest }) => standsIn(inTitle, word) || standsIn(inRest, word));
  const asTyped = (word: string): Meant => ({ texts: [word], trades: tradesCalled(word), isSlip: false });

  /** Two words written together, such as 上海电工: cut where both stand, best where a trade begins. */
  function cut(word: string): string[] | undefined {
    const cuts: string[][] = [];
    for (let i = 2; i <= word.length - 2; i++) cuts.push([word.slice(0, i), word.slice(i)]);
    const isTrade = (parts: string[]): boolean => parts.some((part) => tradesCalled(part).length > 0);
    const possible = cuts.filter((parts) => parts.every(stands));
    return possible.find(isTrade) ?? possible[0];
  }

  function read(word: string): Meant[] {
    if (stands(word)) return [asTyped(word)];
    const parts = cut(word);
    if (parts) return parts.map(asTyped);
    return [slipsOf(titles, word) ?? asTyped(word)];
  }

  const typed = plain(words).split(' ').filter(Boolean).slice(0, mostWords);
  return typed.flatMap((word) => read(word.slice(0, longestWord)));
}
