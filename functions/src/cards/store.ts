import {
  BoothNo,
  EmployerId,
  type FairId,
  FairId as FairIdShape,
  FairNumber,
  Instant,
  JobId,
  Trade,
  type WorkerId,
  WorkerId as WorkerIdShape,
} from '@shanhai/shared/contract/basics.ts';
import { BoothOutcome } from '@shanhai/shared/contract/cards.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { answers, replies } from '@shanhai/shared/rules/cards.ts';
import * as z from 'zod';
import { answeredActions } from '../queues/store.ts';
import type { Change } from '../table/expressions.ts';
import { keys, prefixes } from '../table/keys.ts';
import { itemOf } from '../table/stream-item.ts';
import type { Item, Refusals, Table, Write } from '../table/table.ts';
import { type Card, placeOf } from './rules.ts';

const CardItem = z.object({
  fairId: FairIdShape,
  boothNo: BoothNo,
  workerId: WorkerIdShape,
  employerId: EmployerId,
  number: FairNumber,
  label: z.string(),
  employerName: z.string(),
  jobId: JobId.optional(),
  jobTitle: z.string().optional(),
  takeHomeFen: z.number().optional(),
  name: z.string(),
  phone: z.string().optional(),
  trades: z.array(Trade),
  town: z.string().optional(),
  leftAt: Instant,
  endsAt: Instant,
  answerBy: Instant,
  consent: z.object({ employerId: EmployerId, version: z.string(), at: Instant, spoken: z.boolean() }),
  answer: z.enum(answers).optional(),
  answeredAt: Instant.optional(),
  heardAt: Instant.optional(),
  note: z.string().optional(),
  reply: z.enum(replies).optional(),
  withdrawnAt: Instant.optional(),
  nonces: z.array(z.string()).optional(),
  demo: z.boolean().optional(),
});
const parse = (item: Item): Card => CardItem.parse(item);
const keyOf = (c: Pick<Card, 'workerId' | 'fairId' | 'boothNo'>) => keys.card(c.workerId, c.fairId, c.boothNo);

/** An action of a booth's device without network as it was answered: for whom, but no name and no phone. Both times are kept. */
const DoneBoothAction = BoothOutcome.extend({
  fairId: FairIdShape,
  boothNo: BoothNo,
  kind: z.string(),
  deviceId: z.string(),
  broughtBy: z.string().optional(),
  by: WorkerIdShape,
  happenedAt: z.string(),
  arrivedAt: Instant,
  /** It came after the employer was suspended. */
  suspendedAt: z.string().optional(),
  workerId: WorkerIdShape.optional(),
});
export type DoneBoothAction = z.infer<typeof DoneBoothAction>;

