/** Pages of this area, as '<page>/index'. */
export const boardPages: string[] = ['live/index'];
