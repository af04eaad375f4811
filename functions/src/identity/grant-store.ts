import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Grant } from '@shanhai/shared/contract/identity.ts';
import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { indexed, keys } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';

const dueKind = 'role';
/** A holder is told so many days before the end. */
const remindDays = 14;
const morning = 'T01:00:00.000Z';
const keyOf = ({ scope, role, workerId }: Pick<Grant, 'scope' | 'role' | 'workerId'>) => keys.grant(scope, role, workerId);

const itemOf = (grant: Grant): Item => ({
  ...grant,
  ...(grant.untilOn ? indexed.due(dueKind, dayAfter(grant.untilOn, -remindDays) + morning, `${grant.role}#${grant.workerId}`) : {}),
});

/** The list of roles of staff beside the roles themselves, which lie with the person; both only ever change together. */
export function grantStore(table: Table) {
  return {
    listing: (grant: Grant): Write => table.write.put(keyOf(grant), itemOf(grant)),
    unlisting: (grant: Pick<Grant, 'scope' | 'role' | 'workerId'>): Write => table.write.remove(keyOf(grant), 'attribute_exists(pk)'),

    async findGrant(workerId: WorkerId, role: Grant['role'], scope: string): Promise<Grant | undefined> {
      const item = await table.find(keys.grant(scope, role, workerId), { strongly: true });
      return item && Grant.parse(item);
    },

    /** The roles in a region and those below it, the soonest to end first; those without an end before all. */
    async grantsWithin(scope: string, prefix: string): Promise<Grant[]> {
      const items = await table.queryAll({ pk: keys.grant(scope, '', '' as WorkerId).pk, ...(prefix ? { prefix } : {}), strongly: true });
      return items.map((item) => Grant.parse(item)).sort((a, b) => ((a.untilOn ?? '') < (b.untilOn ?? '') ? -1 : 1));
    },

    async grantsToRemind(now: string): Promise<Grant[]> {
      const items = await table.queryAll({ pk: indexed.due(dueKind, '', '').gsi2pk, index: 'gsi2', between: ['0', `${now}~`] });
      return items.map((item) => Grant.parse(item));
    },

    reminded: (grant: Grant) => table.change(keyOf(grant), { remove: ['gsi2pk', 'gsi2sk'], condition: 'attribute_exists(pk)' }),
  };
}
