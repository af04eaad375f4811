import { EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { minutesBucket } from '@shanhai/shared/rules/applications.ts';
import * as z from 'zod';
import type { Key } from '../table/keys.ts';
import { keys } from '../table/keys.ts';

interface Change {
  before?: Record<string, unknown> | undefined;
  after?: Record<string, unknown> | undefined;
}

/** How a question to an employer stands: of the answer, and of the place that came of it. */
export interface Standing {
  answer: 'waiting' | 'answered' | 'gone';
  place: 'none' | 'accepted' | 'arrived';
  /** The China day on which the person began. */
  arrivedOn?: string | undefined;
}

/** A question passing from one standing to the next; the row that proves it and what an answer is measured by. */
export interface Asked {
  employerId: EmployerId;
  row: Key;
  from: Standing | undefined;
  to: Standing;
  askedAt: string;
  answerBy: string;
  answeredAt?: string | undefined;
}

const common = { workerId: WorkerId, answeredAt: z.string().optional(), answerBy: z.string() };
const Card = z.object({
  ...common,
  consent: z.object({ employerId: EmployerId }),
  fairId: z.string(),
  boothNo: z.number(),
  leftAt: z.string(),
  answer: z.string().optional(),
  reply: z.string().optional(),
  withdrawnAt: z.string().optional(),
});
const Application = z.object({
  ...common,
  employerId: EmployerId,
  jobId: z.string(),
  appliedAt: z.string(),
  state: z.string(),
  arrival: z.object({ on: z.string() }).optional(),
});

interface Read extends Omit<Asked, 'from' | 'to'> {
  standing: Standing;
}

const answerOf = (isGone: boolean, answeredAt: string | undefined): Standing['answer'] => (answeredAt ? 'answered' : isGone ? 'gone' : 'waiting');

function readCard(item: Record<string, unknown>): Read {
  const c = Card.parse(item);
  const { employerId } = c.consent;
  const isAccepted = c.reply === 'accepted' && !c.withdrawnAt;
  return {
    employerId,
    row: keys.asked(employerId, `${c.fairId}#${c.boothNo}`, c.workerId, c.leftAt),
    standing: { answer: answerOf(!!c.withdrawnAt, c.answer && c.answeredAt), place: isAccepted ? 'accepted' : 'none' },
    askedAt: c.leftAt,
    answerBy: c.answerBy,
    answeredAt: c.answeredAt,
  };
}

function readApplication(item: Record<string, unknown>): Read {
  const a = Application.parse(item);
  const place = a.state === 'accepted' || a.state === 'arrived' ? a.state : 'none';
  return {
    employerId: a.employerId,
    row: keys.asked(a.employerId, a.jobId, a.workerId, a.appliedAt),
    standing: { answer: answerOf(a.state === 'withdrawn', a.answeredAt), place, ...(place === 'arrived' && a.arrival ? { arrivedOn: a.arrival.on } : {}) },
    askedAt: a.appliedAt,
    answerBy: a.answerBy,
    answeredAt: a.answeredAt,
  };
}

const isSame = (a: Standing | undefined, b: Standing): boolean => a?.answer === b.answer && a.place === b.place;

/** What a changed card or application moves in its employer's figures. */
export function askedOf({ before, after }: Change): Asked[] {
  const [pk, sk] = [String(after?.pk), String(after?.sk)];
  const read = sk.startsWith('K#') ? readCard : readApplication;
  if (!after || !pk.startsWith('W#') || !/^(K|J)#/.test(sk)) return [];
  const { standing, ...rest } = read(after);
  const was = before && read(before);
  // asked anew is a question of its own; the earlier one stays as it was
  const from = was && was.askedAt === rest.askedAt ? was.standing : undefined;
  return isSame(from, standing) ? [] : [{ ...rest, from, to: standing }];
}

/** A row as it stands: what the stream made of it, and whether its day has passed in silence. */
export interface Row {
  answer: 'waiting' | 'silent' | 'in_time' | 'late' | 'gone';
  place: Standing['place'];
  arrivedOn?: string | undefined;
}
const asStanding = (row: Row): Standing['answer'] => {
  if (row.answer === 'silent') return 'waiting';
  return row.answer === 'gone' || row.answer === 'waiting' ? row.answer : 'answered';
};

/** Does this row stand where the record begins? A record that comes twice finds it moved on. */
export const isBefore = (row: Row | undefined, { from }: Asked): boolean => (row ? !!from && isSame({ ...row, answer: asStanding(row) }, from) : !from);

const onDay = ({ answeredAt, answerBy }: Asked): Row['answer'] => (answeredAt && answeredAt > answerBy ? 'late' : 'in_time');

/** The first answer counts; silence stays what it was, also when the person takes the question back. */
function nextAnswer(was: Row['answer'] | undefined, asked: Asked): Row['answer'] {
  if (was === 'in_time' || was === 'late') return was;
  if (asked.to.answer === 'answered') return onDay(asked);
  return was === 'silent' ? was : asked.to.answer;
}

export const nextRow = (row: Row | undefined, asked: Asked): Row => ({
  answer: nextAnswer(row?.answer, asked),
  place: asked.to.place,
  arrivedOn: asked.to.arrivedOn,
});

const minutesOf = ({ askedAt, answeredAt }: Asked): number => Math.max(0, (Date.parse(answeredAt ?? askedAt) - Date.parse(askedAt)) / 60_000);

/** What a row adds to the figures of its employer. */
export function figuresOfRow(row: Row | undefined): Record<string, number> {
  if (!row) return {};
  const named = { waiting: undefined, gone: undefined, silent: 'silent', in_time: 'inTime', late: 'late' }[row.answer];
  return {
    ...(row.answer === 'gone' ? {} : { asked: 1 }),
    ...(named ? { [named]: 1 } : {}),
    ...(row.place === 'none' ? {} : { accepted: 1 }),
    ...(row.place === 'arrived' ? { arrived: 1 } : {}),
    ...(row.place === 'arrived' && row.arrivedOn ? { [`d${row.arrivedOn}`]: 1 } : {}),
  };
}

/** The length of time of an answer that has just come. */
export function minutesFigure(row: Row | undefined, next: Row, asked: Asked): Record<string, number> {
  const isFirst = (next.answer === 'in_time' || next.answer === 'late') && row?.answer !== next.answer;
  return isFirst ? { [`m${minutesBucket(minutesOf(asked))}`]: 1 } : {};
}
