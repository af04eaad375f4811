/** Pages of this area, as '<page>/index'. */
export const complaintsPages: string[] = ['make/index', 'mine/index', 'decide/index'];
