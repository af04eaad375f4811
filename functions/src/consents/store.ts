import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Consent } from '@shanhai/shared/contract/consents.ts';
import { type ConsentPurpose, type ConsentWay, consentPurposes, consentWays } from '@shanhai/shared/rules/consents.ts';
import * as z from 'zod';
import { indexed, keys, prefixes } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { type Entry, holds, standing, takenBackOf, versionOf } from './rules.ts';

const EntryItem = z.object({
  purpose: z.enum(consentPurposes),
  about: z.string(),
  said: z.enum(['given', 'withdrawn']),
  at: z.string(),
  receiver: z.string().optional(),
  version: z.string().optional(),
  how: z.enum(consentWays).optional(),
  by: z.string().optional(),
  endsAt: z.string().optional(),
});

/** How long a yes that ended is kept. */
const ledgerDays = 3 * 366;

export interface Given {
  purpose: ConsentPurpose;
  about?: string;
  receiver: string;
  version?: string;
  how?: ConsentWay;
  by?: WorkerId | undefined;
  /** After this moment what rests on it is forgotten by the clock. */
  endsAt?: string;
  at: string;
}

/** What waits for the clock: yeses that ended. */
export const consentEnds = 'consent';

export function consentStore(table: Table) {
  const entryOf = (item: Item): Entry => EntryItem.parse(item);
  const keyOf = (workerId: WorkerId, { at, purpose, about, said }: Entry) => keys.consent(workerId, at, `${purpose}#${about}`, said);

  const lineWrite = (workerId: WorkerId, entry: Entry): Write => {
    const { sk } = keyOf(workerId, entry);
    const due = entry.said === 'given' && entry.endsAt ? indexed.due(consentEnds, entry.endsAt, `${workerId}#${sk}`) : {};
    return table.write.put(keyOf(workerId, entry), { ...entry, workerId, ...due });
  };

  /** Nothing is given any more for somebody who was erased. */
  const isThere = (workerId: WorkerId): Write => ({
    ConditionCheck: { TableName: table.name, Key: keys.worker(workerId), ConditionExpression: 'attribute_not_exists(erasedAt)' },
  });

  const line = (workerId: WorkerId, { about = '', version, ...given }: Given): Write =>
    lineWrite(workerId, { ...given, about, version: version ?? versionOf(given.purpose), said: 'given' });

  const entries = async (selves: readonly WorkerId[]): Promise<Entry[]> =>
    (await Promise.all(selves.map((id) => table.queryAll({ pk: keys.worker(id).pk, prefix: prefixes.consent })))).flat().map(entryOf);

  return {
    /** The line of a yes by itself: for a transaction that changes the person's record as well, and so knows that they are there. */
    line,

    /** The part of a transaction that writes a yes down, together with what it permits; refused for somebody who was erased. */
    given: (workerId: WorkerId, given: Given): Write[] => [line(workerId, given), isThere(workerId)],

    /** The part of a transaction that writes down that a yes was taken back. */
    withdrawn: (workerId: WorkerId, { purpose, about = '', at }: Pick<Given, 'purpose' | 'about' | 'at'>): Write =>
      lineWrite(workerId, { purpose, about, at, said: 'withdrawn' }),

    /** 我同意过什么, under all ids of a person. */
    of: async (selves: readonly WorkerId[]): Promise<Consent[]> => standing(await entries(selves)),

    /** What was taken back, under any id of a person, and not said again since. */
    takenBack: async (selves: readonly WorkerId[]): Promise<Set<ConsentPurpose>> => takenBackOf(await entries(selves)),

    /** Yeses that ended by themselves and on which something still rests, the longest first. */
    async ended(now: string, limit: number): Promise<(Entry & { workerId: WorkerId; sk: string })[]> {
      const { items } = await table.query({ pk: indexed.due(consentEnds, '', '').gsi2pk, index: 'gsi2', between: ['0', `${now}~`], limit });
      return items.map((item) => ({ ...entryOf(item), workerId: String(item.pk).slice(2) as WorkerId, sk: String(item.sk) }));
    },

    /** What rested on it is gone; the line stays for three years as the record that it was lawful. 〔个人信息保护法 §56〕 */
    forgotten: ({ workerId, sk, endsAt = '' }: { workerId: WorkerId; sk: string; endsAt?: string | undefined }) =>
      table.change({ pk: keys.worker(workerId).pk, sk }, { set: { ttl: ttlAfter(endsAt, ledgerDays) }, remove: ['gsi2pk', 'gsi2sk'] }),

    /** Does the person agree to this now? */
    async isGiven(selves: readonly WorkerId[], purpose: ConsentPurpose, now: string, about = ''): Promise<boolean> {
      const all = standing(await entries(selves));
      return holds(
        all.find((c) => c.purpose === purpose && c.about === about),
        now,
      );
    },
  };
}
