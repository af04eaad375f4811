import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Deps } from './deps.ts';
import { type Change, movesOf, newcomerOf } from './reports/moves.ts';
import { itemOf } from './table/stream-item.ts';

type Image = Record<string, AttributeValue>;

function changeOf(record: DynamoDBRecord): Change {
  const { OldImage, NewImage } = record.dynamodb ?? {};
  return { before: OldImage && itemOf(OldImage as Image), after: NewImage && itemOf(NewImage as Image) };
}

const counted = /^(C#|K#|X#|P$)/;
const isCounted = (record: DynamoDBRecord): boolean => counted.test(record.dynamodb?.Keys?.sk?.S ?? '');

/**
 * Counts what changed into the live figures. Items that count nowhere are passed over unread. Records before a bad one are applied; the bad one is handed back, so that
 * it alone is tried again and then set aside.
 */
export function handleChange(deps: Deps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const moves = [];
    const newcomers = [];
    let failed: string | undefined;
    for (const record of event.Records.filter(isCounted)) {
      try {
        const change = changeOf(record);
        moves.push(...movesOf(change));
        newcomers.push(newcomerOf(change));
      } catch (error) {
        failed = record.dynamodb?.SequenceNumber ?? '';
        console.error(JSON.stringify({ stream: 'bad_record', sequence: failed, error: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : 'unknown', keys: record.dynamodb?.Keys?.sk?.S?.slice(0, 2) }));
        break;
      }
    }
    await deps.reports.applyMoves(moves);
    await deps.reports.learnNames(newcomers.filter((id) => id !== undefined));
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
  };
}
