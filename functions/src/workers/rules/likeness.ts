import { type Likeness, likenesses } from '@shanhai/shared/rules/people.ts';

/** What two records are compared by. */
export interface Compared {
  name?: string | undefined;
  /** Blind index of the resident id and of the phone. */
  idBlind?: string | undefined;
  phoneBlind?: string | undefined;
  home?: { regionCode: string; town?: string | undefined; village?: string | undefined } | undefined;
}

/** One letter of the given name heard or written otherwise: 杨桂兰 and 杨贵兰, not 杨桂兰 and 李桂兰. */
export function isAlikeName(a: string, b: string): boolean {
  const [x, y] = [Array.from(a), Array.from(b)];
  if (x.length !== y.length || x.length < 2 || x[0] !== y[0]) return false;
  return x.filter((letter, i) => letter !== y[i]).length === 1;
}

const differ = (a: string | undefined, b: string | undefined): boolean => !!a && !!b && a !== b;
const same = (a: string | undefined, b: string | undefined): boolean => !!a && a === b;

function isSameTown(a: Compared, b: Compared): boolean {
  return same(a.home?.regionCode, b.home?.regionCode) && same(a.home?.town, b.home?.town) && !differ(a.home?.village, b.home?.village);
}

const isSameVillage = (a: Compared, b: Compared): boolean => isSameTown(a, b) && same(a.home?.village, b.home?.village);

/**
 * Why two records may be one person, strongest first; nothing when two resident ids say they are not. A phone shared in a
 * household does not make two names one person, and an alike name counts only inside one village.
 */
export function likenessOf(a: Compared, b: Compared): Likeness[] {
  if (same(a.idBlind, b.idBlind)) return ['same_id'];
  if (differ(a.idBlind, b.idBlind)) return [];
  const isAlike = !!a.name && !!b.name && isAlikeName(a.name, b.name);
  const isSameName = same(a.name, b.name);
  const isUnnamed = !a.name || !b.name;
  const checks: Record<Exclude<Likeness, 'same_id'>, boolean> = {
    same_phone: same(a.phoneBlind, b.phoneBlind) && (isSameName || isAlike || isUnnamed),
    same_name: isSameName && isSameTown(a, b),
    alike_name: isAlike && isSameVillage(a, b) && !differ(a.phoneBlind, b.phoneBlind),
  };
  return likenesses.filter((one) => one !== 'same_id' && checks[one]);
}

/** Under which words a name is looked up: as it is in the town, and with any one letter of the given name left out in the village. */
export function nameWords({ name = '', home }: Compared): string[] {
  const letters = Array.from(name);
  if (letters.length < 2 || !home?.town) return [];
  const place = `${home.regionCode}|${home.town}`;
  if (letters.length < 3 || !home.village) return [`${place}||${name}`];
  const holes = letters.slice(1).map((_, i) => letters.map((letter, at) => (at === i + 1 ? '·' : letter)).join(''));
  return [`${place}||${name}`, ...holes.map((hole) => `${place}|${home.village}|${hole}`)];
}
