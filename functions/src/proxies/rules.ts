import type { Caller, Home } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import type { Relation } from '@shanhai/shared/rules/workers.ts';

/** A family is small; a village is not; beyond that the survey list is the way. */
const mostFor: Record<Relation, number> = { relative: 10, village_officer: 300, volunteer: 100, officer: 1000 };

/** Officers and organizers register people of their own region and say that they are officers; others do not say so. */
export function requireProxy(caller: Caller, relation: Relation, home: Home | undefined): void {
  const isStaff = caller.role !== 'worker';
  if (isStaff !== (relation === 'officer')) throw new Problem('invalid_input', { field: 'relation' });
  if (!isStaff) return;
  if (!home) throw new Problem('invalid_input', { field: 'home' });
  if (!caller.scope || !isWithinRegion(home.regionCode, caller.scope)) throw new Problem('not_allowed');
}

/** Nobody acts for more people than one can know. */
export function requireRoom(held: readonly { relation: Relation }[], relation: Relation): void {
  const most = mostFor[relation];
  if (held.filter((h) => h.relation === relation).length >= most) throw new Problem('proxies_full', { most });
}

/**
 * Who has no phone says yes aloud and the helper writes it down; whoever took the record over says it alone. Without a pairing
 * there is nobody to ask for. 〔个人信息保护法 §14、§23〕
 */
export function requireHeard({ claimedAt }: { claimedAt?: string | undefined }, receivers: readonly string[]): void {
  if (claimedAt) throw new Problem('not_allowed');
  if (!receivers.length) throw new Problem('invalid_input', { field: 'home' });
}
