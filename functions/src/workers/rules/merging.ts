import type { HeldCategory } from '@shanhai/shared/contract/workers.ts';
import type { ConsentPurpose } from '@shanhai/shared/rules/consents.ts';
import { type MergedField, mergedFields } from '@shanhai/shared/rules/people.ts';
import type { Profile } from '../profile.ts';

type TakenBack = ReadonlySet<ConsentPurpose>;
const most = 8;

function unionOf<T>(a: readonly T[] | undefined, b: readonly T[] | undefined, keyOf: (one: T) => string): T[] | undefined {
  const all = [...(a ?? []), ...(b ?? [])];
  const kept = all.filter((one, i) => all.findIndex((other) => keyOf(other) === keyOf(one)) === i);
  return kept.length ? kept.slice(0, most) : undefined;
}

const isSaid = (field: MergedField, { wish, ...rest }: Profile): boolean =>
  field === 'wish' ? Object.keys(wish).length > 1 || wish.trades.length > 0 : !!rest[field];

/** Which record a field is taken from: as chosen, else the surviving one where it says anything. */
function chosen(field: MergedField, survivor: Profile, other: Profile, fromOther: readonly string[]): Profile {
  if (!isSaid(field, other)) return survivor;
  return fromOther.includes(field) || !isSaid(field, survivor) ? other : survivor;
}

const later = (a: Profile['looking'], b: Profile['looking']) => ((b?.saidAt ?? '') > (a?.saidAt ?? '') ? b : a);

/** What one knows of the age by the resident id; nothing once the person took that yes back. */
function ageMarks(survivor: Profile, other: Profile, takenBack: TakenBack): Pick<Profile, 'isIdKnown' | 'youngUntilOn'> {
  if (takenBack.has('resident_id')) return { isIdKnown: undefined, youngUntilOn: undefined };
  return { isIdKnown: survivor.isIdKnown || other.isIdKnown, youngUntilOn: survivor.isIdKnown ? survivor.youngUntilOn : other.youngUntilOn };
}

/**
 * One record out of two: nothing is lost but what a human decided against, and that stays in the merge itself. A yes goes along,
 * unless the person took it back under either record. 〔个人信息保护法 §15〕
 */
export function mergeProfiles(survivor: Profile, other: Profile, fromOther: readonly string[], takenBack: TakenBack = new Set()): Profile {
  const fields = Object.fromEntries(mergedFields.map((field) => [field, chosen(field, survivor, other, fromOther)[field]]));
  const { mergedInto: _merged, rev: _rev, ...kept } = survivor;
  return {
    ...kept,
    ...fields,
    wish: chosen('wish', survivor, other, fromOther).wish,
    skills: unionOf(survivor.skills, other.skills, (s) => s.trade),
    experience: unionOf(survivor.experience, other.experience, (e) => `${e.what}|${e.where ?? ''}`),
    looking: later(survivor.looking, other.looking),
    sharedWith: takenBack.has('elsewhere') ? undefined : unionOf(survivor.sharedWith, other.sharedWith, (region) => region),
    ...ageMarks(survivor, other, takenBack),
  };
}

/** Of two words on the same category the later one holds. */
export function mergeCategories(a: readonly HeldCategory[] = [], b: readonly HeldCategory[] = []): HeldCategory[] {
  const all = [...a, ...b].sort((x, y) => (x.on < y.on ? 1 : -1));
  return all.filter((one, i) => all.findIndex((other) => other.category === one.category) === i);
}

type Image = Record<string, unknown>;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An item as it was before a merge, with what was changed since the merge kept. */
export function restored(before: Image | undefined, after: Image | undefined, current: Image | undefined): Image {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(current ?? {})]);
  const changed = [...fields].filter((field) => field !== 'rev' && !same(after?.[field], current?.[field]));
  const image: Image = { ...before };
  for (const field of changed) {
    if (current && field in current) image[field] = current[field];
    else delete image[field];
  }
  return image;
}
