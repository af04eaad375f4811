import type { Role } from '@shanhai/shared/contract/basics.ts';
import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { Problem } from '@shanhai/shared/problems.ts';

const minute = 60_000;
/** Staff sessions are short and renewed silently; a job seeker's lasts a week. */
export const sessionMinutes: Record<Role, number> = { worker: 7 * 24 * 60, recruiter: 30, organizer: 30, officer: 30, steward: 30 };
/** A code on a desktop screen waits this long for a phone. */
export const deskMinutes = 3;

export function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * minute).toISOString();
}

export const asWorker: HeldRole = { role: 'worker' };

/** The role asked for, if the person holds it; everybody is a job seeker. */
export function takeRole(held: readonly HeldRole[], wanted: { role: Role; scope?: string | undefined }): HeldRole {
  if (wanted.role === 'worker') return asWorker;
  const found = held.find((h) => h.role === wanted.role && (wanted.scope === undefined || h.scope === wanted.scope));
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
