import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { HeldCategory } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import type { Seal } from '../sealing/seal.ts';
import { keys } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import type { Ledger } from './ledger.ts';

/** Nothing is written for somebody who was erased. */
const isThere = 'attribute_not_exists(erasedAt)';

const SealedItem = z.object({
  residentId: z.string().optional(),
  idBlind: z.string().optional(),
  categories: z.string().optional(),
  rev: z.number().default(0),
});

/** What is sealed of a person, in the clear. */
export interface Sealed {
  residentId?: string | undefined;
  categories?: HeldCategory[] | undefined;
}

/** What of a person is sealed. It is read only where a law or the person needs it, never with the profile. */
export function sealedStore(table: Table, seal: Seal, consents: Ledger, now: () => string) {
  const placeOf = (workerId: WorkerId, field: string) => ({ item: keys.sealedPerson(workerId), field });

  const sealedItem = (workerId: WorkerId, { residentId, categories }: Sealed): Item => ({
    ...(residentId ? { residentId: seal.close(residentId, placeOf(workerId, 'residentId')), idBlind: seal.blind('resident-id', residentId) } : {}),
    ...(categories ? { categories: seal.close(JSON.stringify(categories), placeOf(workerId, 'categories')) } : {}),
  });

  async function openAll(workerId: WorkerId): Promise<Sealed & { rev: number }> {
    const { residentId, categories, rev } = SealedItem.parse((await table.find(keys.sealedPerson(workerId), { strongly: true })) ?? {});
    const read: unknown = categories ? JSON.parse(seal.open(categories, placeOf(workerId, 'categories'))) : [];
    return { residentId: residentId && seal.open(residentId, placeOf(workerId, 'residentId')), categories: z.array(HeldCategory).parse(read), rev };
  }

  return {
    sealedItem,
    openSealed: openAll,

    /** An earlier image as it would be closed now: a change of keys is no change of what is in it. */
    asNow(workerId: WorkerId, image: Item | undefined, current: Item | undefined): Item | undefined {
      const isSame = (field: string): boolean => {
        const [was, is] = [image?.[field], current?.[field]];
        if (typeof was !== 'string' || typeof is !== 'string' || was === is) return false;
        return seal.open(was, placeOf(workerId, field)) === seal.open(is, placeOf(workerId, field));
      };
      const same = image && current ? ['residentId', 'categories'].filter(isSame) : [];
      return same.length ? { ...image, ...Object.fromEntries(same.map((field) => [field, current?.[field]])) } : image;
    },

    /** The part of a registration that keeps what is sealed. */
    newSealed: (workerId: WorkerId, sealed: Sealed): Write => table.write.insert(keys.sealedPerson(workerId), { ...sealedItem(workerId, sealed), rev: 1 }),

    /** The resident id in the clear, for a step that needs it by law. */
    residentId: async (workerId: WorkerId): Promise<string | undefined> => (await openAll(workerId)).residentId,

    /** The same for many: which two are alike, without opening either. */
    async idBlinds(workerIds: readonly WorkerId[]): Promise<Map<string, string>> {
      const items = await table.findMany(workerIds.map(keys.sealedPerson));
      return new Map(items.filter((i) => typeof i.idBlind === 'string').map((i) => [String(i.pk).slice(2), String(i.idBlind)]));
    },

    /** Keeps the resident id, and on the profile the mark of the young. */
    async saveResidentId(workerId: WorkerId, residentId: string, youngUntilOn: string | undefined): Promise<void> {
      const set = { isIdKnown: true, ...(youngUntilOn ? { youngUntilOn } : {}) };
      const refused = await table.transact([
        table.write.change(keys.sealedPerson(workerId), { set: sealedItem(workerId, { residentId }), add: { rev: 1 } }),
        table.write.change(keys.worker(workerId), { set, remove: youngUntilOn ? [] : ['youngUntilOn'], add: { rev: 1 }, condition: isThere }),
        consents.line(workerId, { purpose: 'resident_id', receiver: '山海就业', at: now() }),
      ]);
      if (refused) throw new Problem('person_erased');
    },

    /** The yes to keeping the resident id taken back: the id goes, and with it what it told of the age. 〔个人信息保护法 §15、§29、§47〕 */
    async forgetResidentId(workerId: WorkerId): Promise<void> {
      const refused = await table.transact([
        table.write.change(keys.sealedPerson(workerId), { remove: ['residentId', 'idBlind'], add: { rev: 1 } }),
        table.write.change(keys.worker(workerId), { remove: ['isIdKnown', 'youngUntilOn'], add: { rev: 1 }, condition: isThere }),
        consents.withdrawn(workerId, { purpose: 'resident_id', at: now() }),
      ]);
      if (refused) throw new Problem('person_erased');
    },

    /** The same for what the papers hold somebody to be. */
    async forgetCategories(workerId: WorkerId): Promise<void> {
      await table.transact([
        table.write.change(keys.sealedPerson(workerId), { remove: ['categories'], add: { rev: 1 } }),
        consents.withdrawn(workerId, { purpose: 'categories', at: now() }),
      ]);
    },

    /** What a person is held to be; changed only on what was read. */
    async changeCategories(workerId: WorkerId, decide: (held: HeldCategory[]) => HeldCategory[], said: readonly Write[] = []): Promise<HeldCategory[]> {
      const { categories = [], rev } = await openAll(workerId);
      const decided = decide(categories);
      const change = {
        set: { ...sealedItem(workerId, { categories: decided }), rev: rev + 1 },
        condition: rev ? 'rev = :rev' : 'attribute_not_exists(rev)',
        values: rev ? { ':rev': rev } : {},
      };
      const refused = await table.transact([table.write.change(keys.sealedPerson(workerId), change), ...said]);
      if (refused) throw new Problem(refused[0]?.Code === 'ConditionalCheckFailed' ? 'changed_meanwhile' : 'person_erased');
      return decided;
    },
  };
}
