const day = '\\d{4}[年\\-/.]\\d{1,2}[月\\-/.]\\d{1,2}日?';
const clock = '\\d{1,2}:\\d{2}(:\\d{2})?';
const time = `(${day}\\s?)?${clock}`;
const date = `${day}(\\s?${clock})?`;
const range = (one: string): RegExp => new RegExp(`^${one}(\\s?~\\s?${one})?$`);

/** What the value of each kind of template key looks like. A kind that is not here takes any text. */
const kinds: Record<string, RegExp> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\p{Cc}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: range(time),
  date: range(date),
  amount: /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\- ]{1,17}$/,
  car_number: /^[\p{L}\p{N}·]{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z .·]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** The 47003 message for the first key that is missing or does not fit its kind (`thing1` is of kind `thing`), or nothing. */
export function fieldTrouble(keys: readonly string[], values: Record<string, string>): string | undefined {
  for (const key of keys) {
    const value = values[key] ?? '';
    if (value === '') return `argument invalid! data.${key}.value is empty`;
    const kind = kinds[key.replace(/\d+$/, '')] ?? /^[^\p{Cc}]+$/u;
    if (!kind.test(value)) return `argument invalid! data.${key}.value invalid`;
  }
  return undefined;
}
