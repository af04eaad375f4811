/** What openings can be ordered by: how well they fit, pay, the newest, how near to home. */
export const sorts = ['fit', 'pay', 'newest', 'near'] as const;
export type Sort = (typeof sorts)[number];