/** Writes what a decision made of a card, on the condition that nobody decided since it was read. */
function changeOf(card: Card, before: Card): Change {
  const { answer = 'none', withdrawnAt = 'none', reply = 'none' } = before;
  const expected = (name: string, value: string): string => (value === 'none' ? `attribute_not_exists(#${name})` : `#${name} = :${name}Was`);
  // the name as well: it goes when the person is erased, and what was read before does not bring it back
  const was = Object.entries({ answer, withdrawnAt, reply, name: before.name });
  const after: Item = { ...card };
  return {
    set: Object.fromEntries(Object.entries(after).filter(([, v]) => v !== undefined)),
    remove: (['answer', 'answeredAt', 'heardAt', 'note', 'reply', 'withdrawnAt', 'jobId', 'jobTitle', 'takeHomeFen'] as const).filter(
      (name) => after[name] === undefined,
    ),
    condition: was.map(([name, value]) => expected(name, value)).join(' AND '),
    names: Object.fromEntries(was.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(was.filter(([, value]) => value !== 'none').map(([name, value]) => [`:${name}Was`, value])),
  };
}

interface Places {
  moved(workerId: WorkerId, before: JobId | undefined, after: JobId | undefined, at: string): Promise<Write[]>;
  refusalOf(reasons: Refusals, jobId: JobId | undefined): Problem | undefined;
}

/** Where a person's yes is written down, in the transaction of what it permits. */
interface Ledger {
  given(
    workerId: WorkerId,
    given: { purpose: 'card'; about: string; receiver: string; version: string; how: 'tapped' | 'spoken'; at: string; endsAt: string },
  ): Write[];
  withdrawn(workerId: WorkerId, withdrawn: { purpose: 'card'; about: string; at: string }): Write;
}

export function cardStore(table: Table, places: Places, consents: Ledger, now: () => string) {
  const actions = answeredActions(table, (item) => DoneBoothAction.parse(item));
  const aboutOf = ({ fairId, boothNo }: Card): string => `${fairId}#${boothNo}`;
  const givenWrites = (card: Card): Write[] =>
    consents.given(card.workerId, {
      purpose: 'card',
      about: aboutOf(card),
      receiver: card.employerName,
      version: card.consent.version,
      how: card.consent.spoken ? 'spoken' : 'tapped',
      at: card.consent.at,
      endsAt: card.endsAt,
    });

  /** What the ledger says of a change: a yes said anew, or taken back. */
  function ledgerWrites(before: Card, card: Card): Write[] {
    const { withdrawnAt } = card;
    if (withdrawnAt && !before.withdrawnAt) return [consents.withdrawn(card.workerId, { purpose: 'card', about: aboutOf(card), at: withdrawnAt })];
    return card.consent.at === before.consent.at && !before.withdrawnAt ? [] : givenWrites(card);
  }

  async function find(workerId: WorkerId, fairId: FairId, boothNo: number): Promise<Card | undefined> {
    const item = await table.find(keys.card(workerId, fairId, boothNo), { strongly: true });
    return item && parse(item);
  }

  /** A change with the place it takes or frees and the yes it rests on: all or none. */
  async function saveTogether(card: Card, change: Change, moved: Write[], said: Write[]): Promise<Card> {
    const refused = await table.transact([table.write.change(keyOf(card), change), ...moved, ...said]);
    if (!refused) return card;
    const isOlder = refused[0]?.Code === 'ConditionalCheckFailed';
    throw (isOlder ? undefined : places.refusalOf(refused.slice(1, 1 + moved.length), placeOf(card))) ?? new Problem('changed_meanwhile');
  }

  return {
    find,

    async get(workerId: WorkerId, fairId: FairId, boothNo: number): Promise<Card> {
      const card = await find(workerId, fairId, boothNo);
      if (!card) throw new Problem('card_missing');
      return card;
    },

    /** The card with the yes it rests on; the card that already stands comes back on a repeat. */
    async leave(card: Card): Promise<{ card: Card; repeated: boolean }> {
      const refused = await table.transact([table.write.insert(keyOf(card), { ...card }), ...givenWrites(card)]);
      if (!refused) return { card, repeated: false };
      if (refused[0]?.Code !== 'ConditionalCheckFailed') throw new Problem('person_erased');
      return { card: parse(itemOf(refused[0].Item ?? {})), repeated: true };
    },

    /** Saves a decided change, unless the card changed since it was read. */
    async save(card: Card, before: Card): Promise<Card> {
      const change = changeOf(card, before);
      const [held, holds] = [placeOf(before), placeOf(card)];
      const said = ledgerWrites(before, card);
      if (held !== holds || said.length) return saveTogether(card, change, await places.moved(card.workerId, held, holds, now()), said);
      const outcome = await table.change(keyOf(card), change);
      if ('standing' in outcome) throw new Problem('changed_meanwhile');
      return parse(outcome.item);
    },

    /** A card as part of a transaction: a new one, or the change of the one that was read, with the place that moves. */
    async writes(card: Card, before: Card | undefined): Promise<Write[]> {
      if (!before) return [table.write.insert(keyOf(card), { ...card }), ...givenWrites(card)];
      const [held, holds] = [placeOf(before), placeOf(card)];
      const moved = held === holds ? [] : await places.moved(card.workerId, held, holds, now());
      return [table.write.change(keyOf(card), changeOf(card, before)), ...moved, ...ledgerWrites(before, card)];
    },

    /** What these actions of a booth's device were answered, where they were sent before. */
    doneActions: (fairId: FairId, boothNo: number, nonces: readonly string[]): Promise<Map<string, DoneBoothAction>> =>
      actions.find(nonces.map((nonce) => keys.boothAction(fairId, boothNo, nonce))),

    /** An action and all it does, together. */
    act: (action: DoneBoothAction, effects: readonly Write[]) => actions.act(keys.boothAction(action.fairId, action.boothNo, action.nonce), action, effects),

    /** The copy of name and phone that lay with an employer goes when the consent has ended; what was answered stays. A yes said again keeps it. 〔个人信息保护法 §19〕 */
    async forget(workerId: WorkerId, about: string, at: string): Promise<void> {
      const [fairId, boothNo] = about.split('#');
      await table.change(keys.card(workerId, fairId as FairId, Number(boothNo)), {
        set: { name: '已到期', trades: [] },
        remove: ['phone', 'town', 'note', 'nonces'],
        condition: 'attribute_exists(pk) AND endsAt <= :at',
        values: { ':at': at },
      });
    },

    ofWorker: async (workerId: WorkerId): Promise<Card[]> => (await table.queryAll({ pk: keys.worker(workerId).pk, prefix: prefixes.card })).map(parse),

    /** Cards left at a booth: who, from the stream's list; what, from the cards themselves. */
    async atBooth(fairId: FairId, boothNo: number): Promise<Card[]> {
      const rows = await table.queryAll({ pk: keys.boothCard(fairId, boothNo, '' as WorkerId).pk });
      const cards = await table.findMany(rows.map((r) => keys.card(WorkerIdShape.parse(r.workerId), fairId, boothNo)));
      return cards.map(parse).sort((a, b) => (a.leftAt < b.leftAt ? 1 : -1));
    },
  };
}
