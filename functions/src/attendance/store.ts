import { type FairId, FairId as FairIdShape, FairNumber, Home, Instant, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import { keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import type { CheckInRecord } from './rules.ts';

const CheckInItem = z.object({
  fairId: FairIdShape,
  workerId: WorkerIdShape,
  number: FairNumber,
  at: Instant,
  arrivedAt: Instant,
  gate: z.string(),
  via: z.enum(['own_scan', 'staff_scan', 'walk_in']),
  deviceId: z.string(),
  nonce: z.string().optional(),
  home: Home.optional(),
});

/** One row of a fair's attendance list. */
export const RosterRow = z.object({
  workerId: WorkerIdShape,
  number: FairNumber,
  at: Instant,
  gate: z.string(),
  name: z.string().optional(),
  phoneTail: z.string().optional(),
  town: z.string().optional(),
});
export type RosterRow = z.infer<typeof RosterRow>;

const Refusal = z.object({ code: z.string(), at: Instant, gate: z.string() });
export type Refusal = z.infer<typeof Refusal>;

const parse = (item: Item): CheckInRecord => CheckInItem.parse(item);
const row = (item: Item): RosterRow => RosterRow.parse(item);

export function attendanceStore(table: Table) {
  const rosterWrites = (r: RosterRow, fairId: FairId): Write[] => [
    table.write.insert(keys.roster(fairId, r.number), r),
    ...(r.name ? [table.write.put(keys.rosterName(fairId, r.name, r.number), { number: r.number })] : []),
    ...(r.phoneTail ? [table.write.put(keys.rosterTail(fairId, r.phoneTail, r.number), { number: r.number })] : []),
  ];

  return {
    /** One conditional put: the check-in, or the first one that already stands. */
    async checkIn(record: CheckInRecord): Promise<{ record: CheckInRecord; repeated: boolean }> {
      const outcome = await table.insert(keys.checkIn(record.workerId, record.fairId), { ...record });
      return outcome.written ? { record, repeated: false } : { record: parse(outcome.standing), repeated: true };
    },

    async find(workerId: WorkerId, fairId: FairId): Promise<CheckInRecord | undefined> {
      const item = await table.find(keys.checkIn(workerId, fairId), { strongly: true });
      return item && parse(item);
    },

    ofWorker: async (workerId: WorkerId): Promise<CheckInRecord[]> =>
      (await table.queryAll({ pk: keys.worker(workerId).pk, prefix: prefixes.checkIn })).map(parse),

    async tellHome(workerId: WorkerId, fairId: FairId, home: Home): Promise<CheckInRecord> {
      const outcome = await table.change(keys.checkIn(workerId, fairId), { set: { home }, condition: 'attribute_exists(pk)' });
      if ('standing' in outcome) throw new Problem('not_checked_in');
      return parse(outcome.item);
    },

    /** A person without a phone: who they are, the check-in and the number, all or none. */
    async registerWalkIn(newWorker: Write, record: CheckInRecord, r: RosterRow): Promise<void> {
      const refused = await table.transact([
        ...rosterWrites(r, record.fairId),
        newWorker,
        table.write.insert(keys.checkIn(record.workerId, record.fairId), { ...record }),
      ]);
      if (refused) throw new Problem('number_taken', { number: String(r.number).padStart(4, '0') });
    },

    async carrierOf(fairId: FairId, number: number): Promise<RosterRow | undefined> {
      const item = await table.find(keys.roster(fairId, number), { strongly: true });
      return item && row(item);
    },

    roster: async (fairId: FairId): Promise<RosterRow[]> => (await table.queryAll({ pk: `R#${fairId}`, prefix: prefixes.roster })).map(row),

    /** Rows whose name begins so, or whose phone ends so when four digits are given; at most 20. */
    async search(fairId: FairId, q: string): Promise<RosterRow[]> {
      const prefix = /^\d{4}$/.test(q) ? `${prefixes.rosterTail}${q}#` : `${prefixes.rosterName}${q}`;
      const { items } = await table.query({ pk: `R#${fairId}`, prefix, limit: 20 });
      const numbers = [...new Set(items.map((i) => FairNumber.parse(i.number)))];
      const rows = await table.findMany(numbers.map((n) => keys.roster(fairId, n)));
      // a name stays in the list when its number was taken back and handed on
      const isMeant = ({ name, phoneTail }: RosterRow): boolean => phoneTail === q || !!name?.startsWith(q);
      return rows
        .map(row)
        .filter(isMeant)
        .sort((a, b) => a.number - b.number);
    },

    /** Takes a check-in back and keeps that it was; only the one that was seen, so that a newer one stays. */
    async undo(record: CheckInRecord, undoneAt: string, by: WorkerId): Promise<void> {
      const refused = await table.transact([
        table.write.remove(keys.checkIn(record.workerId, record.fairId), '#at = :at', { ':at': record.at }, { '#at': 'at' }),
        table.write.put(keys.undone(record.fairId, undoneAt, record.number), { ...record, undoneAt, by }),
      ]);
      if (refused) throw new Problem('changed_meanwhile');
    },

    saveRefusal: (fairId: FairId, refusal: Refusal, id: string) => table.put(keys.refusal(fairId, refusal.at, id), { ...refusal, fairId }),

    refusals: async (fairId: FairId): Promise<Refusal[]> =>
      (await table.queryAll({ pk: keys.fair(fairId).pk, prefix: prefixes.refusal, newestFirst: true })).map((i) => Refusal.parse(i)),
  };
}
