import { Home, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Skill, Wish } from '@shanhai/shared/contract/workers.ts';
import { isOffered } from '@shanhai/shared/rules/still-looking.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import * as z from 'zod';
import { keys } from '../table/keys.ts';
import { queryPartitions } from '../table/partitions.ts';
import type { Table } from '../table/table.ts';
import { anyTrade } from './people-rows.ts';
import { countiesOf } from './region-store.ts';

const SkilledRow = z.object({
  workerId: WorkerId,
  maskedName: z.string(),
  home: Home,
  skills: z.array(Skill),
  wish: Wish.default({ trades: [] }),
  looking: z.object({ is: z.boolean(), saidAt: z.string() }).optional(),
  youngUntilOn: z.string().optional(),
  sharedWith: z.array(z.string()).optional(),
});
export type SkilledRow = z.infer<typeof SkilledRow>;

const pageSize = 30;
/** 技能人才库: who can do what, best first. */
export function skilledStore(table: Table, now: () => string) {
  return {
    /** A page of the people with a trade, of the counties of these regions: those with a certificate first, the higher level first. */
    async skilledOf(
      regions: readonly string[],
      wanted: { trade?: Trade | undefined; isCertified?: boolean | undefined },
      cursor?: string,
    ): Promise<{ items: SkilledRow[]; cursor?: string }> {
      const counties = [...new Set(regions.flatMap(countiesOf))].sort();
      const pks = counties.map((county) => keys.skilled(county, wanted.trade ?? anyTrade, '', '' as WorkerId).pk);
      const page = await queryPartitions(table, { pks, limit: pageSize, cursor, newestFirst: true, ...(wanted.isCertified ? { prefix: '1' } : {}) });
      return { ...page, items: page.items.map((item) => SkilledRow.parse(item)).filter((row) => isOffered(row.looking, now())) };
    },
  };
}
