import { EmployerId, Instant, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { SlotId } from '@shanhai/shared/contract/interviews.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { interviewKinds } from '@shanhai/shared/rules/applications.ts';
import { changeReasons, interviewStates, remindAt, slotStatuses, videoTools } from '@shanhai/shared/rules/interviews.ts';
import * as z from 'zod';
import { indexed, keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { type Interview, isHeld, type KeptSlot, type Taking } from './rules.ts';

const meeting = {
  slotId: SlotId,
  jobId: JobId,
  employerId: EmployerId,
  employerName: z.string(),
  jobTitle: z.string(),
  startsAt: Instant,
  minutes: z.number(),
  kind: z.enum(interviewKinds),
  place: z.string().optional(),
  videoTool: z.enum(videoTools).optional(),
  meetingNo: z.string().optional(),
};
const SlotItem = z.object({ ...meeting, seats: z.number(), taken: z.number(), status: z.enum(slotStatuses) });
const InterviewItem = z.object({
  ...meeting,
  workerId: WorkerId,
  maskedName: z.string(),
  state: z.enum(interviewStates),
  takenAt: Instant,
  wasAt: Instant.optional(),
  cancelledBy: z.enum(['worker', 'employer']).optional(),
  reason: z.enum(changeReasons).optional(),
  version: z.number(),
});
const parse = (item: Item): Interview => InterviewItem.parse(item);
const parseSlot = (item: Item): KeptSlot => SlotItem.parse(item);
const slotKey = ({ jobId, slotId }: Pick<KeptSlot, 'jobId' | 'slotId'>) => keys.slot(jobId, slotId);
const keyOf = ({ workerId, slotId }: Pick<Interview, 'workerId' | 'slotId'>) => keys.interview(workerId, slotId);

export function interviewStore(table: Table, now: () => string) {
  /** One that was cancelled is in no list and reminds nobody. */
  function itemOf(interview: Interview): Item & { version: number } {
    if (!isHeld(interview)) return { ...interview };
    const at = remindAt(interview.startsAt, now());
    return {
      ...interview,
      ...indexed.interviewOfSlot(interview.slotId, interview.workerId),
      ...(at ? indexed.due('interview', at, `${interview.workerId}#${interview.slotId}`) : {}),
    };
  }

  const saving = (interview: Interview): Write => table.write.save(keyOf(interview), itemOf(interview));
  /** Seats taken move by one, within what there is. */
  const takeSeat = (slot: KeptSlot): Write =>
    table.write.change(slotKey(slot), {
      add: { taken: 1 },
      condition: '#status = :open AND startsAt = :at AND taken < seats',
      names: { '#status': 'status' },
      values: { ':open': 'open', ':at': slot.startsAt },
    });
  const giveSeatBack = (interview: Interview): Write =>
    table.write.change(slotKey(interview), { add: { taken: -1 }, condition: 'taken >= :one', values: { ':one': 1 } });
  /** The person's calendar as it was read: whoever takes two times at once is stopped here for one of them. */
  const turnPage = (workerId: WorkerId, page: number): Write =>
    table.write.change(keys.calendar(workerId), {
      add: { page: 1 },
      condition: page ? 'page = :page' : 'attribute_not_exists(page)',
      ...(page ? { values: { ':page': page } } : {}),
    });

  return {
    async getSlot(jobId: JobId, slotId: string): Promise<KeptSlot> {
      const item = await table.find(keys.slot(jobId, slotId), { strongly: true });
      if (!item) throw new Problem('slot_gone');
      return parseSlot(item);
    },

    /** Each stands once however often it is sent; what stands already comes back. */
    offer: (slots: readonly KeptSlot[]): Promise<KeptSlot[]> =>
      Promise.all(
        slots.map(async (slot) => {
          const outcome = await table.insert(slotKey(slot), { ...slot, ...indexed.slotOfEmployer(slot.employerId, slot.startsAt, slot.slotId) });
          return outcome.written ? slot : parseSlot(outcome.standing);
        }),
      ),

    ofJob: async (jobId: JobId): Promise<KeptSlot[]> =>
      (await table.queryAll({ pk: keys.slot(jobId, '').pk, prefix: prefixes.slot })).map(parseSlot).filter((slot) => slot.status === 'open'),

    async ofEmployer(employerId: EmployerId, from: string): Promise<KeptSlot[]> {
      const { gsi1pk: pk } = indexed.slotOfEmployer(employerId, '', '');
      const { items } = await table.query({ pk, index: 'gsi1', between: [from, '9'], limit: 100 });
      return items.map(parseSlot).filter((slot) => slot.status === 'open');
    },

    peopleOf: async (slotId: string): Promise<Interview[]> =>
      (await table.queryAll({ pk: indexed.interviewOfSlot(slotId, '' as WorkerId).gsi1pk, index: 'gsi1' })).map(parse),

    /** Everything a person took, with the page of the calendar it was read from. */
    async calendar(workerId: WorkerId): Promise<{ interviews: Interview[]; page: number }> {
      // the page first: what is taken in between turns it
      const mark = await table.find(keys.calendar(workerId), { strongly: true });
      const items = await table.queryAll({ pk: keys.worker(workerId).pk, prefix: prefixes.interview, strongly: true });
      return { interviews: items.map(parse), page: Number(mark?.page ?? 0) };
    },

    /** Seat, calendar and interview in one transaction. False when something of it moved since it was read. */
    async take(slot: KeptSlot, { interview, before, givenBack }: Taking, page: number, others: readonly Write[]): Promise<boolean> {
      const refused = await table.transact([
        takeSeat(slot),
        turnPage(interview.workerId, page),
        before ? saving(interview) : table.write.insert(keyOf(interview), itemOf(interview)),
        ...(givenBack ? [giveSeatBack(givenBack), saving({ ...givenBack, state: 'cancelled', cancelledBy: 'worker' })] : []),
        ...others,
      ]);
      return !refused;
    },

    async confirm(interview: Interview, page: number, others: readonly Write[]): Promise<boolean> {
      return !(await table.transact([turnPage(interview.workerId, page), saving(interview), ...others]));
    },

    async cancel(interview: Interview, others: readonly Write[]): Promise<boolean> {
      return !(await table.transact([giveSeatBack(interview), saving(interview), ...others]));
    },

    /** Whoever takes back the application, or goes nowhere, gives back the time as well. */
    async giveBackFor(workerId: WorkerId, jobId: JobId): Promise<void> {
      const { interviews } = await this.calendar(workerId);
      const held = interviews.filter((one) => one.jobId === jobId && isHeld(one) && one.startsAt > now());
      for (const one of held) {
        if (!(await this.cancel({ ...one, state: 'cancelled', cancelledBy: 'worker' }, []))) throw new Problem('try_again');
      }
    },

    /** A time changed by its employer, with everybody who took it. False when somebody took or gave back a seat since it was read. */
    async changeSlot(slot: KeptSlot, before: KeptSlot, people: readonly Interview[], others: readonly Write[]): Promise<boolean> {
      if (people.length !== before.taken) return false;
      const held = table.write.change(slotKey(slot), {
        set: { startsAt: slot.startsAt, status: slot.status, ...indexed.slotOfEmployer(slot.employerId, slot.startsAt, slot.slotId) },
        condition: '#status = :open AND startsAt = :at AND taken = :taken',
        names: { '#status': 'status' },
        values: { ':open': 'open', ':at': before.startsAt, ':taken': before.taken },
      });
      return !(await table.transact([held, ...people.map(saving), ...others]));
    },

    /** Whose reminder is due by now. */
    async toRemind(limit: number): Promise<Interview[]> {
      const { gsi2pk: pk } = indexed.due('interview', '', '');
      const { items } = await table.query({ pk, index: 'gsi2', between: ['0', `${now()}~`], limit });
      return items.map(parse);
    },

    async reminded(interview: Interview): Promise<void> {
      const done = { remove: ['gsi2pk', 'gsi2sk'], condition: 'version = :version', values: { ':version': interview.version } };
      await table.change(keyOf(interview), done);
    },
  };
}
