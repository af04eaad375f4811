import { FairId, FairNumber, type WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import type { PairedFair } from '@shanhai/shared/contract/pairings.ts';
import { Recount } from '@shanhai/shared/contract/reports.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { keys, liveShards, prefixes } from '../table/keys.ts';
import { figure, figuresOf } from '../table/live.ts';
import type { Item, Table, Write } from '../table/table.ts';
import type { Move } from './moves.ts';
import { initialIntents } from './rules.ts';

interface CardsAtBooth {
  atBooth(fairId: FairId, boothNo: number): Promise<{ workerId: string; answer?: string | undefined }[]>;
}
interface BoothsOfFair {
  booths(fairId: FairId): Promise<Booth[]>;
}

/** A transaction holds 100 writes: these rows and one line of figures. */
const rowsAtOnce = 90;
/** Days after a check-in in which a newly told name is still of use at the gate. */
const searchDays = 2;

export function reportStore(table: Table, now: () => string, cards: CardsAtBooth, fairs: BoothsOfFair) {
  const rowWrite = ({ row, from, to, set }: Move): Write => {
    const names = { '#state': 'state' };
    if (to === undefined) return table.write.remove(row, '#state = :from', { ':from': from }, names);
    return table.write.change(row, {
      set: { ...set, state: to },
      names,
      ...(from === undefined ? { condition: 'attribute_not_exists(#state)' } : { condition: '#state = :from', values: { ':from': from } }),
    });
  };

  function figuresWrite(fairId: FairId, moves: readonly Move[]): Write {
    const add = figuresOf(moves.map((m) => m.deltas));
    const shard = [...(moves[0]?.row.sk ?? '')].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % liveShards;
    return table.write.change(keys.live(fairId, shard), { add, set: { countedAt: now() } });
  }

  /** Rows and figures together; a row that already moved is left out and the rest tried again. */
  async function apply(moves: Move[]): Promise<void> {
    let rest = moves;
    while (rest.length) {
      const fairId = rest[0]?.fairId as FairId;
      const refused = await table.transact([...rest.map(rowWrite), figuresWrite(fairId, rest)]);
      if (!refused) return;
      rest = rest.filter((_, i) => refused[i]?.Code !== 'ConditionalCheckFailed');
    }
  }

  async function nameOnRoster(checkIn: Item, name: string, phoneTail: string | undefined): Promise<void> {
    const [fairId, number] = [FairId.parse(checkIn.fairId), FairNumber.parse(checkIn.number)];
    const outcome = await table.change(keys.roster(fairId, number), { set: { name, phoneTail }, condition: 'attribute_exists(pk)' });
    if ('standing' in outcome) return;
    await table.put(keys.rosterName(fairId, name, number), { number });
    if (phoneTail) await table.put(keys.rosterTail(fairId, phoneTail, number), { number });
  }

  return {
    /** Applies moves in order, exactly once each: a fair's moves go together unless two touch one row. */
    async applyMoves(moves: readonly Move[]): Promise<void> {
      for (const ofFair of Map.groupBy(moves, (m) => m.fairId).values()) {
        let batch: Move[] = [];
        for (const move of ofFair) {
          const touched = batch.some((m) => m.row.pk === move.row.pk && m.row.sk === move.row.sk);
          if (touched || batch.length >= rowsAtOnce) {
            await apply(batch);
            batch = [];
          }
          batch.push(move);
        }
        await apply(batch);
      }
    },

    /** Lets the gate find these people by name and by the end of their phone, at the fairs they are at now. */
    async learnNames(workerIds: readonly WorkerId[]): Promise<void> {
      const since = afterDays(now(), -searchDays);
      const known = (await table.findMany([...new Set(workerIds)].map(keys.worker))).filter((w) => w.name);
      for (const worker of known) {
        const phoneTail = typeof worker.phone === 'string' ? worker.phone.slice(-4) : undefined;
        const checkIns = await table.queryAll({ pk: String(worker.pk), prefix: prefixes.checkIn });
        for (const c of checkIns.filter((c) => String(c.at) > since)) await nameOnRoster(c, String(worker.name), phoneTail);
      }
    },

    /** The figures of a fair: one query. */
    async figures(fairId: FairId) {
      const shards = await table.queryAll({ pk: keys.fair(fairId).pk, prefix: prefixes.figures });
      const countedAt = shards
        .map((s) => String(s.countedAt ?? ''))
        .sort()
        .at(-1);
      const told = shards.find((s) => s.recount)?.recount;
      return { figures: figuresOf(shards), countedAt: countedAt || undefined, recount: told ? Recount.parse(told) : undefined };
    },

    saveRecount: (fairId: FairId, recount: Recount): Promise<unknown> => table.put(keys.recount(fairId), { recount }),

    /** A closed fair by the papers' measures: companies, posts, attendance, initial intents. */
    async summaryOf(fair: Fair): Promise<PairedFair> {
      const { figures } = await this.figures(fair.fairId);
      const booths = await fairs.booths(fair.fairId);
      const left = await Promise.all(booths.map((b) => cards.atBooth(fair.fairId, b.boothNo)));
      return {
        fairId: fair.fairId,
        title: fair.title,
        kind: fair.kind,
        closedAt: fair.closedAt ?? now(),
        companies: fair.boothCount,
        posts: fair.headcount,
        attendance: figures[figure.present] ?? 0,
        intents: initialIntents(left.flat()),
      };
    },
  };
}
