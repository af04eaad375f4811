import { chinaDay, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { filled, type MessageKind, messageKinds } from '@shanhai/shared/rules/messages.ts';
import type { MessageTemplate } from '../templates.ts';
import type { KeptMessage } from './kept.ts';

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const link = /(?:https?:\/\/|www\.)\S*|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|top|xyz|cc|me|io|info|vip)\b\S*/gi;

/** `2026年2月7日 9:30` */
export function fullTime(at: string): string {
  const [year, month, day] = chinaDay(at).split('-').map(Number);
  return `${year}年${month}月${day}日 ${chinaTime(at)}`;
}

const first = (text: string, most: number): string => Array.from(text).slice(0, most).join('');
const cut = (text: string, most: number): string => (Array.from(text).length > most ? `${first(text, most - 1)}…` : text);
/** One line without links: words of an employer never lead anybody elsewhere. */
const plain = (text: string): string =>
  text
    .replace(link, '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();

type Fill = (value: string, message: KeptMessage) => string;
/** What a field of each kind may hold. 〔微信订阅消息参数值内容限制〕 */
const fills: Record<string, Fill> = {
  thing: (value) => cut(plain(value), 20) || '请打开小程序看',
  phrase: (value) => first(value.replace(/[^\p{Script=Han}]/gu, ''), 5) || '有消息',
  time: (value, { at }) => fullTime(instant.test(value) ? value : at),
  date: (value, { at }) => fullTime(instant.test(value) ? value : at),
  character_string: (value) => first(value.replace(/[^\x21-\x7e]/g, ''), 32) || '-',
  number: (value) => first(value.replace(/\D/g, ''), 32) || '0',
};

/** Whatever a template may ask of a message: its own values, and its title, words, short word and moment. */
function valueIn(name: string, message: KeptMessage): string {
  const kind: MessageKind = messageKinds[message.kind];
  const own: Record<string, string | undefined> = {
    title: filled(kind.title, message.values),
    words: filled(kind.words, message.values),
    phrase: kind.phrase,
    at: message.at,
  };
  return own[name] ?? message.values[name] ?? '';
}

/** The fields of WeChat's message, each within its limits and none of them empty. */
export function fieldsOf(message: KeptMessage, { fields }: MessageTemplate): Record<string, { value: string }> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, name]) => {
      const fill = fills[field.replace(/\d+$/, '')];
      return [field, { value: fill ? fill(valueIn(name, message), message) : '' }];
    }),
  );
}

/** The page WeChat opens: no leading slash, parameters as in the mini-program. */
export function pageOf(message: KeptMessage): string {
  const kind: MessageKind = messageKinds[message.kind];
  const query = (kind.params ?? []).flatMap((name) => (message.values[name] ? [`${name}=${encodeURIComponent(message.values[name])}`] : []));
  return [kind.page.slice(1), ...(query.length ? [query.join('&')] : [])].join('?');
}
