import { GateOutcome } from '@shanhai/shared/contract/attendance.ts';
import { type FairId, FairId as FairIdShape, FairNumber, Home, Instant, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { Evidence } from '@shanhai/shared/contract/presence.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { evidenceOf, joinedEvidence } from '@shanhai/shared/rules/evidence.ts';
import { gateFlags } from '@shanhai/shared/rules/gate.ts';
import * as z from 'zod';
import { answeredActions } from '../queues/store.ts';
import { keys, prefixes } from '../table/keys.ts';
import { itemOf } from '../table/stream-item.ts';
import type { Item, Table, Write } from '../table/table.ts';
import type { CheckInRecord, Confirmed } from './rules.ts';

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
  flags: z.array(z.enum(gateFlags)).optional(),
  evidence: Evidence.optional(),
  confirmed: z.object({ at: Instant, gate: z.string(), deviceId: z.string(), nonce: z.string() }).optional(),
  isOut: z.boolean().optional(),
  passedAt: Instant.optional(),
  broughtBy: WorkerIdShape.optional(),
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
  /** When the server heard of it. */
  arrivedAt: Instant.optional(),
  flags: z.array(z.enum(gateFlags)).optional(),
  /** Missing in rows of check-ins that were kept before evidence was. */
  evidence: Evidence.optional(),
  /** Went out and is not back, where the fair counts exits. */
  isOut: z.boolean().optional(),
});
export type RosterRow = z.infer<typeof RosterRow>;

/** An action of a device without network as it was answered: what it did and for whom, but no name and no phone. */
const DoneAction = GateOutcome.extend({
  fairId: FairIdShape,
  kind: z.string(),
  deviceId: z.string(),
  /** Another device that brought it. */
  broughtBy: z.string().optional(),
  gate: z.string().optional(),
  happenedAt: z.string(),
  arrivedAt: Instant,
  workerId: WorkerIdShape.optional(),
});
export type DoneAction = z.infer<typeof DoneAction>;

const Refusal = z.object({ code: z.string(), at: Instant, gate: z.string() });
export type Refusal = z.infer<typeof Refusal>;

const parse = (item: Item): CheckInRecord => CheckInItem.parse(item);
const row = (item: Item): RosterRow => RosterRow.parse(item);

