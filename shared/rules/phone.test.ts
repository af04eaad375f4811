import { expect, test } from 'vitest';
import { isPhone, maskedName, maskedPhone, spacedPhone } from './phone.ts';

test.each(['13800138000', '19912345678', '12066600001', '12066600024'])('%s is a mobile number', (phone) => expect(isPhone(phone)).toBe(true));
test.each(['', '1380013800', '138001380000', '12800138000', '12066600000', '12066600025', '+8613800138000', '021-12345678', '1380013800a'])(
  '%j is none',
  (phone) => expect(isPhone(phone)).toBe(false),
);
test('a number is shown in groups, or with its middle hidden', () => {
  expect(spacedPhone('12066600001')).toBe('120 6660 0001');
  expect(maskedPhone('12066600001')).toBe('120****0001');
});
test('of a name the first character stays', () => {
  expect(['杨桂兰', '岩罕', '岩', ''].map(maskedName)).toEqual(['杨**', '岩*', '*', '*']);
});
