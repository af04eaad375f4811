import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keptAfterErasure } from '@shanhai/shared/rules/rights.ts';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const guide = read('miniapp/src/areas/rights/texts/guide.ts');
const map = read('docs/privacy.md');
const rows = map
  .slice(map.indexOf('## The data map'), map.indexOf('Nobody under 16'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| field'))
  .map((line) => line.split('|')[1]?.trim() ?? '');

/** How the guide calls what the map calls in English; nothing of a person is in one and not in the other. */
const called: Record<string, readonly string[]> = {
  "WeChat's id of the account": ['微信给的一个编号'],
  'a number that the app made up for the phone': ['这台手机的一个编号'],
  'the address on the net, moment and kind of a request': ['网络地址、时间、点的哪一项', '留一年'],
  name: ['名字、电话'],
  phone: ['电话不填也行'],
  'county, township, village': ['哪个县、哪个乡镇'],
  'wish, trades, skills, experience': ['想做什么、会什么'],
  'resident id': ['身份证号：'],
  'categories of the papers': ['人员类别（'],
  'check-ins': ['签到的时间和门口'],
  location: ['定位：'],
  'what was answered, taken, arrived': ['怎么答的'],
  messages: ['消息：一年'],
  consents: ['您同意过什么：注销后三年'],
  looks: ['谁看过您：两年'],
  'staff: WeChat account, name given with the role': ['工作人员：微信给的一个编号'],
  "employer's agent: name, phone, photograph of the card": ['单位核验用的证照'],
};

describe('the guide that people read', () => {
  test.each(rows)('names what the map calls %s', (field) => {
    expect(called[field]).toBeDefined();
    for (const words of called[field] ?? []) expect(guide).toContain(words);
  });

  test('names nothing that the map does not know', () => {
    const section = guide.slice(guide.indexOf('用到什么，为什么用'), guide.indexOf('给谁看'));
    const lines = [...section.matchAll(/^ {6}'([^']+)',$/gm)].map(([, words = '']) => words);
    expect(lines.length).toBeGreaterThan(9);
    expect(lines.filter((line) => !rows.some((field) => called[field]?.some((words) => line.includes(words))))).toEqual([]);
  });

  test('says the same lengths of time as the map', () => {
    const lengths: readonly (readonly [inMap: RegExp, inGuide: string])[] = [
      [/\| card \|.*90 days.*3 years/, '90 天，到期把名字、电话删掉'],
      [/\| application \|.*3 years/, '投给哪家、怎么答的（没有名字、电话）：三年'],
      [/\| worker \|.*180 days after a gate/, '180 天后删掉'],
      [/\| roster \|.*closing and 30 days/, '散场 30 天后删掉'],
      [/\| check-in \|.*2 years/, '到场的号码（没有名字）：两年'],
      [/\| message \|.*365 days/, '消息：一年'],
      [/\| view \|.*730 days/, '谁看过您：两年'],
      [/\| consent \|.*3 years after it ended/, '您同意过什么：注销后三年'],
    ];
    for (const [inMap, inGuide] of lengths) {
      expect(map).toMatch(inMap);
      expect(guide).toContain(inGuide);
    }
  });

  test('and the list of what stays after an erasure agree with the map', () => {
    const until = keptAfterErasure.map(({ until: words }) => words);
    expect(until).toEqual(['满 2 年', '满 3 年', '注销后 3 年', '满 2 年', '满 3 年']);
    expect(guide).toContain('法律让留的，一条一条写在那里');
  });

  test('names the yes to another region’s bureaus, and that all works without it', () => {
    expect(guide).toContain('不同意也能接着用');
    expect(map).toContain('给结对的上海人社局看');
  });
});
