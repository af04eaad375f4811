/** Pages of this area, as '<page>/index'. */
export const proxiesPages: string[] = ['list/index', 'register/index', 'person/index'];
