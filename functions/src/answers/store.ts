import { type EmployerId, EmployerId as EmployerIdShape } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { type AnswerFigures, medianMinutes, promiseDays, replyRate } from '@shanhai/shared/rules/applications.ts';
import * as z from 'zod';
import { indexed, type Key, keys } from '../table/keys.ts';
import type { Item, Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { type Asked, figuresOfRow, isBefore, minutesFigure, nextRow, type Row } from './moves.ts';

const RowItem = z.object({
  answer: z.enum(['waiting', 'silent', 'in_time', 'late', 'gone']),
  place: z.enum(['none', 'accepted', 'arrived']),
  arrivedOn: z.string().optional(),
});
const Due = RowItem.extend({ pk: z.string(), sk: z.string(), employerId: EmployerIdShape, answerBy: z.string() });
export type DueQuestion = z.infer<typeof Due>;

/** Rows of proof are kept as long as the views. */
const rowDays = 730;
const tries = 8;

function difference(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const deltas = [...names].map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const);
  return Object.fromEntries(deltas.filter(([, delta]) => delta !== 0));
}

function figuresIn(item: Item): AnswerFigures {
  const count = (name: string): number => Number(item[name] ?? 0);
  const minutes = Object.fromEntries(Object.keys(item).flatMap((name) => (/^m\d+$/.test(name) ? [[name.slice(1), count(name)]] : [])));
  return { asked: count('asked'), inTime: count('inTime'), late: count('late'), silent: count('silent'), minutes };
}

/** How employers answer: counted exactly once by rows that prove it, as the live figures of a fair are. */
export function answerStore(table: Table) {
  const readRow = async (key: Key): Promise<Row | undefined> => {
    const item = await table.find(key, { strongly: true });
    return item && RowItem.parse(item);
  };

  /** The row and the figures together, on the condition that the row still stands where it was read. */
  async function write(employerId: EmployerId, key: Key, row: Row | undefined, next: Row, about: Item, add: Record<string, number>): Promise<boolean> {
    const isWaiting = next.answer === 'waiting';
    const refused = await table.transact([
      table.write.change(key, {
        set: { ...about, ...next, employerId, ...(isWaiting ? indexed.due('answer', String(about.answerBy), `${key.pk}/${key.sk}`) : {}) },
        remove: isWaiting ? [] : ['gsi2pk', 'gsi2sk'],
        ...(row
          ? {
              condition: '#answer = :answerWas AND #place = :placeWas',
              names: { '#answer': 'answer', '#place': 'place' },
              values: { ':answerWas': row.answer, ':placeWas': row.place },
            }
          : { condition: 'attribute_not_exists(pk)' }),
      }),
      ...(Object.keys(add).length ? [table.write.change(keys.answers(employerId), { add })] : []),
    ]);
    return !refused;
  }

  async function count(asked: Asked): Promise<void> {
    for (let i = 0; i < tries; i++) {
      const row = await readRow(asked.row);
      if (!isBefore(row, asked)) return;
      const next = nextRow(row, asked);
      const add = difference(figuresOfRow(row), { ...figuresOfRow(next), ...minutesFigure(row, next, asked) });
      const about = { answerBy: asked.answerBy, ttl: ttlAfter(asked.askedAt, rowDays) };
      if (await write(asked.employerId, asked.row, row, next, about, add)) return;
    }
    throw new Problem('try_again');
  }

  async function of(employerId: EmployerId) {
    const item = (await table.find(keys.answers(employerId))) ?? {};
    const figures = figuresIn(item);
    return { promiseDays: Number(item.promiseDays ?? promiseDays.usual), replyRate: replyRate(figures), medianMinutes: medianMinutes(figures), ...figures };
  }

  return {
    of,

    /** How many began on or before a China day and are not taken back. */
    async arrivedBy(employerId: EmployerId, day: string): Promise<number> {
      const item = (await table.find(keys.answers(employerId))) ?? {};
      const days = Object.entries(item).filter(([name]) => /^d\d{4}-\d\d-\d\d$/.test(name) && name.slice(1) <= day);
      return days.reduce((sum, [, count]) => sum + Number(count), 0);
    },

    /** Counts what the stream tells, exactly once each: employers side by side, the questions to one of them in order. */
    async countAll(asked: readonly Asked[]): Promise<void> {
      const inOrder = async (own: readonly Asked[]): Promise<void> => {
        for (const one of own) await count(one);
      };
      await Promise.all([...Map.groupBy(asked, (a) => a.employerId).values()].map(inOrder));
    },

    async promise(employerId: EmployerId, days: number) {
      await table.change(keys.answers(employerId), { set: { promiseDays: days } });
      return { ...(await of(employerId)), promiseDays: days };
    },

    /** Questions whose promised day has passed without an answer, oldest first. */
    async due(now: string): Promise<DueQuestion[]> {
      const { gsi2pk: pk } = indexed.due('answer', '', '');
      return (await table.queryAll({ pk, index: 'gsi2', between: ['0', now] })).map((item) => Due.parse(item));
    },

    /** Which task an employer's silence is: one at a time, a new one after the officer has urged. */
    async silenceOf(employerId: EmployerId): Promise<{ taskId: string; overdue: number; urged: number }> {
      const item = (await table.find(keys.answers(employerId), { strongly: true })) ?? {};
      const urged = Number(item.urged ?? 0);
      return { taskId: `silent#${employerId}#${urged}`, overdue: Number(item.silent ?? 0), urged };
    },

    /** The officer has urged: silence from here on is a new task. */
    urge: (employerId: EmployerId, urged: number) =>
      table.change(keys.answers(employerId), {
        set: { urged: urged + 1 },
        condition: 'attribute_not_exists(#urged) OR #urged = :was',
        names: { '#urged': 'urged' },
        values: { ':was': urged },
      }),

    /** Counts a question as passed over in silence, once; false when it was answered meanwhile. */
    fallSilent: ({ employerId, pk, sk, answer, place, answerBy }: DueQuestion): Promise<boolean> =>
      write(employerId, { pk, sk }, { answer, place }, { answer: 'silent', place }, { answerBy }, { silent: 1 }),
  };
}
