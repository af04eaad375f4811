import { type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { isWithinRegion, regionNames } from '@shanhai/shared/rules/regions.ts';
import { indexed } from '../table/keys.ts';
import { queryPartitions } from '../table/partitions.ts';
import type { Table } from '../table/table.ts';
import { Profile } from './profile.ts';

const pageSize = 50;
/** Any id: only the partition of the key is asked for. */
const nobody = '' as WorkerId;

/** The partitions of the people index that a region is made of: itself and every county in it, in order. */
export function countiesOf(regionCode: string): string[] {
  const inside = Object.keys(regionNames).filter((code) => isWithinRegion(code, regionCode));
  return [...new Set([regionCode, ...inside])].sort();
}

/** People by where their home is. */
export function regionStore(table: Table) {
  return {
    /** A page of the people whose home lies in a region, county by county, town by town. */
    async ofRegion(regionCode: string, cursor?: string, limit = pageSize): Promise<{ items: (Profile & { workerId: WorkerId })[]; cursor?: string }> {
      const pks = countiesOf(regionCode).map((code) => indexed.workerOfCounty(code, '', nobody).gsi1pk);
      const page = await queryPartitions(table, { index: 'gsi1', pks, limit, cursor });
      return { ...page, items: page.items.map((item) => ({ ...Profile.parse(item), workerId: WorkerIdShape.parse(String(item.pk).slice(2)) })) };
    },
  };
}
