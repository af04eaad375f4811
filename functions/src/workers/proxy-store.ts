import { createHash } from 'node:crypto';
import { type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isRoleOver } from '@shanhai/shared/rules/given-roles.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { mayHelp } from '@shanhai/shared/rules/scopes.ts';
import { relations } from '@shanhai/shared/rules/workers.ts';
import * as z from 'zod';
import type { Seal } from '../sealing/seal.ts';
import { keys, prefixes } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import type { Ledger } from './ledger.ts';
import { Profile } from './profile.ts';

const ActsFor = z.object({ workerId: WorkerIdShape, relation: z.enum(relations), since: z.string() });
export type ActsFor = z.infer<typeof ActsFor>;

/** A claim code is good for a week and for one use. */
const codeDays = 7;
/** Letters and digits that nobody takes for another. */
const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 8;

/** A code of eight letters out of ids that nobody guesses: five bits of each byte. */
const lettersOf = (id: string): string =>
  [...createHash('sha256').update(id).digest().subarray(0, codeLength)].map((byte) => codeLetters.charAt(byte % codeLetters.length)).join('');
const tidy = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');

/** A role that somebody acts in or holds. */
export interface Acting {
  role: string;
  scope?: string | undefined;
  untilOn?: string | undefined;
}
/** The roles that somebody holds at this moment, also those that are over. */
export type RolesOf = (workerId: WorkerId) => Promise<readonly Acting[]>;

/** Who acts for whom, and how a person takes the own record over. */
export function proxyStore(table: Table, seal: Seal, consents: Ledger, now: () => string, rolesOf: RolesOf) {
  const rolesNow = async (by: WorkerId): Promise<Acting[]> => (await rolesOf(by)).filter((role) => !isRoleOver(role, chinaDay(now())));

  const proxiedBy = async (by: WorkerId): Promise<ActsFor[]> =>
    (await table.queryAll({ pk: keys.worker(by).pk, prefix: prefixes.actsFor })).map((item) => ActsFor.parse(item));

  /** Several profiles at once, as lists show them. */
  async function many(workerIds: readonly WorkerId[]): Promise<Map<WorkerId, Profile>> {
    const items = await table.findMany([...new Set(workerIds)].map(keys.worker));
    return new Map(items.map((item) => [WorkerIdShape.parse(String(item.pk).slice(2)), Profile.parse(item)]));
  }

  /** Does somebody act for this person now? How they stand to each other; undefined when not, or no longer. */
  async function proxyOf(by: WorkerId, workerId: WorkerId, as?: Acting): Promise<ActsFor | undefined> {
    const item = await table.find(keys.actsFor(by, workerId), { strongly: true });
    const held = item && ActsFor.parse(item);
    if (held?.relation !== 'officer') return held;
    const { home } = Profile.parse((await table.find(keys.worker(workerId))) ?? {});
    const may = (as && mayHelp(held.relation, home, [as])) || mayHelp(held.relation, home, await rolesNow(by));
    return may ? held : undefined;
  }

  return {
    many,
    proxyOf,

    /** Of those who are written down as acting for a person: who does so now, and is told what happens. */
    async helpersOf(workerId: WorkerId, { proxies = [] }: Pick<Profile, 'proxies'>): Promise<WorkerId[]> {
      const held = await Promise.all(proxies.map(({ proxyId }) => proxyOf(proxyId, workerId)));
      return proxies.flatMap(({ proxyId }, i) => (held[i] ? [proxyId] : []));
    },

    /** Everybody whom somebody ever wrote down and who is not gone from them: for their own data and for counting. */
    proxiedBy,

    /** Everybody for whom somebody acts now, with what is known of them. */
    async helpedBy(by: WorkerId, as?: Acting): Promise<{ held: ActsFor; profile: Profile }[]> {
      const all = await proxiedBy(by);
      const [profiles, roles] = await Promise.all([
        many(all.map((held) => held.workerId)),
        all.some((held) => held.relation === 'officer') ? rolesNow(by) : [],
      ]);
      return all.flatMap((held) => {
        const profile = profiles.get(held.workerId);
        return profile && mayHelp(held.relation, profile.home, as ? [...roles, as] : roles) ? [{ held, profile }] : [];
      });
    },

    /** The person lets somebody act for them no longer. */
    async dropProxy(workerId: WorkerId, proxyId: WorkerId): Promise<Profile> {
      const profile = Profile.parse((await table.find(keys.worker(workerId), { strongly: true })) ?? {});
      const proxies = (profile.proxies ?? []).filter((p) => p.proxyId !== proxyId);
      const refused = await table.transact([
        table.write.change(keys.worker(workerId), {
          set: { proxies },
          add: { rev: 1 },
          ...(profile.rev ? { condition: 'rev = :rev', values: { ':rev': profile.rev } } : {}),
        }),
        { Delete: { TableName: table.name, Key: keys.actsFor(proxyId, workerId) } },
        consents.withdrawn(workerId, { purpose: 'registered', about: proxyId, at: now() }),
      ]);
      if (refused) throw new Problem('changed_meanwhile');
      return { ...profile, proxies };
    },

    /** A code by which the person takes the record over; `id` is a fresh one that nobody can guess. */
    async openClaim(workerId: WorkerId, by: WorkerId, id: string): Promise<{ code: string; endsAt: string }> {
      const code = lettersOf(id);
      const endsAt = afterDays(now(), codeDays);
      await table.put(keys.claimCode(seal.blind('claim', code)), { workerId, by, endsAt, ttl: ttlAfter(endsAt) });
      return { code, endsAt };
    },

    /** Whose record a claim code opens; undefined when it is not one, or has ended. */
    async claimedBy(code: string): Promise<WorkerId | undefined> {
      const item = await table.find(keys.claimCode(seal.blind('claim', tidy(code))), { strongly: true });
      return item && String(item.endsAt) > now() ? WorkerIdShape.parse(item.workerId) : undefined;
    },
  };
}
