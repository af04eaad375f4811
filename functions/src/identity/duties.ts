import { roleGivenWords } from '@shanhai/shared/rules/given-roles.ts';
import type { Duty } from '../deps.ts';

/** Whoever holds a role of staff is told two weeks before its end, and so is who gave it: it ends by itself otherwise. */
export const remindOfRoles: Duty = {
  name: 'remind-of-roles',
  everyMinutes: 60,
  async run({ identity, messages, now }) {
    for (const grant of await identity.grantsToRemind(now())) {
      const values = { role: `${grant.scopeName}${roleGivenWords[grant.role]}`, endsOn: grant.untilOn ?? '' };
      await messages.tell(grant.workerId, { kind: 'role.ends', values, onceKey: `role_ends#${grant.role}#${grant.scope}#${grant.untilOn}` });
      await identity.reminded(grant);
    }
  },
};
