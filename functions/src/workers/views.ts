import type { Export } from '@shanhai/shared/contract/exports.ts';
import type { View } from '@shanhai/shared/contract/workers.ts';
import { purposeWords } from '@shanhai/shared/rules/exports.ts';

/**
 * The looks at one person, newest first, together with the lists of their home that held names or phones: a list of
 * thousands is written down once for its county and not once for everybody in it. 〔个人信息保护法 §44、§45〕
 */
export function viewsWith(own: readonly View[], lists: readonly Export[]): View[] {
  const taken = lists
    .filter((list) => list.isPersonal)
    .map(({ at, role, byName, purpose }): View => ({ at, role, byName, what: 'exported', ...(purpose ? { purpose: purposeWords[purpose] } : {}) }));
  return [...own, ...taken].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 100);
}
