import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { keys, prefixes } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { Profile } from './profile.ts';

/** Under which ids one person is known, before and after records were made one. */
export function selvesStore(table: Table) {
  /** The ids under which things of this person happened: their own first, then those of records made one with it. */
  async function selvesOf(workerId: WorkerId): Promise<WorkerId[]> {
    const aliases = await table.queryAll({ pk: keys.worker(workerId).pk, prefix: prefixes.alias });
    const below = await Promise.all(aliases.map((a) => selvesOf(WorkerId.parse(a.workerId))));
    return [workerId, ...below.flat()];
  }

  /** The record that a person has now, for an id from before a merge. */
  async function currentOf(workerId: WorkerId): Promise<WorkerId> {
    const { mergedInto } = Profile.parse((await table.find(keys.worker(workerId))) ?? {});
    return mergedInto ? currentOf(mergedInto) : workerId;
  }

  return { selvesOf, currentOf };
}
