import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Deps } from './deps.ts';
import { type Change, type Move, movesOf, newcomerOf } from './reports/moves.ts';
import { itemOf } from './table/stream-item.ts';

type Image = Record<string, AttributeValue>;

function changeOf(record: DynamoDBRecord): Change {
  const { OldImage, NewImage } = record.dynamodb ?? {};
  return { before: OldImage && itemOf(OldImage as Image), after: NewImage && itemOf(NewImage as Image) };
}

const counted = /^(C#|K#|X#|P$)/;
const isCounted = (record: DynamoDBRecord): boolean => counted.test(record.dynamodb?.Keys?.sk?.S ?? '');

function complain({ dynamodb }: DynamoDBRecord, error: unknown): void {
  const words = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : 'unknown';
  console.error(JSON.stringify({ stream: 'bad_record', sequence: dynamodb?.SequenceNumber, error: words, keys: dynamodb?.Keys?.sk?.S?.slice(0, 2) }));
}

interface ReadRecords {
  moves: Move[];
  newcomers: WorkerId[];
  /** The first record that cannot be read; none after it is. */
  bad?: DynamoDBRecord;
}

function readRecords(records: readonly DynamoDBRecord[]): ReadRecords {
  const read: ReadRecords = { moves: [], newcomers: [] };
  for (const record of records) {
    try {
      const change = changeOf(record);
      read.moves.push(...movesOf(change));
      read.newcomers.push(...[newcomerOf(change)].filter((id) => id !== undefined));
    } catch (error) {
      complain(record, error);
      return { ...read, bad: record };
    }
  }
  return read;
}

/**
 * Counts what changed into the live figures. Items that count nowhere are passed over unread. Records before a bad one
 * are applied; the bad one is handed back, so that it alone is tried again and then set aside.
 */
export function handleChange(deps: Deps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { moves, newcomers, bad } = readRecords(event.Records.filter(isCounted));
    await deps.reports.applyMoves(moves);
    await deps.reports.learnNames(newcomers);
    return { batchItemFailures: bad ? [{ itemIdentifier: bad.dynamodb?.SequenceNumber ?? '' }] : [] };
  };
}
