/** What openings can be ordered by: how well they fit, pay, the newest, how near to home. */
export const sorts = ['fit', 'pay', 'newest', 'near'] as const;
export type Sort = (typeof sorts)[number];
export const sortWords: Record<Sort, string> = { fit: '最对口', pay: '钱最多', newest: '新发的', near: '离家近' };

/** So many people an employer may ask on one China day to look at its openings. */
export const mostInvitesADay = 30;
/** So many people stand on one page of those who fit. */
export const peopleOnPage = 50;

const privateWords = /\d{7,}|脱贫|贫困|低保|监测对象|残疾|残障|退役|失业登记|就业困难|怀孕|乙肝|民族|宗教/;
/** A reason that employers read says nothing of papers, health or how to reach somebody. 〔个人信息保护法 §6、§28〕 */
export const isTooPrivate = (reason: string): boolean => privateWords.test(reason.replace(/[\s-]/g, ''));
