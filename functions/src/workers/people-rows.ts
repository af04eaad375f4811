import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Skill } from '@shanhai/shared/contract/workers.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import { skillLevels } from '@shanhai/shared/rules/workers.ts';
import type { Seal } from '../sealing/seal.ts';
import { type Key, keys } from '../table/keys.ts';
import type { Item } from '../table/table.ts';
import { Profile } from './profile.ts';
import { nameWords } from './rules/likeness.ts';

export type Row = Key & Item;

/** Stands for all trades in the key of the skills pool. */
export const anyTrade = 'all';

/** With a certificate before without, the higher level before the lower: `13` is a certified 高级工. */
const rankOf = ({ certificate, level }: Skill): string => `${certificate ? 1 : 0}${level ? skillLevels.indexOf(level) + 1 : 0}`;

/** Under every trade, and once under all of them by what the person does best. */
function skillRows(workerId: WorkerId, { name = '', home, skills = [], wish, looking, youngUntilOn, sharedWith }: Profile): Row[] {
  if (!home || looking?.is === false) return [];
  const shown = { workerId, maskedName: maskedName(name), home, skills, wish, looking, youngUntilOn, sharedWith };
  const best = skills.map(rankOf).sort().at(-1);
  return [
    ...skills.map((skill) => ({ ...keys.skilled(home.regionCode, skill.trade, rankOf(skill), workerId), ...shown })),
    ...(best ? [{ ...keys.skilled(home.regionCode, anyTrade, best, workerId), ...shown }] : []),
  ];
}

/** Whoever lets employers ask, under every trade they want or can do; no name lies there. */
function findableRows(workerId: WorkerId, { home, skills = [], wish, looking, isFindable, isRankingOff, sharedWith }: Profile): Row[] {
  if (!isFindable || isRankingOff || !home || looking?.is === false) return [];
  const trades = new Set([...wish.trades, ...skills.map((skill) => skill.trade)]);
  const shown = { workerId, regionCode: home.regionCode, skills, wish, looking, sharedWith };
  return [...trades].map((trade) => ({ ...keys.findable(trade, looking?.saidAt ?? '0', workerId), ...shown }));
}

const lookupRows = (workerId: WorkerId, words: readonly (readonly [kind: string, text: string])[], seal: Seal): Row[] =>
  words.map(([kind, text]) => ({ ...keys.lookup(kind, seal.blind(kind, text), workerId), workerId }));

/** The small rows by which a person is found: by phone, by name in a place, by trade. A record that went into another is found by none. */
export function rowsOfProfile(workerId: WorkerId, item: Item | undefined, seal: Seal): Row[] {
  if (!item) return [];
  const profile = Profile.parse(item);
  if (profile.mergedInto) return [];
  const { phone } = profile;
  const words = [...(phone ? [['phone', phone] as const] : []), ...nameWords(profile).map((word) => ['name', word] as const)];
  return [...lookupRows(workerId, words, seal), ...skillRows(workerId, profile), ...findableRows(workerId, profile)];
}

/** The row by which two records of one resident id meet. */
export function rowsOfSealed(workerId: WorkerId, item: Item | undefined): Row[] {
  return typeof item?.idBlind === 'string' ? [{ ...keys.lookup('id', item.idBlind, workerId), workerId }] : [];
}

/** Rows that go and rows that come or change. */
export function difference(before: readonly Row[], after: readonly Row[]): { gone: Row[]; come: Row[] } {
  const keyOf = ({ pk, sk }: Row): string => `${pk} ${sk}`;
  const [was, is] = [new Map(before.map((r) => [keyOf(r), JSON.stringify(r)])), new Map(after.map((r) => [keyOf(r), r]))];
  return {
    gone: before.filter((row) => !is.has(keyOf(row))),
    come: [...is].filter(([key, row]) => was.get(key) !== JSON.stringify(row)).map(([, row]) => row),
  };
}
