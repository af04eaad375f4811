/** Pages of this area, as '<page>/index'. */
export const employersPages: string[] = ['verify/index', 'mine/index', 'form/index', 'colleagues/index', 'join/index', 'public/index'];
