import { AllocatedOpening, Allocation, type AllocationId, AllocationRow } from '@shanhai/shared/contract/allocations.ts';
import { JobId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { rowsTogether } from '@shanhai/shared/rules/allocations.ts';
import * as z from 'zod';
import { indexed, keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import type { KeptRow } from './rules/propose.ts';

const KeptRowItem = AllocationRow.omit({ name: true, town: true }).extend({ jobId: JobId.optional() });
const parse = (item: Item): Allocation => Allocation.parse(item);
const itemOf = (a: Allocation) => ({ ...a, ...indexed.allocationOf(a.fairId ?? a.pairingId ?? '', a.madeAt) });

function pagesOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / rowsTogether) }, (_, page) => all.slice(page * rowsTogether, (page + 1) * rowsTogether));
}

export function allocationStore(table: Table) {
  async function openings(allocationId: AllocationId): Promise<AllocatedOpening[]> {
    const pages = await table.queryAll({ pk: keys.allocation(allocationId).pk, prefix: prefixes.allocationOpenings });
    return pages.flatMap((page) => z.array(AllocatedOpening).parse(page.openings));
  }

  const openingWrites = (allocationId: AllocationId, all: readonly AllocatedOpening[], before: readonly AllocatedOpening[]): Write[] =>
    pagesOf(all).flatMap((page, i) => {
      const isChanged = page.some((opening, at) => opening.placed !== before[i * rowsTogether + at]?.placed);
      return isChanged ? [table.write.put(keys.allocationOpenings(allocationId, i + 1), { openings: page })] : [];
    });

  return {
    async get(allocationId: AllocationId): Promise<Allocation> {
      const item = await table.find(keys.allocation(allocationId), { strongly: true });
      if (!item) throw new Problem('not_found', { allocationId });
      return parse(item);
    },

    openings,

    async rows(allocationId: AllocationId, page: number): Promise<KeptRow[]> {
      const item = await table.find(keys.allocationRows(allocationId, page), { strongly: true });
      return z.array(KeptRowItem).parse(item?.rows ?? []);
    },

    /** Newest first: of a fair, or of a pairing. */
    async of(fairOrPairing: string): Promise<Allocation[]> {
      const { items } = await table.query({ pk: indexed.allocationOf(fairOrPairing, '').gsi1pk, index: 'gsi1', newestFirst: true, limit: 50 });
      return items.map(parse);
    },

    /** People and openings first, the whole last: what can be found is complete. */
    async create(allocation: Allocation, rows: readonly KeptRow[], all: readonly AllocatedOpening[]): Promise<void> {
      const { allocationId } = allocation;
      await table.putAll([
        ...pagesOf(rows).map((page, i) => ({ ...keys.allocationRows(allocationId, i + 1), rows: page })),
        ...pagesOf(all).map((page, i) => ({ ...keys.allocationOpenings(allocationId, i + 1), openings: page })),
      ]);
      await table.put(keys.allocation(allocationId), itemOf(allocation));
    },

    /** A changed row with the counts of the openings it touches; refused when anything changed meanwhile. */
    async saveRow(allocation: Allocation, page: number, rows: readonly KeptRow[], after: readonly AllocatedOpening[], before: readonly AllocatedOpening[]) {
      const { allocationId } = allocation;
      const refused = await table.transact([
        table.write.save(keys.allocation(allocationId), itemOf(allocation)),
        table.write.put(keys.allocationRows(allocationId, page), { rows }),
        ...openingWrites(allocationId, after, before),
      ]);
      if (refused) throw new Problem('changed_meanwhile');
    },

    async save(allocation: Allocation): Promise<Allocation> {
      await table.save(keys.allocation(allocation.allocationId), itemOf(allocation));
      return { ...allocation, version: allocation.version + 1 };
    },
  };
}
