import type { chance } from '../support/chance.ts';

export type Chance = ReturnType<typeof chance>;

const deeply = (depth: number): unknown => (depth === 0 ? 1 : { a: [deeply(depth - 1)] });

/** What people type, and programs send, who want to see something break. Functions: the big ones are made when they are drawn. */
const nasty: readonly (() => unknown)[] = [
  () => '',
  () => ' ',
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 0.1,
  () => 1e308,
  () => 2 ** 53,
  () => -(2 ** 31) - 1,
  () => '0',
  () => '-1',
  () => '1e9',
  () => 'NaN',
  () => 'null',
  () => '𠮷👨‍👩‍👧‍👦'.repeat(40),
  () => 'x'.repeat(70_000),
  () => '\ud83d',
  () => '\u202e\u200b\ufeff',
  () => '\u0000\r\nset-cookie: a=b',
  () => 'ｅｖｉｌ．ｃｏｍ https://example.invalid/?a=1',
  () => "' OR 1=1 --",
  () => '<script>alert(1)</script>',
  () => '{{7*7}}',
  () => '=HYPERLINK("https://example.invalid")',
  () => '__proto__',
  () => 'constructor',
  () => '../../../etc/passwd',
  () => '2026-02-30',
  () => '2026-02-30T99:99:99Z',
  () => '9999-12-31T23:59:59.999Z',
  () => '0000-00-00',
  () => [],
  () => [[]],
  () => Array.from({ length: 2_000 }, (_, i) => i),
  () => ['toString', ['__proto__']],
  () => ({}),
  () => ({ length: 3 }),
  () => ({ constructor: { prototype: { role: 'officer' } } }),
  () => JSON.parse('{"__proto__":{"role":"officer"}}') as unknown,
  () => ({ $gt: '' }),
  () => ({ S: 'x', N: '1' }),
  () => deeply(60),
];

const isBranch = (value: unknown): value is Record<string, unknown> | unknown[] => typeof value === 'object' && value !== null;

/** Every place of a value, as ways into it; the value itself is the empty way. */
function placesOf(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  const inside = isBranch(value) ? Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...way, key])) : [];
  return [way, ...inside];
}

type Change = (holder: Record<string, unknown>, key: string, draw: Chance) => void;

/** A key set as JSON would set it, `__proto__` included. */
function put(holder: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const changes: readonly Change[] = [
  (holder, key, draw) => put(holder, key, (nasty[draw.below(nasty.length)] as () => unknown)()),
  (holder, key, draw) => put(holder, key, (nasty[draw.below(nasty.length)] as () => unknown)()),
  (holder, key) => delete holder[key],
  (holder, key) => put(holder, key, [holder[key], holder[key]]),
  (holder, key) => put(holder, key, { [key]: holder[key] }),
  (holder, key) => put(holder, key, String(holder[key])),
  (holder, key) => put(holder, key, typeof holder[key] === 'number' ? -holder[key] : `${String(holder[key])}${String(holder[key])}`),
  (holder, key, draw) => put(holder, `${key}${draw.below(9)}`, holder[key]),
  (holder, key, draw) => put(holder, ['__proto__', 'constructor', 'role', 'workerId', 'status', 'version', 'filled'][draw.below(7)] ?? '', holder[key]),
  (holder, _, draw) => {
    const entries = draw.shuffled(Object.entries(holder));
    for (const [key] of entries) delete holder[key];
    for (const [key, value] of entries) put(holder, key, value);
  },
];

/** A right input with one to three things about it made wrong, at any depth. */
export function mutated(right: unknown, draw: Chance): unknown {
  const root: Record<string, unknown> = { input: structuredClone(right) };
  for (let left = 1 + draw.below(3); left > 0; left--) {
    const ways = placesOf(root['input']).filter((way) => way.length > 0);
    const way = ['input', ...(ways[draw.below(Math.max(1, ways.length))] ?? [])];
    const key = way.at(-1) as string;
    const holder = way.slice(0, -1).reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], root) as Record<string, unknown>;
    (changes[draw.below(changes.length)] as Change)(holder, key, draw);
  }
  return root['input'];
}
