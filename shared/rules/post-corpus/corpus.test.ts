import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mendedField, postFindings } from '../post-findings.ts';
import { wordKeys } from '../post-rule.ts';
import heldOutRows from './held-out.json' with { type: 'json' };
import { type CorpusLine, corpusDay, keysFound, lawfulPost, measure } from './measure.ts';
import writingRows from './writing.json' with { type: 'json' };

const heldOut = heldOutRows as CorpusLine[];
const writing = writingRows as CorpusLine[];
const findingsIn = ({ field, text }: CorpusLine) => postFindings({ ...lawfulPost, [field]: text }, corpusDay);
const mendedOf = ({ field, text }: CorpusLine): string => mendedField({ ...lawfulPost, [field]: text }, field, corpusDay);
const bad = [...writing, ...heldOut].filter(({ keys }) => keys.length);

describe('the corpus', () => {
  test('has 200 different lines at least, good and bad, with every kind of breach on both sides', () => {
    const texts = [...writing, ...heldOut].map(({ text }) => text);
    expect(texts.length).toBeGreaterThanOrEqual(200);
    expect(new Set(texts).size).toBe(texts.length);
    for (const part of [writing, heldOut]) expect(part.filter(({ keys }) => !keys.length).length).toBeGreaterThan(part.length / 3);
    expect([...new Set(writing.flatMap(({ keys }) => keys))].sort()).toEqual([...wordKeys].sort());
  });
  test('is parted by the hash of each line, by nobody’s choice', () => {
    const isHeldOut = ({ text }: CorpusLine): boolean => createHash('sha256').update(text).digest().readUInt32BE(0) % 10 < 3;
    expect(heldOut.filter((line) => !isHeldOut(line))).toEqual([]);
    expect(writing.filter(isHeldOut)).toEqual([]);
  });
  test('stands in an opening that is lawful itself', () => expect(postFindings(lawfulPost, corpusDay)).toEqual([]));
});

test.each(writing)('$field “$text” has exactly $keys', (line) => expect(keysFound(line)).toEqual([...line.keys].sort()));

test('on lines that no rule was written from, precision is 0.95 and recall 0.9 at least', () => {
  const { lines, precision, recall } = measure(heldOut);
  console.info(`held out: ${lines} lines, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

describe('a finding', () => {
  test('names its article', () => {
    const articles = bad.flatMap(findingsIn).map(({ article }) => article);
    expect(articles.filter((article) => !/第.+条|通知|令50号/.test(article))).toEqual([]);
  });
  test('names words that stand in the field', () => {
    for (const line of bad) for (const { words = '' } of findingsIn(line)) expect(line.text).toContain(words);
  });
  test('proposes something else than what is there', () => {
    for (const line of bad) for (const { instead } of findingsIn(line)) expect(instead).not.toBe(line.text);
  });
});

describe('the wording proposed', () => {
  test('has nothing left to find', () => {
    expect(bad.filter((line) => keysFound({ ...line, text: mendedOf(line) }).some((key) => key !== 'missing'))).toEqual([]);
  });
  test('leaves no word dangling', () => {
    const dangling =
      /(^|[，。；、（])(另|并|且|还|先|再|须|需|要|入职|优先|以上|以下|的|者|元|\d+\s*元?)(?=[，。；、）]|$)|（）|[，、；]$|^[，、；]|[，；、]{2}/;
    expect(bad.map(mendedOf).filter((text) => dangling.test(text))).toEqual([]);
  });
  test.each(writing.filter(({ keys }) => keys.length))('keeps the innocent words around “$text”', (line) => {
    const [before, after] = ['会看图纸', '有班车'];
    const mended = mendedOf({ ...line, text: `${before}，${line.text}。${after}` });
    expect([mended.slice(0, before.length), mended.slice(-after.length)]).toEqual([before, after]);
  });
  test('leaves an honest line as it is', () => {
    for (const line of writing.filter(({ keys }) => !keys.length)) expect(mendedOf(line)).toBe(line.text);
  });
  test.each([
    ['benefits', '交五险，另收押金 200 元', '交五险'],
    ['benefits', '包吃住，工衣押金 100 元，离职退。车票报销', '包吃住。车票报销'],
    ['requirements', '有焊工证，男，18-45岁，能上夜班', '有焊工证，年满18周岁，能上夜班'],
    ['requirements', '会做饭 限女性 能吃苦', '会做饭，能吃苦'],
    ['benefits', '包吃住，不签合同，来去自由', '包吃住，入职就签劳动合同'],
    ['benefits', '自愿放弃社保，每月补 300 元', '社保从第一天起交'],
    ['shift', '包吃住每天12小时，月休两天', '包吃住每天 8 小时，每周休 1 天'],
    ['title', '年轻男保安（45岁以下）', '保安'],
    ['benefits', '合同一年，试用期六个月，工资打七折', '合同一年，试用期 2 个月，工资打七折'],
    ['benefits', '签一年合同，试用期半年，试用期工资 2000 元', '签一年合同，试用期 2 个月，试用期工资 4160 元'],
  ] as const)('in %s turns “%s” into “%s”', (field, text, mended) => expect(mendedOf({ field, text, keys: [] })).toBe(mended));
});

test.each(['男孩子', '招聘', '押金不', '凡押', '气质', '年龄限', '不要', '者', ' 1', '每天'])('a field full of “%s” is read to its end', (words) => {
  const text = words.repeat(300);
  expect(Array.isArray(findingsIn({ field: 'requirements', text, keys: [] }))).toBe(true);
});
