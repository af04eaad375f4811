import { daysBetween } from './china-day.ts';
import { isWithinRegion } from './regions.ts';

/** Roles that an officer gives, in words. */
export const roleGivenWords = { organizer: '办招聘会', officer: '人社干部' } as const;
export type GivenRole = keyof typeof roleGivenWords;

/** A role is given for a year at most, and looked at again. 〔个人信息保护法 §51：合理确定操作权限〕 */
export const mostRoleDays = 366;

/** May this be the last day of a role that is given today? */
export function isRoleDay(untilOn: string, today: string): boolean {
  const days = daysBetween(today, untilOn);
  return days >= 1 && days <= mostRoleDays;
}

/** A role holds through its last day; one without a last day was given before roles had one. */
export const isRoleOver = ({ untilOn }: { untilOn?: string | undefined }, today: string): boolean => untilOn !== undefined && untilOn < today;

/**
 * An officer gives and takes roles in the own region and below; another officer of the very same region only where the
 * region is the province’s or the city’s: a county’s officers come from above. 〔个人信息保护法 §51〕
 */
export function mayGiveRole(giver: { role: string; scope?: string | undefined }, given: { role: GivenRole; scope: string }): boolean {
  if (giver.role !== 'officer' || !giver.scope || !isWithinRegion(given.scope, giver.scope)) return false;
  return given.role === 'organizer' || given.scope !== giver.scope || giver.scope.endsWith('0000');
}
