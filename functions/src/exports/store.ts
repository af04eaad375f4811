import { Export } from '@shanhai/shared/contract/exports.ts';
import * as z from 'zod';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';

/** What was taken is known as long as the service ledger. 〔人力资源市场暂行条例 §33〕 */
const keptDays = 730;
const Kept = Export.extend({ byWorkerId: z.string() });
export type KeptExport = z.infer<typeof Kept>;

export function exportStore(table: Table) {
  return {
    /** One record for each region that it concerns, so that a region finds it without asking who took it. */
    record: (taken: KeptExport, regions: readonly string[]) =>
      table.putAll(
        [...new Set(regions)].map((region) => ({
          ...taken,
          ...keys.export(region, taken.at, taken.exportId),
          ttl: ttlAfter(taken.at, keptDays),
        })),
      ),

    async ofRegion(region: string, cursor?: string, limit = 50) {
      const page = await table.query({ pk: keys.export(region, '', '').pk, newestFirst: true, limit, cursor });
      return { ...page, items: page.items.map((item) => Export.parse(item)) };
    },
  };
}
