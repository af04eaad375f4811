import { Employer } from '@shanhai/shared/contract/employers.ts';
import { Job } from '@shanhai/shared/contract/jobs.ts';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Deps } from '../deps.ts';
import { itemOf } from '../table/stream-item.ts';
import { indexBuilder } from './builder.ts';

/** An item that cannot be read is passed over and said: the next rebuild meets it again. */
function complain({ dynamodb }: DynamoDBRecord): void {
  console.error(JSON.stringify({ search: 'bad_record', sequence: dynamodb?.SequenceNumber, pk: dynamodb?.Keys?.pk?.S?.slice(0, 2) }));
}

interface Read {
  readonly record: DynamoDBRecord;
  readonly item: Record<string, unknown>;
}

/** The items of a kind as they are now, the last word on each; what was removed is on offer no more. */
function itemsOf<T>(kind: string, all: readonly Read[], parse: (item: unknown) => { data?: T }, idOf: (item: T) => string): T[] {
  const last = new Map<string, T>();
  for (const { record, item } of all) {
    if (!record.dynamodb?.Keys?.pk?.S?.startsWith(kind)) continue;
    const { data } = parse(item);
    if (data) last.set(idOf(data), data);
    else complain(record);
  }
  return [...last.values()];
}

function readRecord(record: DynamoDBRecord): Read {
  const { NewImage, OldImage } = record.dynamodb ?? {};
  const image = (NewImage ?? OldImage ?? {}) as Parameters<typeof itemOf>[0];
  // a removed opening is closed, a removed employer is not verified
  const isGone = NewImage ? {} : { status: record.dynamodb?.Keys?.pk?.S?.startsWith('J#') ? 'closed' : 'waiting' };
  return { record, item: { ...itemOf(image), ...isGone } };
}

/**
 * The table's stream, openings and employers only: what changed goes into the index of the search. Called without
 * records it builds the index anew from the table. One call at a time, also where several shards are followed in one process.
 */
export function handleOpenings(deps: Deps) {
  const builder = indexBuilder(deps);
  let turn: Promise<unknown> = Promise.resolve();

  async function handle(event: Partial<DynamoDBStreamEvent>): Promise<DynamoDBBatchResponse> {
    if (event.Records) {
      const all = event.Records.map(readRecord);
      const jobs = itemsOf(
        'J#',
        all,
        (item) => Job.safeParse(item),
        (job) => job.jobId,
      );
      const employers = itemsOf(
        'E#',
        all,
        (item) => Employer.safeParse(item),
        (employer) => employer.employerId,
      );
      if (jobs.length + employers.length > 0) await builder.change(jobs, employers);
    } else await builder.rebuild();
    return { batchItemFailures: [] };
  }

  return (event: Partial<DynamoDBStreamEvent>): Promise<DynamoDBBatchResponse> => {
    const done = turn.then(() => handle(event));
    turn = done.catch(() => undefined);
    return done;
  };
}
