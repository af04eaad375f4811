/** What a list of people is taken for: it says which personal columns it may hold. */
export const exportPurposes = ['count', 'match', 'escort'] as const;
export type ExportPurpose = (typeof exportPurposes)[number];
export const purposeWords: Record<ExportPurpose, string> = { count: '统计', match: '对接岗位', escort: '送工' };

export const exportKinds = ['openings', 'people'] as const;
export const exportKindWords: Record<(typeof exportKinds)[number], string> = { openings: '岗位供给清单', people: '劳动力供给清单' };

type Shown = 'none' | 'masked' | 'whole';

/**
 * Least needed: figures need nobody’s name; bringing people and openings together needs to know whom one speaks of; only
 * who goes along with them needs to call. The other side of a pairing never gets a phone. 〔个人信息保护法 §6、§19；沪人社就〔2026〕89号 二(三)1〕
 */
export function personalColumns(purpose: ExportPurpose, isOwnCounty: boolean): { name: Shown; phone: Shown; withStanding: boolean } {
  if (purpose === 'count') return { name: 'none', phone: 'none', withStanding: true };
  if (!isOwnCounty) return { name: 'masked', phone: 'none', withStanding: false };
  return { name: 'whole', phone: purpose === 'escort' ? 'whole' : 'masked', withStanding: false };
}

/** How many a list holds; one that stops at its bound says so, because it is passed on as if it were all. */
export const totalWords = (rows: number, what: string, isWhole: boolean): string =>
  isWhole ? `${rows} ${what}` : `只列了前 ${rows} ${what}，没有列完，还有更多`;

/** The most rows that one list holds. */
export const mostExportRows = 10_000;
