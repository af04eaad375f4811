/** Pages of this area, as '<page>/index'. */
export const gatePages: string[] = [
  'door/index',
  'screen/index',
  'walk-in/index',
  'family/index',
  'people/index',
  'refusals/index',
  'ready/index',
  'hand-over/index',
  'hub/index',
];
