/** Pages of this area, as '<page>/index'. */
export const jobsPages: string[] = ['detail/index', 'mine/index', 'edit/index', 'essential/index', 'people/index', 'reckon/index', 'poster/index'];
