/** Pages of this area, as '<page>/index'. */
export const importsPages: string[] = ['openings/index', 'people/index', 'conflicts/index'];
