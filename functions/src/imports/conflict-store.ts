import { createHash } from 'node:crypto';
import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Conflict } from '@shanhai/shared/contract/imports.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isWithinRegion, regionNames } from '@shanhai/shared/rules/regions.ts';
import * as z from 'zod';
import { keys, prefixes } from '../table/keys.ts';
import { queryPartitions } from '../table/partitions.ts';
import type { Table, Write } from '../table/table.ts';
import { SurveyedPerson } from './rules/person.ts';

/** What the list said, without what is sealed of a person: the resident id only told who it is. */
const Said = SurveyedPerson.omit({ residentId: true, categories: true, consent: true, elsewhere: true });
const Open = Conflict.extend({ regionCode: z.string(), workerId: WorkerId, said: Said });
export type OpenConflict = z.infer<typeof Open>;
const pageSize = 50;

/** People of whom a list says something else than they themselves or another list: a human settles it. */
export function conflictStore(table: Table) {
  const counties = (region: string): string[] => [...new Set([region, ...Object.keys(regionNames).filter((code) => isWithinRegion(code, region))])].sort();
  const keyOf = (conflictId: string) => {
    const [regionCode = '', workerId = '', said = ''] = conflictId.split('.');
    return keys.conflict(regionCode, workerId, said);
  };

  return {
    /** The same version of the same person is kept once, however often its list comes. */
    async keep(regionCode: string, workerId: WorkerId, person: SurveyedPerson, more: Pick<Conflict, 'about' | 'foundAt' | 'fileName'>): Promise<void> {
      const said = Said.parse(person);
      const mark = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 8);
      const conflict: OpenConflict = { ...more, conflictId: `${regionCode}.${workerId}.${mark}`, regionCode, workerId, said };
      await table.insert(keys.conflict(regionCode, workerId, mark), conflict);
    },

    async get(conflictId: string): Promise<OpenConflict> {
      const item = await table.find(keyOf(conflictId), { strongly: true });
      if (!item) throw new Problem('not_found');
      return Open.parse(item);
    },

    async ofRegion(region: string, state: 'open' | 'settled', cursor?: string) {
      const prefix = state === 'open' ? prefixes.openConflict : prefixes.settledConflict;
      const pks = counties(region).map((code) => keys.conflict(code, '', '').pk);
      const page = await queryPartitions(table, { pks, prefix, newestFirst: state === 'settled', limit: pageSize, cursor });
      return { ...page, items: page.items.map((item) => Conflict.parse(item)) };
    },

    /** The decision is kept, what the list said goes. Together with the change of the person, or not at all. */
    async settle({ said: _said, ...conflict }: OpenConflict, settled: NonNullable<Conflict['settled']> & { by: WorkerId }, change: Write[]): Promise<void> {
      const refused = await table.transact([
        table.write.remove(keyOf(conflict.conflictId), 'attribute_exists(pk)'),
        table.write.insert(keys.settled(conflict.regionCode, settled.at, conflict.conflictId), { ...conflict, settled }),
        ...change,
      ]);
      if (refused) throw new Problem('changed_meanwhile');
    },
  };
}
