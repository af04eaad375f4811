import { type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import type { Seal } from '../sealing/seal.ts';
import { keys } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';
import type { ProfileChange } from './profile.ts';
import { profileItem } from './stored-profile.ts';

const nobody = '' as WorkerId;

/** What a survey of a whole county asks about people. */
export function surveyStore(table: Table, seal: Seal) {
  return {
    /** The id that a surveyed person gets: the same person asked twice meets themselves, and the id tells nobody who. */
    surveyIdOf: (key: string): WorkerId => seal.blind('survey', key).slice(0, 12) as WorkerId,

    /** Whose record carries this resident id, without opening any. */
    async withResidentId(residentId: string): Promise<WorkerId | undefined> {
      const { items } = await table.query({ pk: keys.lookup('id', seal.blind('resident-id', residentId), nobody).pk, limit: 1 });
      return items[0] && WorkerIdShape.parse(items[0].workerId);
    },

    /** A change decided on what was seen: nothing is written when the record has changed since. */
    changeAsSeen: (workerId: WorkerId, change: ProfileChange, rev: number | undefined): Write =>
      table.write.change(keys.worker(workerId), {
        set: profileItem(workerId, { ...change }),
        add: { rev: 1 },
        condition: rev === undefined ? 'attribute_exists(pk) AND attribute_not_exists(rev)' : 'rev = :rev',
        ...(rev === undefined ? {} : { values: { ':rev': rev } }),
      }),
  };
}