export function attendanceStore(table: Table) {
  const actions = answeredActions(table, (item) => DoneAction.parse(item));

  const rosterWrites = (r: RosterRow, fairId: FairId): Write[] => [
    table.write.insert(keys.roster(fairId, r.number), r),
    ...(r.name ? [table.write.put(keys.rosterName(fairId, r.name, r.number), { number: r.number })] : []),
    ...(r.phoneTail ? [table.write.put(keys.rosterTail(fairId, r.phoneTail, r.number), { number: r.number })] : []),
  ];

  const checkInWrite = (record: CheckInRecord): Write => table.write.insert(keys.checkIn(record.workerId, record.fairId), { ...record });

  /** The same person was here earlier than was known: the check-in keeps its number and its home and tells the earlier moment. */
  function earlierWrite({ at, arrivedAt, gate, via, deviceId, nonce, flags, ...known }: CheckInRecord, standing: CheckInRecord): Write {
    const evidence = joinedEvidence(evidenceOf({ at, arrivedAt, via, evidence: known.evidence }), evidenceOf(standing));
    const set = { at, arrivedAt, gate, via, deviceId, nonce, flags, evidence, home: standing.home ?? known.home };
    return table.write.change(keys.checkIn(standing.workerId, standing.fairId), {
      set,
      remove: [...(nonce ? [] : ['nonce']), ...(flags ? [] : ['flags'])],
      // a gate may confirm it meanwhile
      condition: '#at = :standing AND (attribute_not_exists(#evidence) OR #evidence = :evidence)',
      names: { '#at': 'at', '#evidence': 'evidence' },
      values: { ':standing': standing.at, ':evidence': standing.evidence ?? {} },
    });
  }

  /** The gate saw somebody whose own scan waited for it. */
  const confirmWrite = (standing: CheckInRecord, confirmed: Confirmed): Write =>
    table.write.change(keys.checkIn(standing.workerId, standing.fairId), {
      set: { evidence: { ...evidenceOf(standing), gate: 'confirmed' }, confirmed },
      condition: '#at = :standing AND #evidence.#gate = :waiting',
      names: { '#at': 'at', '#evidence': 'evidence', '#gate': 'gate' },
      values: { ':standing': standing.at, ':waiting': 'waiting' },
    });

  /**
   * A check-in taken back leaves a note of it, and the nonce of one made online stays known as that of an uploaded one does:
   * a late copy of it does not bring it back.
   */
  const undoWrites = (record: CheckInRecord, undoneAt: string, by: WorkerId): Write[] => [
    removeWrite(record),
    table.write.put(keys.undone(record.fairId, undoneAt, record.number), { ...record, undoneAt, by }),
    ...(record.nonce && record.at === record.arrivedAt ? [rememberWrite(record, record.nonce)] : []),
  ];

  /** Only the check-in that was seen: no newer one, and none of somebody who passed a gate meanwhile. */
  function removeWrite({ workerId, fairId, at, passedAt }: CheckInRecord): Write {
    const passed = passedAt ? 'passedAt = :passedAt' : 'attribute_not_exists(passedAt)';
    const values = { ':at': at, ...(passedAt ? { ':passedAt': passedAt } : {}) };
    return table.write.remove(keys.checkIn(workerId, fairId), `#at = :at AND ${passed}`, values, { '#at': 'at' });
  }

  function rememberWrite({ fairId, workerId, number, at, arrivedAt, gate, via, deviceId }: CheckInRecord, nonce: string): Write {
    const kind = via === 'walk_in' ? 'walk_in' : 'scan';
    const set = { fairId, nonce, kind, deviceId, happenedAt: at, arrivedAt, workerId, outcome: 'done', number, gate, person: { number, at, gate } };
    return table.write.change(keys.gateAction(fairId, nonce), { set });
  }

  return {
    write: { checkIn: checkInWrite, earlier: earlierWrite, confirm: confirmWrite, roster: rosterWrites, undo: undoWrites },

    /** One conditional put: the check-in, or the first one that already stands. */
    async checkIn(record: CheckInRecord): Promise<{ record: CheckInRecord; repeated: boolean }> {
      const outcome = await table.insert(keys.checkIn(record.workerId, record.fairId), { ...record });
      return outcome.written ? { record, repeated: false } : { record: parse(outcome.standing), repeated: true };
    },

    /** The same at a fair with a capacity: the count of people inside moves with it, and nobody is counted above what it allows. */
    async checkInCounted(record: CheckInRecord, room: Write, others: readonly Write[] = []): Promise<{ record: CheckInRecord; repeated: boolean } | 'full'> {
      const refused = await table.transact([checkInWrite(record), room, ...others]);
      if (!refused) return { record, repeated: false };
      const [own] = refused;
      if (own?.Code === 'ConditionalCheckFailed') return { record: parse(itemOf(own.Item ?? {})), repeated: true };
      return 'full';
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
    async registerWalkIn(newWorker: readonly Write[], record: CheckInRecord, r: RosterRow, others: readonly Write[] = []): Promise<'full' | undefined> {
      const own = [...rosterWrites(r, record.fairId), ...newWorker, checkInWrite(record)];
      const refused = await table.transact([...own, ...others]);
      if (!refused) return undefined;
      if (refused.slice(own.length).some((r) => r.Code === 'ConditionalCheckFailed')) return 'full';
      throw new Problem('number_taken', { number: String(r.number).padStart(4, '0') });
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
    async undo(record: CheckInRecord, undoneAt: string, by: WorkerId, others: readonly Write[] = []): Promise<void> {
      if (await table.transact([...undoWrites(record, undoneAt, by), ...others])) throw new Problem('changed_meanwhile');
    },

    /** Tells an earlier moment than the one that stands; false when that one changed meanwhile. */
    moveEarlier: async (record: CheckInRecord, standing: CheckInRecord): Promise<boolean> => !(await table.transact([earlierWrite(record, standing)])),

    /** False when it changed meanwhile. */
    confirm: async (standing: CheckInRecord, confirmed: Confirmed): Promise<boolean> => !(await table.transact([confirmWrite(standing, confirmed)])),

    /** What these actions were answered, where they were sent before. */
    doneActions: (fairId: FairId, nonces: readonly string[]): Promise<Map<string, DoneAction>> =>
      actions.find(nonces.map((nonce) => keys.gateAction(fairId, nonce))),

    /** Strips of this fair that a device without network scanned and that nobody had registered then. */
    unknownStrips: async (fairId: FairId): Promise<{ number: number; at: string; gate: string }[]> =>
      (await table.queryAll({ pk: keys.gateAction(fairId, '').pk, prefix: prefixes.gateAction }))
        .map((i) => DoneAction.parse(i))
        .filter((a) => a.flags?.includes('unknown_number'))
        .map(({ number = 0, happenedAt, gate = '' }) => ({ number, at: happenedAt, gate })),

    /** An action and all it does, together. A strip of nobody that was seen stays known. */
    act: (action: DoneAction, effects: readonly Write[]) =>
      actions.act(keys.gateAction(action.fairId, action.nonce), action, effects, { isKept: action.flags?.includes('unknown_number') }),

    /** Names and ends of phones leave the list of a fair, and the rows they were found by. 〔个人信息保护法 §19〕 */
    async forgetNames(fairId: FairId): Promise<void> {
      const pk = `R#${fairId}`;
      for (const item of await table.queryAll({ pk, prefix: prefixes.roster })) {
        if (item.name || item.phoneTail) await table.change({ pk, sk: String(item.sk) }, { remove: ['name', 'phoneTail'] });
      }
      const rows = await Promise.all([prefixes.rosterName, prefixes.rosterTail].map((prefix) => table.queryAll({ pk, prefix })));
      for (const { sk } of rows.flat()) await table.remove({ pk, sk: String(sk) });
    },

    readCheckIn: parse,

    refusalWrite: (fairId: FairId, refusal: Refusal, id: string): Write => table.write.put(keys.refusal(fairId, refusal.at, id), { ...refusal, fairId }),
    saveRefusal: (fairId: FairId, refusal: Refusal, id: string) => table.insert(keys.refusal(fairId, refusal.at, id), { ...refusal, fairId }),

    refusals: async (fairId: FairId): Promise<Refusal[]> =>
      (await table.queryAll({ pk: keys.fair(fairId).pk, prefix: prefixes.refusal, newestFirst: true })).map((i) => Refusal.parse(i)),
  };
}
