import { describe, expect, test } from 'vitest';
import { type Compared, isAlikeName, likenessOf, nameWords } from './likeness.ts';

const home = { regionCode: '530324', town: '富乐镇', village: '桃源村' };
const her: Compared = { name: '杨桂兰', home };

describe('two records', () => {
  test.each<[string, Compared, Compared, string[]]>([
    ['of one resident id are one person, whatever else they say', { ...her, idBlind: 'x' }, { name: '李石保', idBlind: 'x' }, ['same_id']],
    ['of two resident ids are two people', { ...her, idBlind: 'x', phoneBlind: 'p' }, { ...her, idBlind: 'y', phoneBlind: 'p' }, []],
    ['of one name in one town may be one', her, { name: '杨桂兰', home: { regionCode: '530324', town: '富乐镇' } }, ['same_name']],
    ['of one name in two villages are not offered', her, { ...her, home: { ...home, village: '河口村' } }, []],
    ['of one name in two towns are not offered', her, { ...her, home: { ...home, town: '板桥镇' } }, []],
    ['of alike names in one village may be one', her, { ...her, name: '杨贵兰' }, ['alike_name']],
    ['of alike names and two phones are two', { ...her, phoneBlind: 'p' }, { ...her, name: '杨贵兰', phoneBlind: 'q' }, []],
    ['of alike names somewhere in a town are not offered', { ...her, home: { regionCode: '530324', town: '富乐镇' } }, { ...her, name: '杨贵兰' }, []],
    ['of one phone and one name may be one, wherever they live', { ...her, phoneBlind: 'p' }, { name: '杨桂兰', phoneBlind: 'p' }, ['same_phone']],
    ['of one phone of which one has no name may be one', { ...her, phoneBlind: 'p' }, { phoneBlind: 'p' }, ['same_phone']],
    ['of one phone in a household of two names are two', { ...her, phoneBlind: 'p' }, { ...her, name: '李石保', phoneBlind: 'p' }, []],
    ['that say nothing are not one', {}, {}, []],
  ])('%s', (_, a, b, found) => {
    expect(likenessOf(a, b)).toEqual(found);
    expect(likenessOf(b, a)).toEqual(found);
  });
});

test.each([
  ['杨桂兰', '杨贵兰', true],
  ['杨燕', '杨艳', true],
  ['杨桂兰', '李桂兰', false],
  ['杨桂兰', '杨桂兰', false],
  ['杨桂兰', '杨兰', false],
  ['杨桂兰', '杨贵花', false],
])('%s and %s alike: %s', (a, b, is) => expect(isAlikeName(a, b)).toBe(is));

describe('a name is looked up', () => {
  test('by town, and with a hole in the village', () => {
    expect(nameWords(her)).toEqual(['530324|富乐镇||杨桂兰', '530324|富乐镇|桃源村|杨·兰', '530324|富乐镇|桃源村|杨桂·']);
  });
  test('so that alike names meet', () => {
    const meeting = nameWords(her).filter((word) => nameWords({ ...her, name: '杨贵兰' }).includes(word));
    expect(meeting).toEqual(['530324|富乐镇|桃源村|杨·兰']);
  });
  test('not at all without a town or a name', () =>
    expect([nameWords({ name: '杨桂兰' }), nameWords({ home }), nameWords({ name: '杨', home })]).toEqual([[], [], []]));
});
