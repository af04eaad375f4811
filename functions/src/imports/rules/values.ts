import { fenFromYuan } from '@shanhai/shared/rules/fen.ts';
import { isRegionCode, regionNames } from '@shanhai/shared/rules/regions.ts';
import type { Understood } from './table.ts';

/** Full-width digits and letters as everybody else writes them. */
export const plain = (text: string): string => text.normalize('NFKC').trim();

export const words =
  (most: number, isNeeded = false) =>
  (text: string): Understood<string> => {
    if (!text && isNeeded) return { problem: '这一格要填' };
    const letters = Array.from(text).length;
    return letters > most ? { problem: `太长了，最多 ${most} 字，现在 ${letters} 字` } : { value: text };
  };

export const whole =
  (least: number, most: number, example: number) =>
  (text: string): Understood<number> => {
    const digits = /^(\d{1,6})(\.0+)?\s*(人|名|个|号|日)?$/.exec(plain(text).replace(/^每月|^次月/, ''))?.[1];
    const n = Number(digits);
    if (digits === undefined || n < least || n > most) return { problem: `要写 ${least} 到 ${most} 的数，比如 ${example}` };
    return { value: n };
  };

/** Yuan as people write them: `5,200`, `5200元/月`; a span is none, because the law wants the pay stated. */
export const money =
  (isNeeded = false) =>
  (text: string): Understood<number> => {
    const bare = plain(text)
      .replace(/^[¥￥]|rmb/gi, '')
      .replace(/元?\/?(每)?(月|小时|时|天|人)?$/, '');
    if (!bare) return isNeeded ? { problem: '要写数字，比如 5200' } : { value: 0 };
    if (/\d\s*[-~—–至到]\s*\d/.test(bare)) return { problem: '写一个数，不写范围，比如 5200' };
    const fen = fenFromYuan(bare);
    return fen === undefined ? { problem: '要写数字，比如 5200' } : { value: fen };
  };

const two = (n: string | undefined): string => (n ?? '').padStart(2, '0');
const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

/** `2026-3-31`, `2026/3/31`, `2026.3.31`, `2026年3月31日`, `20260331`. */
export const day =
  (otherwise?: string) =>
  (text: string): Understood<string> => {
    const written = plain(text);
    if (!written && otherwise) return { value: otherwise };
    const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?( .*)?$/.exec(written);
    const found = parts ? `${parts[1]}-${two(parts[2])}-${two(parts[3])}` : '';
    return isDay(found) ? { value: found } : { problem: '要写日子，比如 2026-06-30' };
  };

const no = new Set(['', '否', '无', '没有', '不', '不包', '不提供', '不含', '0', '×', 'x', '-', '/']);
const yes = new Set(['是', '有', '包', '提供', '免费', '含', '1', '√', 'v']);
/** 是 / 否 as lists say it; words beside it are a yes with something to add. */
export const isYes = (text: string): boolean => !no.has(plain(text).toLowerCase()) && !/^(不|无|没)/.test(plain(text));
export const isBareAnswer = (text: string): boolean => no.has(plain(text).toLowerCase()) || yes.has(plain(text).toLowerCase());

export const oneOf =
  <T extends string>(choices: readonly (readonly [value: T, ...names: string[]])[], otherwise?: T) =>
  (text: string): Understood<T> => {
    const written = plain(text).replace(/\s/g, '');
    if (!written && otherwise) return { value: otherwise };
    const found = choices.find(([, ...names]) => names.some((name) => plain(name) === written));
    if (found) return { value: found[0] };
    return { problem: `要从这些里选：${choices.map(([, name]) => name).join('、')}` };
  };

const stem = (name: string): string => name.replace(/(市|区|县|州|省|地区)$/, '');
const byLength = Object.entries(regionNames).sort(([, a], [, b]) => b.length - a.length);

/** A region by its code, or by the last name in what is written: `上海市宝山区` is Baoshan. */
export function region(text: string): Understood<string> {
  const written = plain(text).replace(/\s/g, '');
  if (isRegionCode(written) && regionNames[written]) return { value: written };
  const found = byLength
    .flatMap(([code, name]) => [name, ...(stem(name).length >= 2 ? [stem(name)] : [])].map((n) => ({ code, at: written.lastIndexOf(n), length: n.length })))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at || b.length - a.length)[0];
  return found ? { value: found.code } : { problem: '没认出是哪个区县，比如 上海市宝山区' };
}
