import { describe, expect, test } from 'vitest';
import { lawfulPost, corpusDay as today } from './post-corpus/measure.ts';
import { type Post, postFindings } from './post-findings.ts';

const lawful: Post = { ...lawfulPost, shift: '白班 8 小时', training: '', dorm: '4 人间' };
const found = (over: Partial<Post>) => postFindings({ ...lawful, ...over }, today);

describe('a lawful post', () => {
  test('has nothing to mend', () => expect(found({})).toEqual([]));
  test.each([
    '不限',
    '男女不限',
    '男女均可',
    '不限男女',
    '年龄不限',
    '不限户籍',
    '民族不限',
    '年满16周岁',
    '18周岁以上',
    '三年以上电工经验',
    '妇女节放假',
    '35公斤以下',
    '团队20人左右',
    '退伍军人优先',
    '不收押金',
    '不收任何押金',
    '不扣身份证',
    '不查乙肝',
    '免押金',
    '服装费单位出',
    '单位付体检费',
    '每月20日发工资',
    '体检合格',
  ])('may say %s', (requirements) => expect(found({ requirements })).toEqual([]));
  test('may expire today', () => expect(found({ expiresOn: today })).toEqual([]));
  test('may pay exactly the minimum wage', () => {
    expect(found({ baseWageFen: 274_000 })).toEqual([]);
    expect(found({ wagePeriod: 'hour', baseWageFen: 2_500 })).toEqual([]);
  });
  test('may pay what it likes where no minimum is on file', () => expect(found({ workRegion: '530324', baseWageFen: 100_000 })).toEqual([]));
});

describe('each of the six fields', () => {
  test.each<[keyof Post, Partial<Post>]>([
    ['title', { title: ' ' }],
    ['headcount', { headcount: 0 }],
    ['headcount', { headcount: 1.5 }],
    ['requirements', { requirements: '' }],
    ['duties', { duties: '干活' }],
    ['workAddress', { workAddress: '' }],
    ['workAddress', { workRegion: '' }],
    ['baseWageFen', { baseWageFen: 0 }],
  ])('%s is missed when %j, with its article', (field, over) => {
    expect(found(over)).toEqual([expect.objectContaining({ field, article: '人力资源市场暂行条例第24条' })]);
  });
  test('are all named at once', () => {
    const empty: Partial<Post> = { title: '', headcount: 0, requirements: '', duties: '', workAddress: '', baseWageFen: 0 };
    expect(found(empty).map((f) => f.field)).toEqual(['title', 'headcount', 'requirements', 'duties', 'workAddress', 'baseWageFen']);
  });
});

describe('words that break a rule', () => {
  test.each([
    ['限男性', '不能限男女'],
    ['男性优先', '不能限男女'],
    ['只招男工', '不能限男女'],
    ['要求男性', '不能限男女'],
    ['女工', '不能限男女'],
    ['男，能吃苦', '不能限男女'],
    ['只要女的', '不能限男女'],
    ['18-45岁', '不能限年龄'],
    ['45岁以下', '不能限年龄'],
    ['年龄 50 岁以内', '不能限年龄'],
    ['年龄18至45', '不能限年龄'],
    ['未婚优先', '不能问婚育'],
    ['已婚已育', '不能问婚育'],
    ['只要汉族', '不能限民族、信仰'],
    ['不要外地人', '不能限户籍、地方'],
    ['沪籍优先', '不能限户籍、地方'],
    ['限云南户籍', '不能限户籍、地方'],
    ['无乙肝', '不能查乙肝、限残疾这些'],
    ['入职孕检', '不能问婚育'],
    ['交押金500元', '不能收押金或别的钱'],
    ['服装费200元', '不能收押金或别的钱'],
    ['体检费自理', '不能收押金或别的钱'],
    ['押身份证原件', '不能扣证件'],
    ['日赚300', '不能用这样的话招人'],
    ['月入过万', '不能用这样的话招人'],
  ])('%s: %s, with an article', (requirements, what) => {
    expect(found({ requirements })).toEqual([
      expect.objectContaining({ field: 'requirements', what, article: expect.stringMatching(/第.+条|通知/) as string }),
    ]);
  });
  test.each(['title', 'requirements', 'duties', 'benefits'] as const)('are found in %s', (field) => {
    expect(found({ [field]: '电工，限男性，会巡检' })).toEqual([expect.objectContaining({ field, words: '限男性', instead: '电工，会巡检' })]);
  });
  test('after a denial are still found', () => {
    expect(found({ benefits: '不收押金，交服装费200元' })).toEqual([expect.objectContaining({ words: '交服装费200元', instead: '不收押金' })]);
  });
  test('of two kinds are both found', () => expect(found({ requirements: '限男性，45岁以下' }).map((f) => f.words)).toEqual(['限男性', '45岁以下']));
  test('struck out as proposed leave nothing to find', () => {
    for (const requirements of ['有证，限男性，45岁以下', '男，能吃苦', '会做饭 日赚300 包住']) {
      let text = requirements;
      for (let finding = found({ requirements: text })[0]; finding?.words; finding = found({ requirements: text })[0]) text = finding.instead ?? '';
      expect(found({ requirements: text })).toEqual([]);
    }
  });
});

describe('pay and expiry', () => {
  test('a monthly wage below the minimum names the amount and its source', () => {
    expect(found({ baseWageFen: 273_999 })).toEqual([
      expect.objectContaining({ field: 'baseWageFen', instead: '2,740', article: '上海市最低工资标准（2025年7月1日起）' }),
    ]);
  });
  test('an hourly wage has its own minimum', () => {
    expect(found({ wagePeriod: 'hour', baseWageFen: 2_499 })).toEqual([expect.objectContaining({ field: 'baseWageFen', instead: '25' })]);
  });
  test('a daily wage is eight hours of it', () => {
    expect(found({ wagePeriod: 'day', baseWageFen: 19_999 })).toEqual([expect.objectContaining({ field: 'baseWageFen', instead: '200' })]);
    expect(found({ wagePeriod: 'day', baseWageFen: 20_000 })).toEqual([]);
  });
  test('piece wages bring the minimum in a usual month', () => {
    const byPiece = (pieces: number, baseWageFen = 0) => found({ wagePeriod: 'piece', baseWageFen, piece: { unit: '件', rateFen: 20, pieces } });
    expect(byPiece(13_699)).toEqual([expect.objectContaining({ key: 'wage', field: 'piece' })]);
    expect(byPiece(13_700)).toEqual([]);
    expect(byPiece(8_700, 100_000)).toEqual([]);
    expect(byPiece(0)).toEqual([expect.objectContaining({ key: 'missing', field: 'piece' })]);
  });
  test.each(['2026-02-06', '', 'soon'])('expiry %j is refused', (expiresOn) => expect(found({ expiresOn }).map((f) => f.field)).toEqual(['expiresOn']));
});
