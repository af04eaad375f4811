/** Pages of this area, as '<page>/index'. */
export const organizePages: string[] = [
  'fairs/index',
  'edit/index',
  'booths/index',
  'invite/index',
  'openings/index',
  'publish/index',
  'presence/index',
  'stewards/index',
  'devices/index',
];
