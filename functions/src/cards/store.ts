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
  by: WorkerIdShape,
  happenedAt: z.string(),
  arrivedAt: Instant,
  workerId: WorkerIdShape.optional(),
});
export type DoneBoothAction = z.infer<typeof DoneBoothAction>;

/** Writes what a decision made of a card, on the condition that nobody decided since it was read. */
function changeOf(card: Card, before: Card): Change {
  const { answer = 'none', withdrawnAt = 'none', reply = 'none' } = before;
  const expected = (name: string, value: string): string => (value === 'none' ? `attribute_not_exists(#${name})` : `#${name} = :${name}Was`);
  const was = Object.entries({ answer, withdrawnAt, reply });
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

export function cardStore(table: Table, places: Places, now: () => string) {
  const actions = answeredActions(table, (item) => DoneBoothAction.parse(item));

  async function find(workerId: WorkerId, fairId: FairId, boothNo: number): Promise<Card | undefined> {
    const item = await table.find(keys.card(workerId, fairId, boothNo), { strongly: true });
    return item && parse(item);
  }

  /** A reply and the place it takes or frees: both or neither. */
  async function saveWithPlace(card: Card, change: Change, moved: Write[]): Promise<Card> {
    const refused = await table.transact([table.write.change(keyOf(card), change), ...moved]);
    if (!refused) return card;
    throw (refused[0]?.Code === 'ConditionalCheckFailed' ? undefined : places.refusalOf(refused.slice(1), placeOf(card))) ?? new Problem('changed_meanwhile');
  }

  return {
    find,

    async get(workerId: WorkerId, fairId: FairId, boothNo: number): Promise<Card> {
      const card = await find(workerId, fairId, boothNo);
      if (!card) throw new Problem('card_missing');
      return card;
    },

    /** One conditional put; the card that already stands comes back on a repeat. */
    async leave(card: Card): Promise<{ card: Card; repeated: boolean }> {
      const outcome = await table.insert(keyOf(card), { ...card });
      return outcome.written ? { card, repeated: false } : { card: parse(outcome.standing), repeated: true };
    },

    /** Saves a decided change, unless the card changed since it was read. */
    async save(card: Card, before: Card): Promise<Card> {
      const change = changeOf(card, before);
      const [held, holds] = [placeOf(before), placeOf(card)];
      if (held !== holds) return saveWithPlace(card, change, await places.moved(card.workerId, held, holds, now()));
      const outcome = await table.change(keyOf(card), change);
      if ('standing' in outcome) throw new Problem('changed_meanwhile');
      return parse(outcome.item);
    },

    /** A card as part of a transaction: a new one, or the change of the one that was read, with the place that moves. */
    async writes(card: Card, before: Card | undefined): Promise<Write[]> {
      if (!before) return [table.write.insert(keyOf(card), { ...card })];
      const [held, holds] = [placeOf(before), placeOf(card)];
      const moved = held === holds ? [] : await places.moved(card.workerId, held, holds, now());
      return [table.write.change(keyOf(card), changeOf(card, before)), ...moved];
    },

    /** What these actions of a booth's device were answered, where they were sent before. */
    doneActions: (fairId: FairId, boothNo: number, nonces: readonly string[]): Promise<Map<string, DoneBoothAction>> =>
      actions.find(nonces.map((nonce) => keys.boothAction(fairId, boothNo, nonce))),

    /** An action and all it does, together. */
    act: (action: DoneBoothAction, effects: readonly Write[]) => actions.act(keys.boothAction(action.fairId, action.boothNo, action.nonce), action, effects),

    ofWorker: async (workerId: WorkerId): Promise<Card[]> => (await table.queryAll({ pk: keys.worker(workerId).pk, prefix: prefixes.card })).map(parse),

    /** Cards left at a booth: who, from the stream's list; what, from the cards themselves. */
    async atBooth(fairId: FairId, boothNo: number): Promise<Card[]> {
      const rows = await table.queryAll({ pk: keys.boothCard(fairId, boothNo, '' as WorkerId).pk });
      const cards = await table.findMany(rows.map((r) => keys.card(WorkerIdShape.parse(r.workerId), fairId, boothNo)));
      return cards.map(parse).sort((a, b) => (a.leftAt < b.leftAt ? 1 : -1));
    },
  };
}
