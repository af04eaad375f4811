import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import * as z from 'zod';
import type { Seal } from '../sealing/seal.ts';
import { keys } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';

const SealedItem = z.object({ residentId: z.string().optional(), idBlind: z.string().optional() });

/** What of a person is sealed. It is read only where a law needs it, never with the profile. */
export function sealedStore(table: Table, seal: Seal) {
  const placeOf = (workerId: WorkerId, field: string) => ({ item: keys.sealedPerson(workerId), field });

  const sealedId = (workerId: WorkerId, residentId: string): Item => ({
    residentId: seal.close(residentId, placeOf(workerId, 'residentId')),
    idBlind: seal.blind('resident-id', residentId),
  });

  return {
    /** The part of a registration that keeps the resident id. */
    newSealed: (workerId: WorkerId, residentId: string): Write => table.write.insert(keys.sealedPerson(workerId), sealedId(workerId, residentId)),

    async saveResidentId(workerId: WorkerId, residentId: string): Promise<void> {
      await table.change(keys.sealedPerson(workerId), { set: sealedId(workerId, residentId) });
    },

    /** The resident id in the clear, for a step that needs it by law. */
    async residentId(workerId: WorkerId): Promise<string | undefined> {
      const { residentId } = SealedItem.parse((await table.find(keys.sealedPerson(workerId), { strongly: true })) ?? {});
      return residentId && seal.open(residentId, placeOf(workerId, 'residentId'));
    },
  };
}
