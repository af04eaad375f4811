import type { Role } from '@shanhai/shared/contract/basics.ts';
import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { atChinaTime, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { type GivenRole, isRoleDay, isRoleOver, mayGiveRole } from '@shanhai/shared/rules/given-roles.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';

/** Staff sessions are short and renewed silently; a job seeker's lasts a week. */
export const sessionMinutes: Record<Role, number> = { worker: 7 * 24 * 60, recruiter: 30, organizer: 30, officer: 30, steward: 30 };
/** A code on a desktop screen waits this long for a phone. */
export const deskMinutes = 3;

export const asWorker: HeldRole = { role: 'worker' };

/** A session never outlives the role that it acts in. */
export function sessionEnd({ role, untilOn }: HeldRole, now: string): string {
  const end = afterMinutes(now, sessionMinutes[role]);
  const over = untilOn && atChinaTime(dayAfter(untilOn, 1), '00:00');
  return over && over < end ? over : end;
}

/** May this officer give, renew or take this role, till this day? */
export function requireGiver(
  by: { workerId: string; role: Role; scope?: string | undefined },
  given: { workerId: string; role: GivenRole; scope: string; untilOn?: string | undefined },
  today: string,
): void {
  if (!mayGiveRole(by, given)) throw new Problem('role_not_yours_to_give');
  if (by.workerId === given.workerId) throw new Problem('role_own');
  if (given.untilOn !== undefined && !isRoleDay(given.untilOn, today)) throw new Problem('role_day_wrong');
}

/** The role asked for, if the person holds it and it has not ended; everybody is a job seeker. */
export function takeRole(held: readonly HeldRole[], wanted: { role: Role; scope?: string | undefined }, today: string): HeldRole {
  if (wanted.role === 'worker') return asWorker;
  const found = held.find((h) => h.role === wanted.role && (wanted.scope === undefined || h.scope === wanted.scope) && !isRoleOver(h, today));
  if (!found) throw new Problem('role_not_held', { role: wanted.role });
  return found;
}

export interface Desk {
  deskId: string;
  secretHash: string;
  expiresAt: string;
  confirmed?: { workerId: string; role: Role; scope?: string | undefined } | undefined;
}

/** A desktop sign-in can be confirmed once, while its code is shown. */
export function confirmDesk(desk: Desk, by: NonNullable<Desk['confirmed']>, now: string): Desk {
  if (desk.confirmed || desk.expiresAt < now) throw new Problem('desk_expired');
  return { ...desk, confirmed: by };
}
