import type { Consent } from '@shanhai/shared/contract/consents.ts';
import { type ConsentPurpose, type ConsentWay, consentTexts } from '@shanhai/shared/rules/consents.ts';

/** A line of the ledger. Lines are only added: taking back is a line of its own. */
export interface Entry {
  purpose: ConsentPurpose;
  about: string;
  said: 'given' | 'withdrawn';
  at: string;
  receiver?: string | undefined;
  version?: string | undefined;
  how?: ConsentWay | undefined;
  /** Who said it for the person. */
  by?: string | undefined;
  endsAt?: string | undefined;
}

const subjectOf = ({ purpose, about }: Pick<Entry, 'purpose' | 'about'>): string => `${purpose}|${about}`;
/** At the same moment the yes comes before its end. */
const isLater = (a: Entry, b: Entry): number => (a.at === b.at ? a.said.localeCompare(b.said) : a.at < b.at ? -1 : 1);

function consentOf(given: Entry, withdrawn: Entry | undefined): Consent {
  const { purpose, about, receiver = '', version = '', how = 'tapped', at, endsAt } = given;
  return { purpose, about, receiver, version, how, at, ...(endsAt ? { endsAt } : {}), ...(withdrawn ? { withdrawnAt: withdrawn.at } : {}) };
}

/** The ledger as it stands: of each subject the last yes, and when it was taken back. Newest first. 〔个人信息保护法 §14、§15〕 */
export function standing(entries: readonly Entry[]): Consent[] {
  const bySubject = Map.groupBy([...entries].sort(isLater), subjectOf);
  return [...bySubject.values()]
    .flatMap((said) => {
      const given = said.findLast((e) => e.said === 'given');
      const last = said.at(-1);
      return given ? [consentOf(given, last?.said === 'withdrawn' ? last : undefined)] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * What the person took back, of all that is said once and for all, and has not agreed to again: also where nobody ever wrote a yes
 * down, because an office held it by its own list. No new use rests on a yes after that. 〔个人信息保护法 §15、§29〕
 */
export function takenBackOf(entries: readonly Entry[]): Set<ConsentPurpose> {
  const last = new Map(
    [...entries]
      .filter((e) => e.about === '')
      .sort(isLater)
      .map((e) => [e.purpose, e.said]),
  );
  return new Set([...last].filter(([, said]) => said === 'withdrawn').map(([purpose]) => purpose));
}

/** Does this yes hold at this moment? */
export const holds = (consent: Consent | undefined, now: string): boolean =>
  !!consent && !consent.withdrawnAt && (consent.endsAt === undefined || consent.endsAt > now);

/** The version of our own text, where whoever asks names none. */
export const versionOf = (purpose: ConsentPurpose): string => consentTexts[purpose].version;
