import type { EmployerId, FairId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import { isProblem, Problem } from '@shanhai/shared/problems.ts';
import { lastNumber } from '@shanhai/shared/rules/fair-numbers.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { indexed, keys, prefixes } from '../table/keys.ts';
import { leftOf } from '../table/live.ts';
import type { Item, Table, Write } from '../table/table.ts';

/** Names on the attendance list of a closed fair are of use for a month: complaints, the report. */
const rosterNameDays = 30;
const namesDueAt = ({ closedAt, closesAt }: Fair): string => afterDays(closedAt ?? closesAt, rosterNameDays);
/** A published fair is found by its day, a closed one by the day on which the names on its list are forgotten. */
function foundBy(fair: Fair) {
  if (fair.status === 'published') return indexed.publishedFair(fair.closesAt);
  return fair.status === 'closed' ? indexed.due('roster_names', namesDueAt(fair), fair.fairId) : {};
}
const itemOf = (fair: Fair) => ({ ...fair, ...indexed.fairOfYear(fair.opensAt), ...foundBy(fair) });
const boothItem = (booth: Booth) => ({ ...booth, ...indexed.boothOfEmployer(booth.employerId, booth.fairId) });
const parse = (item: unknown): Fair => Fair.parse(item);

/** How long an instance may answer from memory: a fair closed elsewhere is known here this much later. */
const liveMillis = 5_000;
/** Numbers are taken from the table in blocks of this many; gaps are fine. */
const block = 10;

interface Kept {
  fair: Fair;
  at: number;
}
interface Pool {
  free: number[];
  filling?: Promise<void> | undefined;
}

export function fairStore(table: Table, now: () => string) {
  const kept = new Map<FairId, Kept>();
  const keptBooths = new Map<FairId, { booths: Booth[]; at: number }>();
  const pools = new Map<FairId, Pool>();
  const keep = (fair: Fair): Fair => {
    keptBooths.delete(fair.fairId);
    kept.set(fair.fairId, { fair, at: Date.parse(now()) });
    return fair;
  };

  async function get(fairId: FairId): Promise<Fair> {
    const item = await table.find(keys.fair(fairId));
    if (!item) throw new Problem('not_found', { fairId });
    return keep(parse(item));
  }

  async function lease(fairId: FairId, count: number): Promise<{ from: number; to: number }> {
    const outcome = await table.change(keys.numbers(fairId), {
      add: { last: count },
      condition: 'attribute_not_exists(#last) OR #last <= :most',
      names: { '#last': 'last' },
      values: { ':most': lastNumber - count },
    });
    if ('standing' in outcome) throw new Problem('numbers_exhausted');
    const to = Number(outcome.item.last);
    return { from: to - count + 1, to };
  }

  return {
    get,
    lease,

    /** The fair as this instance knows it, at most five seconds old: the gate reads it without a trip. */
    async live(fairId: FairId): Promise<Fair> {
      const known = kept.get(fairId);
      return known && Math.abs(Date.parse(now()) - known.at) < liveMillis ? known.fair : get(fairId);
    },

    /** The same; undefined where there is none, for what a code says of itself may be made up. */
    known(fairId: FairId): Promise<Fair | undefined> {
      return this.live(fairId).catch((error: unknown) => {
        if (isProblem(error, 'not_found')) return undefined;
        throw error;
      });
    },

    /** The next free number: from this instance's block, and a new block when that is used up. */
    async takeNumber(fairId: FairId): Promise<number> {
      const pool = pools.get(fairId) ?? { free: [] };
      pools.set(fairId, pool);
      for (;;) {
        const number = pool.free.shift();
        if (number !== undefined) return number;
        pool.filling ??= lease(fairId, block)
          .then(({ from, to }) => {
            for (let n = from; n <= to; n++) pool.free.push(n);
          })
          .finally(() => {
            pool.filling = undefined;
          });
        await pool.filling;
      }
    },

    /** A number that was not given out after all. */
    giveBack: (fairId: FairId, number: number): void => {
      pools.get(fairId)?.free.unshift(number);
    },

    create: async (fair: Fair): Promise<void> => {
      const outcome = await table.insert(keys.fair(fair.fairId), itemOf(fair));
      if (!outcome.written) throw new Problem('try_again');
      keep(fair);
    },

    /** A fair with all its booths as they stand elsewhere: for moving a world in, not for a person's request. */
    async putWhole(fair: Fair, booths: readonly Booth[]): Promise<void> {
      await table.putAll([{ ...itemOf(fair), ...keys.fair(fair.fairId) }, ...booths.map((b) => ({ ...boothItem(b), ...keys.booth(b.fairId, b.boothNo) }))]);
    },

    /** Saves a fair together with what must not be without it. */
    async saveWith(fair: Fair, others: readonly Write[]): Promise<Fair> {
      const refused = await table.transact([table.write.save(keys.fair(fair.fairId), itemOf(fair)), ...others]);
      if (refused) throw new Problem('changed_meanwhile');
      return keep({ ...fair, version: fair.version + 1 });
    },

    async save(fair: Fair): Promise<Fair> {
      await table.save(keys.fair(fair.fairId), itemOf(fair));
      return keep({ ...fair, version: fair.version + 1 });
    },

    published: async (fromAt: string): Promise<Fair[]> => (await table.queryAll({ pk: 'FP', index: 'gsi2', between: [fromAt, '9'] })).map(parse),

    /** Closed fairs whose lists still hold names that are of no use any more. */
    async namesDue(at: string): Promise<FairId[]> {
      const { items } = await table.query({ pk: indexed.due('roster_names', '', '').gsi2pk, index: 'gsi2', between: ['0', `${at}~`], limit: 20 });
      return items.map((item) => parse(item).fairId);
    },
    namesForgotten: (fairId: FairId) => table.change(keys.fair(fairId), { remove: ['gsi2pk', 'gsi2sk'] }),

    async inYears(years: number[]): Promise<Fair[]> {
      const found = await Promise.all(years.map((year) => table.queryAll({ pk: `FH#${year}`, index: 'gsi1' })));
      return found.flat().map(parse);
    },

    async booth(fairId: FairId, boothNo: number): Promise<Booth> {
      const item = await table.find(keys.booth(fairId, boothNo));
      if (!item) throw new Problem('not_found', { boothNo });
      return Booth.parse(item);
    },

    /** All booths with what is still open of each opening, wherever the others were taken, in one query: all of it lies side by side. */
    async booths(fairId: FairId): Promise<Booth[]> {
      const items = await table.queryAll({ pk: keys.fair(fairId).pk, between: [prefixes.booth, 'LIVE#9'] });
      const of = (prefix: string): Item[] => items.filter((i) => String(i.sk).startsWith(prefix));
      const left = leftOf(of(prefixes.taken), of(prefixes.live));
      return of(prefixes.booth).map((item) => {
        const booth = Booth.parse(item);
        return { ...booth, openings: booth.openings.map((o) => ({ ...o, remaining: left(o) })) };
      });
    },

    /** The booths as this instance knows them, at most five seconds old. */
    async liveBooths(fairId: FairId): Promise<Booth[]> {
      const known = keptBooths.get(fairId);
      if (known && Math.abs(Date.parse(now()) - known.at) < liveMillis) return known.booths;
      const booths = await this.booths(fairId);
      keptBooths.set(fairId, { booths, at: Date.parse(now()) });
      return booths;
    },

    async liveBooth(fairId: FairId, boothNo: number): Promise<Booth> {
      const booth = (await this.liveBooths(fairId)).find((b) => b.boothNo === boothNo);
      if (!booth) throw new Problem('not_found', { boothNo });
      return booth;
    },

    boothsOf: async (employerId: EmployerId): Promise<Booth[]> => (await table.queryAll({ pk: `BE#${employerId}`, index: 'gsi1' })).map((i) => Booth.parse(i)),

    /** The part of a transaction that hides an employer's booths at coming fairs from the public, or shows them again. */
    withholding(employerId: EmployerId, isWithheld: boolean): Promise<Write[]> {
      return this.marking(employerId, 'withheld', isWithheld);
    },

    /** The part that says on an employer's booths at coming fairs that it waits for its officer, or no longer. */
    waiting(employerId: EmployerId, isWaiting: boolean): Promise<Write[]> {
      return this.marking(employerId, 'isWaiting', isWaiting);
    },

    /** The part that says by whom and when an employer was verified last, at the booths that waited for it. */
    async verified({ employerId, verifiedBy = '', verifiedOn = '' }: Pick<Employer, 'employerId' | 'verifiedBy' | 'verifiedOn'>): Promise<Write[]> {
      return this.marking(employerId, 'isWaiting', false, { employerVerifiedBy: verifiedBy, employerVerifiedOn: verifiedOn });
    },

    async marking(employerId: EmployerId, mark: 'withheld' | 'isWaiting', is: boolean, more: Partial<Booth> = {}): Promise<Write[]> {
      const booths = await this.boothsOf(employerId);
      const fairs = await Promise.all(booths.map(({ fairId }) => this.live(fairId)));
      const change = { ...(is ? { set: { [mark]: true } } : { set: more, remove: [mark] }), condition: 'attribute_exists(pk)' };
      return booths
        .filter((booth, i) => (is ? fairs[i]?.status !== 'closed' : booth[mark]))
        .map(({ fairId, boothNo }) => table.write.change(keys.booth(fairId, boothNo), change));
    },

    /** Writes a booth together with the fair's new counts; both or neither. */
    async saveBooth(fair: Fair, booth: Booth, isNew: boolean): Promise<Fair> {
      const key = keys.booth(booth.fairId, booth.boothNo);
      const refused = await table.transact([
        table.write.save(keys.fair(fair.fairId), itemOf(fair)),
        isNew ? table.write.insert(key, boothItem(booth)) : table.write.put(key, boothItem(booth)),
      ]);
      if (refused) throw new Problem('changed_meanwhile');
      return keep({ ...fair, version: fair.version + 1 });
    },

    async removeBooth(fair: Fair, boothNo: number): Promise<void> {
      const refused = await table.transact([
        table.write.save(keys.fair(fair.fairId), itemOf(fair)),
        table.write.remove(keys.booth(fair.fairId, boothNo), 'attribute_exists(pk)'),
      ]);
      if (refused) throw new Problem(refused[1]?.Code === 'ConditionalCheckFailed' ? 'not_found' : 'changed_meanwhile');
      keep({ ...fair, version: fair.version + 1 });
    },
  };
}
