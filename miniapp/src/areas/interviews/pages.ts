/** Pages of this area, as '<page>/index'. */
export const interviewsPages: string[] = ['take/index', 'mine/index', 'slots/index', 'offer/index'];
