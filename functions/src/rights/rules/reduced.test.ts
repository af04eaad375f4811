import { expect, test } from 'vitest';
import { becomes, nobody } from './reduced.ts';

test('a card keeps to whom and what was answered, and nothing of whom', () => {
  const said = becomes('K#fair00001#0003', { name: '杨桂兰', phone: '12066600001', answer: 'want' });
  expect(said).toEqual({ set: { name: nobody, trades: [] }, remove: ['phone', 'town', 'note', 'nonces'] });
});
test('a check-in keeps what it was counted by: the county and the township, not the village', () => {
  const home = { regionCode: '530324', town: '富乐镇', village: '桃源村' };
  expect(becomes('C#fair00001', { home })).toMatchObject({ set: { home: { regionCode: '530324', town: '富乐镇' } } });
  expect(becomes('C#fair00001', {})).toMatchObject({ set: { deviceId: 'erased00' } });
});
test.each(['Z', 'USER', 'O#worker000002', 'M#worker000002', 'I#card#1', 'G#answer', 'CAL', 'READ', 'FILES#2026-02-07', 'SOMETHING#NEW'])('%s goes', (sk) =>
  expect(becomes(sk, {})).toBe('goes'),
);
test.each(['P', 'A#2026', 'Y#2026', 'L#job'])('%s stays as it is', (sk) => expect(becomes(sk, {})).toBe('stays'));
