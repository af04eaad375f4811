/** Pages of this area, as '<page>/index'. */
export const trustPages: string[] = ['log/index', 'roles/index', 'odd/index'];
