/** Pages of this area, as '<page>/index'. */
export const gatePages: string[] = [];
