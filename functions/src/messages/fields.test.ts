import { fieldTrouble } from '@shanhai/infra/local/wechat/message-fields.ts';
import { localTemplates } from '@shanhai/infra/local/wechat/templates.ts';
import { type MessageKind, messageKinds, type TemplateName } from '@shanhai/shared/rules/messages.ts';
import { describe, expect, test } from 'vitest';
import { fieldsOf, fullTime, pageOf } from './rules/fields.ts';
import type { KeptMessage } from './rules/kept.ts';

const at = '2026-02-07T04:00:00.000Z';
const message = (values: Record<string, string>, kind: KeptMessage['kind'] = 'card.answered'): KeptMessage => ({ onceKey: 'k', kind, values, at });
const only = (field: string, value: string): string => fieldsOf(message({ value }), { id: 't', fields: { [field]: 'value' } })[field]?.value ?? '';

describe('a field', () => {
  test('of things is cut at twenty characters, also between the halves of a character', () => {
    expect(only('thing1', '月'.repeat(21))).toBe(`${'月'.repeat(19)}…`);
    expect(Array.from(only('thing1', '𠮷'.repeat(25)))).toHaveLength(20);
  });
  test.each(['加我 https://bad.example/x?y=1', '看 www.bad.top', '上 bad-jobs.com.cn/abc'])('never carries a link: %s', (value) => {
    expect(only('thing1', value)).not.toMatch(/http|www|\.(com|cn|top)|example/);
  });
  test('of things holds one line', () => expect(only('thing1', '焊工\n日结')).toBe('焊工 日结'));
  test('of a phrase holds Chinese characters only, five of them', () => expect(only('phrase1', '面试 OK 改时间啦')).toBe('面试改时间'));
  test('of a time is said in full', () => expect(only('time1', '2026-02-08T01:30:00.000Z')).toBe('2026年2月8日 9:30'));
  test('is never empty', () => {
    expect(['thing1', 'phrase1', 'time1', 'date1', 'character_string1', 'number1'].map((field) => only(field, ''))).toEqual([
      '请打开小程序看',
      '有消息',
      fullTime(at),
      fullTime(at),
      '-',
      '0',
    ]);
  });
});

const withTemplate = Object.entries(messageKinds).filter(([, kind]) => (kind as MessageKind).template) as [KeptMessage['kind'], MessageKind][];
describe('a message of every kind is taken by WeChat', () => {
  const full = {
    employer: '月汀钢构（上海）建筑安装工程有限公司',
    about: '高压线路维修电工（可提供住宿）月薪面议',
    place: '上海市宝山区月浦镇 12 号三楼会议室',
    startsAt: at,
  };
  test.each(withTemplate)('%s', (kind, { template }) => {
    const { fields } = localTemplates[template as TemplateName];
    for (const values of [full, {}]) {
      const said = Object.fromEntries(Object.entries(fieldsOf(message(values, kind), { id: 't', fields })).map(([field, { value }]) => [field, value]));
      expect([said, fieldTrouble(Object.keys(fields), said)]).toEqual([said, undefined]);
    }
  });
});

test('the page is opened with its parameters', () => {
  expect(pageOf(message({ fairId: 'f 1', boothNo: '3' }, 'card.replied'))).toBe('areas/cards/seen/index?fairId=f%201&boothNo=3');
  expect(pageOf(message({}))).toBe('tabs/messages/index');
});
