import { type EmployerId, type JobId, RegionCode, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Skill, Wish } from '@shanhai/shared/contract/workers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { mostInvitesADay } from '@shanhai/shared/rules/search.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import * as z from 'zod';
import { keys, prefixes } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';

const FindableRow = z.object({
  workerId: WorkerId,
  regionCode: RegionCode,
  skills: z.array(Skill),
  wish: Wish,
  looking: z.object({ is: z.boolean(), saidAt: z.string() }).optional(),
  sharedWith: z.array(z.string()).optional(),
});
export type FindableRow = z.infer<typeof FindableRow>;

const Invite = z.object({ workerId: WorkerId, invitedAt: z.string() });

const Override = z.object({ workerId: WorkerId, by: WorkerId, byName: z.string(), reason: z.string(), at: z.string() });
/** Who was recommended to an opening in spite of the fit, by whom, when and why. */
export type Override = z.infer<typeof Override>;

/** Of a trade the thousand are ordered who said last that they look for work. */
const mostRanked = 1000;
const nobody = '' as WorkerId;

/** Who lets employers ask, who was asked, and whom officers recommend. */
export function inviteStore(table: Table) {
  return {
    async findable(trade: Trade): Promise<FindableRow[]> {
      const rows: FindableRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await table.query({ pk: keys.findable(trade, '', nobody).pk, newestFirst: true, limit: mostRanked - rows.length, cursor });
        rows.push(...page.items.map((item) => FindableRow.parse(item)));
        cursor = page.cursor;
      } while (cursor && rows.length < mostRanked);
      return rows;
    },

    /** When these people were asked to this opening, as far as they were. */
    async invitedOf(jobId: JobId, workerIds: readonly WorkerId[]): Promise<Map<WorkerId, string>> {
      const items = await table.findMany(workerIds.map((id) => keys.invite(jobId, id)));
      return new Map(items.map((item) => Invite.parse(item)).map((one) => [one.workerId, one.invitedAt]));
    },

    /** Counts one more person whom this employer asks today; beyond the limit it is refused. */
    async countInvite(employerId: EmployerId, day: string, at: string): Promise<void> {
      const outcome = await table.change(keys.invitesOfDay(employerId, day), {
        add: { asked: 1 },
        set: { ttl: ttlAfter(at, 2) },
        condition: 'attribute_not_exists(asked) OR asked < :most',
        values: { ':most': mostInvitesADay },
      });
      if ('standing' in outcome) throw new Problem('too_many_invites', { most: mostInvitesADay });
    },

    /** Asked once and told once; false when the person was asked before. */
    async invite(jobId: JobId, workerId: WorkerId, by: { by: WorkerId; employerId: EmployerId; invitedAt: string }, told: Write[]): Promise<boolean> {
      return !(await table.transact([table.write.insert(keys.invite(jobId, workerId), { workerId, ...by }), ...told]));
    },

    async overrides(jobId: JobId): Promise<Override[]> {
      const items = await table.queryAll({ pk: keys.override(jobId, nobody).pk, prefix: prefixes.override });
      return items.map((item) => Override.parse(item));
    },

    /** The first reason stands; it is told in the same transaction. */
    async override(jobId: JobId, override: Override, told: Write[]): Promise<Override> {
      const key = keys.override(jobId, override.workerId);
      if (!(await table.transact([table.write.insert(key, override), ...told]))) return override;
      return Override.parse(await table.find(key, { strongly: true }));
    },
  };
}
