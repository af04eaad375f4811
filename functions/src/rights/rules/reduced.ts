/** Stands wherever a name stood. */
export const nobody = '已注销';

type Item = Record<string, unknown>;
interface Reduction {
  set: Item;
  remove: string[];
}

const bareHome = (home: unknown): Item => {
  const { regionCode, town } = (home ?? {}) as Item;
  return regionCode ? { home: { regionCode, ...(town ? { town } : {}) } } : {};
};

/** Of each kind of item of a person, by the beginning of its key: it goes, or what stays of it. Figures counted from what stays do not move. */
const reductions: readonly (readonly [prefix: string, reduce: ((item: Item) => Reduction) | 'goes' | 'stays'])[] = [
  ['C#', ({ home }) => ({ set: { deviceId: 'erased00', ...bareHome(home) }, remove: ['nonce', 'place'] })],
  ['K#', () => ({ set: { name: nobody, trades: [] }, remove: ['phone', 'town', 'note', 'nonces'] })],
  ['J#', () => ({ set: { name: nobody, phone: '', trades: [] }, remove: ['town', 'note'] })],
  ['H#', () => ({ set: { maskedName: nobody }, remove: ['gsi2pk', 'gsi2sk'] })],
  ['Q#', () => ({ set: { words: '' }, remove: [] })],
  ['L#', 'stays'],
  ['A#', 'stays'],
  ['Y#', 'stays'],
  ['P', 'stays'],
  ['ERASE', 'stays'],
];

/** What becomes of one item of a person who is erased. A kind that is not named goes: nothing is kept by oversight. 〔个人信息保护法 §47〕 */
export function becomes(sk: string, item: Item): Reduction | 'goes' | 'stays' {
  const [, found] = reductions.find(([prefix]) => (prefix.endsWith('#') ? sk.startsWith(prefix) : sk === prefix)) ?? [];
  if (!found) return 'goes';
  return typeof found === 'function' ? found(item) : found;
}

/** The yeses of a person who was erased are kept for three years, as the record of what was lawful. 〔个人信息保护法 §56〕 */
export const ledgerKeptDays = 3 * 366;
