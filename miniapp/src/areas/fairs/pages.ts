/** Pages of this area, as '<page>/index'. */
export const fairsPages: string[] = ['landing/index', 'list/index', 'checked-in/index', 'booths/index', 'booth/index'];
