import { BoothNo, FairId, FairNumber, Home, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Evidence } from '@shanhai/shared/contract/presence.ts';
import { answers, replies } from '@shanhai/shared/rules/cards.ts';
import { chinaHalfHour } from '@shanhai/shared/rules/china-day.ts';
import { marksOf } from '@shanhai/shared/rules/evidence.ts';
import * as z from 'zod';
import { type Key, keys } from '../table/keys.ts';
import { type Figures, figure } from '../table/live.ts';
import type { Item } from '../table/table.ts';

/** One change of an item as the stream tells it. */
export interface Change {
  before?: Item | undefined;
  after?: Item | undefined;
}

/**
 * A proof row passing from one state to another, and the figures that move with it. Both are written in one
 * transaction on the condition that the row is still in `from`: a record delivered twice finds it moved and counts nothing.
 */
export interface Move {
  fairId: FairId;
  row: Key;
  /** Undefined: the row is not counted yet. */
  from?: string | undefined;
  /** Undefined: the row goes. */
  to?: string | undefined;
  set: Item;
  deltas: Figures;
}

const CheckIn = z.object({
  fairId: FairId,
  workerId: WorkerId,
  number: FairNumber,
  at: z.string(),
  gate: z.string(),
  home: Home.optional(),
  arrivedAt: z.string().optional(),
  flags: z.array(z.string()).default([]),
  evidence: Evidence.optional(),
  isOut: z.boolean().optional(),
});
const Card = z.object({
  fairId: FairId,
  boothNo: BoothNo,
  workerId: WorkerId,
  number: FairNumber,
  leftAt: z.string(),
  jobId: JobId.optional(),
  answer: z.enum(answers).optional(),
  reply: z.enum(replies).optional(),
  withdrawnAt: z.string().optional(),
});

interface Counted {
  fairId: FairId;
  row: Key;
  state: string;
  set: Item;
  figures: Figures;
}

/** Check-ins from before evidence was kept add none of these figures, and their rows stay in the state they were counted in. */
const marksIn = ({ evidence }: z.infer<typeof CheckIn>) => (evidence ? marksOf(evidence) : []);

function figuresOfCheckIn(c: z.infer<typeof CheckIn>, home: string | undefined): Figures {
  const figures: Figures = { [figure.present]: 1, [figure.gate(c.gate)]: 1, [figure.halfHour(chinaHalfHour(c.at), c.gate)]: 1 };
  if (home) figures[figure.home(home)] = 1;
  if (c.isOut) figures[figure.out] = 1;
  for (const mark of marksIn(c)) figures[figure.evidence(mark)] = 1;
  return figures;
}

function countedCheckIn(item: Item): Counted {
  const c = CheckIn.parse(item);
  const home = c.home ? (c.home.town ?? c.home.regionCode) : undefined;
  return {
    fairId: c.fairId,
    row: keys.roster(c.fairId, c.number),
    state: [c.workerId, c.at, c.gate, home ?? '', ...marksIn(c), ...(c.isOut ? ['out'] : [])].join('|'),
    set: {
      workerId: c.workerId,
      number: c.number,
      at: c.at,
      gate: c.gate,
      town: home,
      arrivedAt: c.arrivedAt,
      flags: c.flags,
      evidence: c.evidence,
      isOut: c.isOut,
    },
    figures: figuresOfCheckIn(c, home),
  };
}

/** What one card adds to its booth and its opening; a card taken back adds nothing. */
function figuresOfCard({ boothNo, withdrawnAt, answer, reply, jobId }: z.infer<typeof Card>): Figures {
  if (withdrawnAt) return {};
  const figures: Figures = { [figure.cards(boothNo)]: 1 };
  if (answer) figures[figure.answered(boothNo, answer)] = 1;
  if (reply === 'accepted') figures[figure.accepted(boothNo)] = 1;
  if (reply === 'accepted' && jobId) figures[figure.filled(jobId)] = 1;
  return figures;
}

function countedCard(item: Item): Counted {
  const c = Card.parse(item);
  return {
    fairId: c.fairId,
    row: keys.boothCard(c.fairId, c.boothNo, c.workerId),
    state: [c.withdrawnAt ?? '', c.answer ?? '', c.reply ?? '', c.jobId ?? ''].join('|'),
    set: { workerId: c.workerId, number: c.number, leftAt: c.leftAt },
    figures: figuresOfCard(c),
  };
}

function difference(before: Figures, after: Figures): Figures {
  const deltas: Figures = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const delta = (after[name] ?? 0) - (before[name] ?? 0);
    if (delta !== 0) deltas[name] = delta;
  }
  return deltas;
}

function moveOf(before: Counted | undefined, after: Counted | undefined): Move[] {
  const subject = after ?? before;
  if (!subject || before?.state === after?.state) return [];
  return [
    {
      fairId: subject.fairId,
      row: subject.row,
      from: before?.state,
      to: after?.state,
      set: after?.set ?? {},
      deltas: difference(before?.figures ?? {}, after?.figures ?? {}),
    },
  ];
}

function refusalMove({ before, after }: Change): Move[] {
  if (before || !after) return [];
  return [{ fairId: FairId.parse(after.fairId), row: { pk: String(after.pk), sk: String(after.sk) }, to: 'counted', set: {}, deltas: { [figure.refused]: 1 } }];
}

/** What a changed item moves in the live figures: check-ins, cards and refusals; everything else moves nothing. */
export function movesOf(change: Change): Move[] {
  const item = change.after ?? change.before ?? {};
  const [pk, sk] = [String(item.pk), String(item.sk)];
  const both = (count: (item: Item) => Counted): Move[] => moveOf(change.before && count(change.before), change.after && count(change.after));
  if (pk.startsWith('W#') && sk.startsWith('C#')) return both(countedCheckIn);
  if (pk.startsWith('W#') && sk.startsWith('K#')) return both(countedCard);
  if (pk.startsWith('F#') && sk.startsWith('X#')) return refusalMove(change);
  return [];
}

/** Whose name the gate's search has to learn: somebody who just checked in, or just said who they are. */
export function newcomerOf({ before, after }: Change): WorkerId | undefined {
  const [pk, sk] = [String(after?.pk), String(after?.sk)];
  const arrived = sk.startsWith('C#') && !before;
  const named = sk === 'P' && (before?.name !== after?.name || before?.phone !== after?.phone);
  return pk.startsWith('W#') && (arrived || named) ? WorkerId.parse(pk.slice(2)) : undefined;
}
