/** Pages of this area, as '<page>/index'. */
export const deskPages: string[] = ['sign-in/index', 'confirm/index', 'today/index', 'fairs/index'];
