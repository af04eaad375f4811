import { Role, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { type Grant, HeldRole } from '@shanhai/shared/contract/identity.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import { keys } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { grantStore } from './grant-store.ts';
import type { Desk } from './rules.ts';

const User = z.object({ openid: z.string(), workerId: WorkerIdShape, held: z.array(HeldRole), generation: z.number().optional() });
export type User = z.infer<typeof User>;

const DeskItem = z.object({
  deskId: z.string(),
  secretHash: z.string(),
  expiresAt: z.string(),
  confirmed: z.object({ workerId: z.string(), role: Role, scope: z.string().optional() }).optional(),
});

type Over = Pick<HeldRole, 'role' | 'scope'>;
const isOver = (held: HeldRole, over: Over): boolean => held.role === over.role && held.scope === over.scope;

/** How long an instance may not know that a role was taken away. */
const rememberMs = 5_000;
const mostRemembered = 5_000;

export function identityStore(table: Table, now: () => string) {
  const generations = new Map<WorkerId, { generation: number; at: number }>();
  const { listing, unlisting, ...grants } = grantStore(table);

  const userOf = async (workerId: WorkerId): Promise<User> => {
    const item = await table.find(keys.userOf(workerId), { strongly: true });
    if (!item) throw new Problem('not_signed_in');
    return User.parse(item);
  };

  /** The write that changes the roles over one thing, to be made together with what they are for; the roles must still be those that were read. */
  const holding = async (workerId: WorkerId, over: Over, now: HeldRole[], isAtOnce = false): Promise<Write> => {
    const { held } = await userOf(workerId);
    return table.write.change(keys.userOf(workerId), {
      set: { held: [...held.filter((h) => !isOver(h, over)), ...now] },
      ...(isAtOnce ? { add: { generation: 1 } } : {}),
      condition: '#held = :before',
      names: { '#held': 'held' },
      values: { ':before': held },
    });
  };
  const granting = (workerId: WorkerId, role: HeldRole): Promise<Write> => holding(workerId, role, [role]);

  return {
    userOf,

    /** The person behind an openid; made at first sight with the id handed in. */
    async meet(openid: string, newWorkerId: WorkerId): Promise<User> {
      const known = await table.find(keys.user(openid), { strongly: true });
      if (known) return userOf(WorkerIdShape.parse(known.workerId));
      const user: User = { openid, workerId: newWorkerId, held: [] };
      const refused = await table.transact([
        table.write.insert(keys.user(openid), { workerId: newWorkerId }),
        table.write.insert(keys.userOf(newWorkerId), user),
      ]);
      if (!refused) return user;
      const other = await table.find(keys.user(openid), { strongly: true });
      return userOf(WorkerIdShape.parse(other?.workerId));
    },

    granting,

    /** The write that takes a role back. */
    revoking: (workerId: WorkerId, over: Over): Promise<Write> => holding(workerId, over, []),

    /** The role as it is held at this moment; half a unit. */
    async heldNow(workerId: WorkerId, over: Over): Promise<HeldRole | undefined> {
      const item = await table.find(keys.userOf(workerId));
      return item && User.parse(item).held.find((h) => isOver(h, over));
    },

    /** All that somebody holds; nothing for who has no account. */
    async rolesOf(workerId: WorkerId): Promise<HeldRole[]> {
      const item = await table.find(keys.userOf(workerId), { strongly: true });
      return item ? User.parse(item).held : [];
    },

    ...grants,

    /** A role given without an officer above: by the operator, and in a demo world. It stands in the list like any other. */
    async grant(workerId: WorkerId, held: HeldRole): Promise<void> {
      const { role, scope = '', scopeName = '', untilOn } = held;
      const isListed = role === 'organizer' || role === 'officer';
      const listed = isListed ? [listing({ workerId, role, scope, scopeName, ...(untilOn ? { untilOn } : {}) })] : [];
      if (await table.transact([await granting(workerId, held), ...listed])) throw new Problem('changed_meanwhile');
    },

    /** The role and its line in the list, together. */
    async give(grant: Grant): Promise<void> {
      const { workerId, role, scope, scopeName, untilOn } = grant;
      if (await table.transact([await granting(workerId, { role, scope, scopeName, untilOn }), listing(grant)])) throw new Problem('changed_meanwhile');
    },

    /** Taken back at once: every session of staff that this person holds ends; the roles that are left are taken up again by signing in. */
    async takeBack({ workerId, role, scope }: Pick<Grant, 'workerId' | 'role' | 'scope'>): Promise<void> {
      const gone = await table.transact([await holding(workerId, { role, scope }, [], true), unlisting({ workerId, role, scope })]);
      if (gone) throw new Problem(gone[1]?.Code === 'ConditionalCheckFailed' ? 'not_found' : 'changed_meanwhile');
      generations.delete(workerId);
    },

    /** How often a role was taken from this person, as this instance knows it: at most five seconds old, half a unit when it is asked. */
    async generationOf(workerId: WorkerId): Promise<number> {
      const at = Date.parse(now());
      const known = generations.get(workerId);
      if (known && at - known.at < rememberMs) return known.generation;
      const item = await table.find(keys.userOf(workerId));
      const generation = Number(item?.generation ?? 0);
      if (generations.size > mostRemembered) generations.clear();
      generations.set(workerId, { generation, at });
      return generation;
    },

    openDesk: (desk: Desk) => table.put(keys.desk(desk.deskId), { ...desk, ttl: ttlAfter(desk.expiresAt) }),

    async desk(deskId: string): Promise<Desk> {
      const item = await table.find(keys.desk(deskId), { strongly: true });
      if (!item) throw new Problem('desk_expired');
      return DeskItem.parse(item);
    },

    async saveConfirmed(desk: Desk): Promise<void> {
      const outcome = await table.change(keys.desk(desk.deskId), {
        set: { confirmed: desk.confirmed },
        condition: 'attribute_exists(pk) AND attribute_not_exists(confirmed)',
      });
      if ('standing' in outcome) throw new Problem('desk_expired');
    },

    closeDesk: (deskId: string) => table.remove(keys.desk(deskId)),
  };
}
