/** Pages of this area, as '<page>/index'. */
export const peoplePages: string[] = ['skilled/index', 'recommend/index', 'duplicates/index', 'categories/index'];
