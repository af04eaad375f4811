import { type EmployerId, EmployerId as EmployerIdShape, Instant, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { Member, type MemberDuty } from '@shanhai/shared/contract/members.ts';
import { Problem, type ProblemCode } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import { keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { type Invitation, mostMembers } from './rules.ts';

const InvitationItem = z.object({
  invitationId: z.string(),
  employerId: EmployerIdShape,
  invitedBy: WorkerIdShape,
  expiresAt: Instant,
  usedBy: WorkerIdShape.optional(),
});

const isOne = (duty: MemberDuty): number => (duty === 'owner' ? 1 : 0);
/** A member who was listed before names were asked for has none. */
const parse = (item: Item): Member => Member.parse({ name: '同事', ...item });

export function memberStore(table: Table) {
  /** How many there are moves with who they are; whoever would leave the employer without an owner is refused here, however many try at once. */
  function counted(employerId: EmployerId, people: number, owners: number): Write {
    const add = { people, ...(owners ? { owners } : {}) };
    if (owners < 0) return table.write.change(keys.staff(employerId), { add, condition: 'owners > :one', values: { ':one': 1 } });
    if (people <= 0) return table.write.change(keys.staff(employerId), { add });
    return table.write.change(keys.staff(employerId), { add, condition: 'attribute_not_exists(people) OR people < :most', values: { ':most': mostMembers } });
  }

  const joining = (employerId: EmployerId, member: Member): Write[] => [
    counted(employerId, 1, isOne(member.duty)),
    table.write.insert(keys.member(employerId, member.workerId), { ...member }),
  ];

  const isStill = (duty: MemberDuty) => ({ condition: '#duty = :duty', names: { '#duty': 'duty' }, values: { ':duty': duty } });

  /** The first write is the count; what it stands for is told by `full`. */
  async function settle(writes: Write[], full: ProblemCode): Promise<void> {
    const refused = await table.transact(writes);
    if (refused) throw new Problem(refused[0]?.Code === 'ConditionalCheckFailed' ? full : 'changed_meanwhile', { most: mostMembers });
  }

  async function find(employerId: EmployerId, workerId: WorkerId): Promise<Member | undefined> {
    const item = await table.find(keys.member(employerId, workerId), { strongly: true });
    return item && parse(item);
  }

  return {
    find,

    async get(employerId: EmployerId, workerId: WorkerId): Promise<Member> {
      const member = await find(employerId, workerId);
      if (!member) throw new Problem('not_found', { workerId });
      return member;
    },

    /** Who works for this employer: owners first, then as they came. */
    async of(employerId: EmployerId): Promise<Member[]> {
      const items = await table.queryAll({ pk: keys.staff(employerId).pk, prefix: prefixes.member });
      return items.map(parse).sort((a, b) => isOne(b.duty) - isOne(a.duty) || (a.addedAt < b.addedAt ? -1 : 1));
    },

    /** The parts of a transaction that make somebody a member; their role goes with it. */
    joining,

    /** Joins by an invitation, which is used up by it. */
    join: ({ invitationId, employerId }: Invitation, member: Member, role: Write) =>
      settle(
        [
          ...joining(employerId, member),
          role,
          table.write.change(keys.invitation(invitationId), {
            set: { usedBy: member.workerId },
            condition: 'attribute_exists(pk) AND attribute_not_exists(usedBy)',
          }),
        ],
        'members_full',
      ),

    /** Puts somebody in without an invitation: for moving a world in. */
    add: (employerId: EmployerId, member: Member, role: Write) => settle([...joining(employerId, member), role], 'members_full'),

    change: (employerId: EmployerId, before: Member, duty: MemberDuty, role: Write) =>
      settle(
        [
          counted(employerId, 0, isOne(duty) - isOne(before.duty)),
          table.write.change(keys.member(employerId, before.workerId), { set: { duty }, ...isStill(before.duty) }),
          role,
        ],
        'last_owner',
      ),

    remove(employerId: EmployerId, before: Member, role: Write) {
      const { condition, values, names } = isStill(before.duty);
      return settle(
        [counted(employerId, -1, -isOne(before.duty)), table.write.remove(keys.member(employerId, before.workerId), condition, values, names), role],
        'last_owner',
      );
    },

    /** The only one there is leaves, and the employer is closed with it: `closing` is what that means. */
    leaveAlone: (employerId: EmployerId, before: Member, role: Write, closing: readonly Write[]) =>
      settle(
        [
          table.write.change(keys.staff(employerId), { add: { people: -1, owners: -1 }, condition: 'people = :one', values: { ':one': 1 } }),
          table.write.remove(keys.member(employerId, before.workerId), 'attribute_exists(pk)'),
          role,
          ...closing,
        ],
        'last_owner',
      ),

    invite: (invitation: Invitation) => table.put(keys.invitation(invitation.invitationId), { ...invitation, ttl: ttlAfter(invitation.expiresAt) + 3600 }),

    async invitation(invitationId: string): Promise<Invitation | undefined> {
      const item = await table.find(keys.invitation(invitationId), { strongly: true });
      return item && InvitationItem.parse(item);
    },
  };
}
