/** What openings can be ordered by: how well they fit, pay, the newest, how near to home. */
export const sorts = ['fit', 'pay', 'newest', 'near'] as const;
export type Sort = (typeof sorts)[number];
export const sortWords: Record<Sort, string> = { fit: '最对口', pay: '钱最多', newest: '新发的', near: '离家近' };
