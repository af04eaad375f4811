import { AuditLine } from '@shanhai/shared/contract/audit.ts';
import { keys } from '../table/keys.ts';
import type { Item, Table } from '../table/table.ts';
import { queryTogether } from '../table/together.ts';
import { chainStore } from './chain-store.ts';

/** The audit as it is read, and the chain that shows a gap in it. */
export function auditBook(table: Table) {
  return {
    ...chainStore(table),

    /** Lines of these regions, newest first. */
    async lines(regionCodes: readonly string[], cursor?: string, limit = 50): Promise<{ items: AuditLine[]; cursor?: string }> {
      const pks = regionCodes.map((region) => keys.auditLine(region, '').pk);
      const page = await queryTogether(table, { pks, order: 'sk', newestFirst: true, limit, cursor });
      return { ...page, items: page.items.map((item: Item) => AuditLine.parse(item)) };
    },
  };
}
