/** Pages of this area, as '<page>/index'. */
export const exportsPages: string[] = ['lists/index'];
