/** Pages of this area, as '<page>/index'. */
export const contentPages: string[] = ['decide/index'];
