import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Steward } from '@shanhai/shared/contract/stewards.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { keys, prefixes } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';

export function stewardStore(table: Table) {
  async function settle(writes: Write[]): Promise<void> {
    if (await table.transact(writes)) throw new Problem('changed_meanwhile');
  }

  async function find(fairId: FairId, workerId: WorkerId): Promise<Steward | undefined> {
    const item = await table.find(keys.steward(fairId, workerId), { strongly: true });
    return item && Steward.parse(item);
  }

  return {
    find,

    async get(fairId: FairId, workerId: WorkerId): Promise<Steward> {
      const found = await find(fairId, workerId);
      if (!found) throw new Problem('not_found', { workerId });
      return found;
    },

    /** Who works at the gates of this fair: as they came. */
    async of(fairId: FairId): Promise<Steward[]> {
      const items = await table.queryAll({ pk: keys.fair(fairId).pk, prefix: prefixes.steward, strongly: true });
      return items.map((i) => Steward.parse(i)).sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
    },

    /** On the list and in the role, both or neither. */
    put: (fairId: FairId, steward: Steward, role: Write) => settle([table.write.put(keys.steward(fairId, steward.workerId), { ...steward }), role]),
    remove: (fairId: FairId, workerId: WorkerId, role: Write) => settle([table.write.remove(keys.steward(fairId, workerId), 'attribute_exists(pk)'), role]),
  };
}
