/** Pages of this area, as '<page>/index'. */
export const rightsPages: string[] = ['held/index', 'consents/index', 'elsewhere/index', 'erase/index', 'guide/index', 'terms/index'];
