import { marshall } from '@aws-sdk/util-dynamodb';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { noon } from '../support/builders.ts';

type Item = Record<string, unknown> & { pk: string; sk: string };
let sequence = 0;

/** A record as the stream carries it. The items themselves are never written, so that the table's own consumer stays out of it. */
export function record(before: Item | undefined, after: Item | undefined): DynamoDBRecord {
  const image = (item: Item) => marshall(item, { removeUndefinedValues: true }) as never;
  const { pk = '', sk = '' } = after ?? before ?? {};
  sequence += 1;
  const images = { ...(before ? { OldImage: image(before) } : {}), ...(after ? { NewImage: image(after) } : {}) };
  return {
    eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(sequence).padStart(6, '0'), ...images },
  };
}

export const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';

const at = (minute: number): string => afterMinutes(noon, minute);

/** Whom a card asks, and by when an answer was promised. */
const asked = (no: number) => ({ jobId: 'job000000001', employerId: 'employer0001', consent: { employerId: 'employer0001' }, answerBy: at(no + 5 * 24 * 60) });

/** One person's day: comes in, tells the home, leaves a card, is answered, accepts; every third is taken back at the end. */
export function dayOf(fairId: FairId, no: number): DynamoDBRecord[] {
  const workerId = `day${String(no).padStart(9, '0')}`;
  const pk = `W#${workerId}`;
  const came: Item = { pk, sk: `C#${fairId}`, fairId, workerId, number: no, at: at(no % 90), arrivedAt: at(no % 90), gate: no % 2 ? '东门' : '西门' };
  const told: Item = { ...came, home: { regionCode: '530324', town: no % 4 ? '富乐镇' : '板桥镇' } };
  const card: Item = { pk, sk: `K#${fairId}#0001`, fairId, boothNo: 1, workerId, number: no, leftAt: at(no), ...asked(no) };
  const answered: Item = { ...card, answer: no % 5 ? 'want' : 'no', answeredAt: at(no + 60) };
  const start = [record(undefined, came), record(came, told), record(undefined, card), record(card, answered)];
  if (no % 3) return [...start, record(answered, { ...answered, reply: 'accepted' })];
  return [...start, record(answered, { ...answered, withdrawnAt: noon }), record(told, undefined)];
}

/** A record nobody can count: a check-in without a number. */
export function poison(fairId: FairId, no: number): DynamoDBRecord {
  const workerId = `bad${String(no).padStart(9, '0')}`;
  return record(undefined, { pk: `W#${workerId}`, sk: `C#${fairId}`, fairId, workerId, number: 0, at: noon, arrivedAt: noon, gate: '东门' });
}

/** Their days side by side: each person's records in order, the people mixed by a rule. */
export function mixed(days: readonly DynamoDBRecord[][], turn: (step: number, left: number) => number): DynamoDBRecord[] {
  const rest = days.map((day) => [...day]);
  const all: DynamoDBRecord[] = [];
  for (let step = 0; rest.length; step++) {
    const i = turn(step, rest.length) % rest.length;
    const next = rest[i]?.shift();
    if (next) all.push(next);
    if (!rest[i]?.length) rest.splice(i, 1);
  }
  return all;
}
