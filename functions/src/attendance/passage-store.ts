import { type FairId, FairNumber, Instant, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { gateFlags } from '@shanhai/shared/rules/gate.ts';
import { directions, standingAfter } from '@shanhai/shared/rules/passages.ts';
import * as z from 'zod';
import { keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import type { CheckInRecord } from './rules.ts';

/** One passage through a gate after the check-in: a fact, never changed. */
const PassageItem = z.object({
  workerId: WorkerIdShape,
  number: FairNumber.optional(),
  direction: z.enum(directions),
  at: Instant,
  arrivedAt: Instant,
  gate: z.string(),
  deviceId: z.string(),
  nonce: z.string(),
  flags: z.array(z.enum(gateFlags)).optional(),
});
export type Passage = z.infer<typeof PassageItem>;

/** Somebody let in above the capacity. */
const AboveCapacity = z.object({ at: Instant, number: FairNumber, gate: z.string(), by: WorkerIdShape, reason: z.string() });
export type AboveCapacity = z.infer<typeof AboveCapacity>;

/** How long it is known who went in and out when. */
const passageDays = 180;

/** What a change of who is inside does to the count: one more up to `most`, or one more or less whatever it is. */
export interface RoomMove {
  by: 1 | -1;
  most?: number | undefined;
}

export function passageStore(table: Table) {
  const passageWrite = (fairId: FairId, passage: Passage): Write =>
    table.write.insert(keys.passage(fairId, passage.workerId, passage.at, passage.nonce), {
      ...passage,
      ttl: ttlAfter(passage.arrivedAt, passageDays),
    });

  /** The number of people inside, kept only where the fair has a capacity; never above it but by an override or by what was heard of late. */
  function roomWrite(fairId: FairId, { by, most }: RoomMove): Write {
    const condition = most === undefined ? {} : { condition: 'attribute_not_exists(inside) OR inside < :most', values: { ':most': most } };
    return table.write.change(keys.room(fairId), { add: { inside: by }, ...condition });
  }

  /** Where the person is now; refused when another passage came between. */
  const standingWrite = ({ workerId, fairId, passedAt }: CheckInRecord, direction: Passage['direction'], at: string): Write =>
    table.write.change(keys.checkIn(workerId, fairId), {
      set: { isOut: direction === 'out', passedAt: at },
      ...(passedAt
        ? { condition: 'passedAt = :before', values: { ':before': passedAt } }
        : { condition: 'attribute_exists(pk) AND attribute_not_exists(passedAt)' }),
    });

  const aboveCapacityWrite = (fairId: FairId, above: AboveCapacity, id: string): Write =>
    table.write.put(keys.aboveCapacity(fairId, above.at, id), { ...above, fairId });

  const parse = (item: Item): Passage => PassageItem.parse(item);

  return {
    write: { passage: passageWrite, room: roomWrite, standing: standingWrite, aboveCapacity: aboveCapacityWrite },

    /** How many are inside, as the count stands at this moment. */
    async inside(fairId: FairId): Promise<number> {
      const item = await table.find(keys.room(fairId), { strongly: true });
      return Number(item?.inside ?? 0);
    },

    ofPerson: async (fairId: FairId, workerId: WorkerId): Promise<Passage[]> =>
      (await table.queryAll({ pk: keys.passage(fairId, workerId, '', '').pk, prefix: `${workerId}#`, strongly: true })).map(parse),

    /** When a person came and went is forgotten with them; how many are inside was counted apart. 〔个人信息保护法 §47〕 */
    async forget(fairId: FairId, workerId: WorkerId): Promise<void> {
      for (const { at, nonce } of await this.ofPerson(fairId, workerId)) await table.remove(keys.passage(fairId, workerId, at, nonce));
    },

    /** Every passage of a fair. */
    of: async (fairId: FairId): Promise<Passage[]> => (await table.queryAll({ pk: `T#${fairId}` })).map(parse),

    /** What was heard of somebody before the check-in itself came in. */
    async heardBefore(fairId: FairId, workerId: WorkerId, checkedInAt: string) {
      return standingAfter(checkedInAt, await this.ofPerson(fairId, workerId));
    },

    aboveCapacity: async (fairId: FairId): Promise<AboveCapacity[]> =>
      (await table.queryAll({ pk: keys.fair(fairId).pk, prefix: prefixes.aboveCapacity })).map((i) => AboveCapacity.parse(i)),
  };
}
