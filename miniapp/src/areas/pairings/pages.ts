/** Pages of this area, as '<page>/index'. */
export const pairingsPages: string[] = ['list/index'];
