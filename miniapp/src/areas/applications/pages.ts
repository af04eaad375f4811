/** Pages of this area, as '<page>/index'. */
export const applicationsPages: string[] = ['apply/index', 'mine/index', 'detail/index', 'list/index', 'person/index', 'silent/index'];
