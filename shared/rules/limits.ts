import type { RouteName } from '../routes.ts';

/**
 * How often one person, or one device, may do something. `table` counts over all instances and costs a write unit: for what
 * shows or sends much. `memory` counts per instance and costs nothing: it slows down a runaway, not a careful thief.
 * Everybody at a fair stands behind one address, so nothing is ever counted by address.
 */
export interface Limit {
  per: 'person' | 'device';
  most: number;
  minutes: number;
  kept: 'table' | 'memory';
  /** Officers are told when it is reached. */
  tells?: 'mass_apply' | 'mass_sign_in';
}

const hour = 60;
const day = 24 * 60;

export const limits: Partial<Record<RouteName, readonly Limit[]>> = {
  // a family shares a phone, a village office lends one
  'identity.signIn': [{ per: 'device', most: 40, minutes: hour, kept: 'table', tells: 'mass_sign_in' }],
  'identity.act': [{ per: 'person', most: 120, minutes: hour, kept: 'memory' }],
  'identity.bindPhone': [{ per: 'person', most: 10, minutes: day, kept: 'table' }],
  'identity.grantRole': [{ per: 'person', most: 60, minutes: day, kept: 'table' }],
  'workers.claim': [{ per: 'person', most: 10, minutes: day, kept: 'table' }],
  'workers.tellResidentId': [{ per: 'person', most: 10, minutes: day, kept: 'table' }],
  'proxies.register': [{ per: 'person', most: 200, minutes: day, kept: 'table' }],
  'people.reveal': [
    { per: 'person', most: 30, minutes: hour, kept: 'table' },
    { per: 'person', most: 120, minutes: day, kept: 'table' },
  ],
  'people.revealId': [
    { per: 'person', most: 10, minutes: hour, kept: 'table' },
    { per: 'person', most: 40, minutes: day, kept: 'table' },
  ],
  'people.categories': [
    { per: 'person', most: 60, minutes: hour, kept: 'table' },
    { per: 'person', most: 240, minutes: day, kept: 'table' },
  ],
  'people.skilled': [{ per: 'person', most: 120, minutes: 10, kept: 'memory' }],
  'exports.people': [{ per: 'person', most: 12, minutes: day, kept: 'table' }],
  'exports.openings': [{ per: 'person', most: 40, minutes: day, kept: 'table' }],
  'imports.read': [{ per: 'person', most: 60, minutes: day, kept: 'table' }],
  'applications.apply': [{ per: 'person', most: 30, minutes: day, kept: 'table', tells: 'mass_apply' }],
  'complaints.make': [{ per: 'person', most: 10, minutes: day, kept: 'table' }],
  'members.invite': [{ per: 'person', most: 60, minutes: day, kept: 'memory' }],
  'employers.submit': [{ per: 'person', most: 20, minutes: day, kept: 'table' }],
  'attendance.search': [{ per: 'person', most: 120, minutes: 1, kept: 'memory' }],
  'search.jobs': [{ per: 'person', most: 120, minutes: 1, kept: 'memory' }],
  'search.workersFor': [{ per: 'person', most: 60, minutes: 10, kept: 'memory' }],
};

/** How long to wait, in words. */
export function waitWords(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} 分钟`;
  return `${Math.ceil(seconds / 3600)} 小时`;
}
