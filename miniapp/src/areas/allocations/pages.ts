/** Pages of this area, as '<page>/index'. */
export const allocationsPages: string[] = ['list/index', 'review/index'];
