/** Pages of this area, as '<page>/index'. */
export const workersPages: string[] = ['profile/index', 'views/index', 'categories/index', 'looking/index', 'records/index', 'resident-id/index'];
